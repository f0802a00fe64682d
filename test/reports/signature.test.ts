import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseRecord, Finding } from '../../reports/case.ts'
import { caseSignature, requirementSignature, shape } from '../../reports/signature.ts'
import { record } from './example.ts'

const signed = (finding: Finding, changes: Partial<CaseRecord> = {}, scenario = 'a: b') =>
  caseSignature(scenario, record({ finding, ...changes }))

const deviation = (got: string): Finding => ({
  kind: 'deviation',
  subject: "bob's log",
  wanted: '[]',
  got,
})

test('ids, bytes, numbers and times of a seed are no part of a signature', () => {
  const one = signed(deviation('["0a05fe0011223344", "0a05fe0011223344"] at 1000042 (0xdeadbeef)'))
  const other = signed(
    deviation('["77aabbccddeeff00", "00112233445566778899"] at 999 (0x12345678)'),
  )
  assert.match(one ?? '', /^deviation-[0-9a-f]{12}$/)
  assert.equal(one, other)
})

test('another fault has another signature', () => {
  const all = [
    signed(deviation('nothing')),
    signed(deviation('delivered twice')),
    signed({ ...deviation('nothing'), subject: "bob's buffer" }),
    signed({ ...deviation('nothing'), kind: 'error' }),
    signed(deviation('nothing'), {}, 'a: another scenario'),
  ]
  assert.equal(new Set(all).size, all.length)
})

test('how a program died and what a property drew are no part of it', () => {
  const crash = (got: string): Finding => ({
    kind: 'crash',
    subject: 'bob: sds.receive',
    wanted: 'an answer',
    got,
  })
  assert.equal(signed(crash('crash: exit 1')), signed(crash('crash: exit 139, signal')))
  const counterexample = { runs: 3, shrinks: 2, schedule: 'send', path: '0' }
  assert.equal(
    signed(deviation('m1 before m2'), { counterexample }),
    signed(deviation('m2 twice'), { counterexample: { ...counterexample, schedule: 'drop' } }),
  )
})

test('several failed cases sign together, in any order', () => {
  assert.equal(requirementSignature([]), undefined)
  assert.equal(requirementSignature(['a-1', 'a-1']), 'a-1')
  assert.equal(requirementSignature(['a-1', 'b-2']), requirementSignature(['b-2', 'a-1']))
  assert.match(requirementSignature(['a-1', 'b-2']) ?? '', /^several-/)
})

test('words stay words', () => {
  assert.equal(shape('accepted m1, 3 faded cabbages'), 'accepted m1, <n> faded cabbages')
})
