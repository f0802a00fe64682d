import assert from 'node:assert/strict'
import { test } from 'node:test'
import { block } from '../../reports/block.ts'
import { flagDisputed } from '../../reports/dispute.ts'
import type { RequirementResult, Results } from '../../reports/results.ts'
import { disputeOf } from '../../reports/site/disputes.ts'
import { siteFile } from '../../reports/site/site.ts'
import { failing, requirement, results } from './example.ts'

/** Signatures are what AMB-08 of the consensus is about. */
const READS = { area: 'voting', readings: ['AMB-08'] }
const ECDSA = { 'voting.signature': 'secp256k1-ecdsa' }
const EIP = { 'voting.signature': 'secp256k1-eip191' }

function client(name: string, readings: Record<string, string>, one: RequirementResult): Results {
  const run = results([one])
  const { hello } = run.adapter
  assert.ok(hello)
  const implementation = { name, version: '1' }
  return {
    ...run,
    adapter: { ...run.adapter, address: name, hello: { ...hello, implementation, readings } },
  }
}

const pass = requirement('VOTE-SIG-01', READS)
const fail = failing('VOTE-SIG-01', READS)

function dispute(...all: Results[]) {
  const cells = all.map(({ requirements }) => requirements[0])
  return disputeOf(pass, cells, all)
}

test('verdicts that differ dispute first, then readings that are declared otherwise', () => {
  const kind = (...all: Results[]) => dispute(...all)?.kind
  assert.equal(kind(client('a', ECDSA, pass), client('b', ECDSA, pass)), undefined)
  assert.equal(kind(client('a', ECDSA, pass), client('b', {}, pass)), undefined)
  assert.equal(kind(client('a', ECDSA, pass), client('b', EIP, pass)), 'read differently')
  assert.equal(kind(client('a', ECDSA, pass), client('b', EIP, fail)), 'split')
  assert.equal(kind(client('a', ECDSA, fail), client('b', EIP, fail)), 'against the suite')
  const pair = { ...client('b', EIP, fail), bindings: [] }
  assert.equal(kind(client('a', EIP, pass), pair), undefined)
  const undecided = { ...fail, flags: ['disputed' as const] }
  assert.equal(kind(client('a', ECDSA, undecided)), 'undecided')
  assert.deepEqual(dispute(client('a', ECDSA, pass), client('b', EIP, pass))?.declared, [
    'voting.signature: a secp256k1-ecdsa, b secp256k1-eip191',
  ])
})

test('the editor reads what is disputed, and why', () => {
  const page = siteFile({ results: [client('a', ECDSA, pass), client('b', EIP, pass)] })
  assert.match(page, /Read differently: .* \(1\)/)
  assert.match(page, /voting\.signature: a secp256k1-ecdsa, b secp256k1-eip191/)
  const flagged = { ...fail, flags: ['disputed' as const] }
  const other = siteFile({ results: [client('a', ECDSA, flagged)] })
  assert.match(other, /Undecided: .* \(1\)/)
  assert.match(other, /<span class="kind">disputed<\/span>/)
})

test('a failure between clients that read the text otherwise is disputed; a pass is not', () => {
  const own = failing('VOTE-SIG-02', { area: 'voting', readings: ['AMB-21'] })
  const run = client('both', {}, fail)
  const seat = (name: string, readings: Record<string, string>) => ({
    name,
    adapter: client(name, readings, fail).adapter,
  })
  const both: Results = {
    ...run,
    bindings: [seat('sender', ECDSA), seat('receiver', EIP)],
    requirements: [
      { ...fail, flags: [] },
      { ...own, flags: [] },
      { ...pass, flags: [] },
    ],
  }
  flagDisputed(both)
  assert.deepEqual(
    both.requirements.map(({ flags }) => flags),
    [['disputed'], [], []],
  )
  assert.match(
    block(both.requirements[0] as RequirementResult, both),
    /^✗ VOTE-SIG-01 {2}\S+ {2}disputed/,
  )
})
