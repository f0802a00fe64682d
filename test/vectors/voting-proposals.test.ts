/* The proposal and decision vectors: against the reference, protoc and the Rust crate. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { clientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import { Refused } from '../../adapters/contract/handler.ts'
import { decide } from '../../adapters/reference/voting/decision.ts'
import { literal } from '../../adapters/reference/voting/profile.ts'
import { Voter } from '../../adapters/reference/voting/voter.ts'
import { Session } from '../../adapters/session.ts'
import { Exec } from '../../adapters/transports/exec.ts'
import { byCounting } from '../voting/by-counting.ts'
import {
  bytes,
  decisions,
  encodingOf,
  hasProtoc,
  hex,
  type ProposalVector,
  proposals,
} from './voting-vector.ts'

const CRATE = 'hashgraph-like-consensus 0.7.0'
const PROTOC = 'protoc 3.21.12'
const key = new Uint8Array(32).fill(9)

/** Holds `agrees` against the list of producers, in both directions. */
async function credit(
  producer: string,
  agrees: (vector: ProposalVector) => boolean | Promise<boolean>,
) {
  for (const vector of proposals.cases)
    assert.equal(
      await agrees(vector),
      vector.producers.includes(producer),
      `${vector.id} says of ${producer} what is not so: ${vector.comment}`,
    )
}

test('the reference takes the sound ones, and names the check that the others fail', () => {
  for (const vector of proposals.cases) {
    const profile = { ...literal, ...encodingOf(vector) }
    const voter = new Voter({ privateKey: key, seed: key, profile })
    const { id, comment, wire, now, check, outcome, proposalId } = vector
    if (check) {
      const refusal = (error: unknown) => error instanceof Refused && error.code === check
      assert.throws(() => voter.receive(bytes(wire), now), refusal, `${id}: ${comment}`)
      continue
    }
    assert.equal(voter.receive(bytes(wire), now), proposalId, id)
    assert.equal(voter.outcome(proposalId, now)?.result, outcome, `${id}: ${comment}`)
  }
})

const noProtoc = !hasProtoc && 'not measured: no protoc on this machine'

test('protoc reads them, and refuses what is malformed', { skip: noProtoc }, () =>
  credit(PROTOC, ({ wire, check }) => {
    const proto = join(import.meta.dirname, '../../proto')
    const args = [`-I${proto}`, '--decode=vac.voting.Proposal', 'consensus.proto']
    const { status } = spawnSync('protoc', args, { input: Buffer.from(wire, 'hex') })
    return (status === 0) === (check !== 'malformed')
  }),
)

test('protoc reads the same from them by the later schema', { skip: noProtoc }, () => {
  const read = (file: string, wire: string) => {
    const args = [
      `-I${join(import.meta.dirname, '../../proto')}`,
      '--decode=vac.voting.Proposal',
      file,
    ]
    return String(spawnSync('protoc', args, { input: Buffer.from(wire, 'hex') }).stdout)
  }
  for (const { id, wire } of proposals.cases) {
    const later = read('consensus-2026-04-02.proto', wire)
    assert.equal(
      later.replace('expiration_timestamp', 'expiration_time'),
      read('consensus.proto', wire),
      id,
    )
  }
})

const built = isBuilt(readClient('hashgraph-like-consensus'))
const noCrate = !built && 'not measured: run npm run clients:build'

test('the Rust crate comes to the same where it says so', { skip: noCrate }, async (t) => {
  const { adapter, folder } = clientEntry('hashgraph-like-consensus')
  const session = new Session(new Exec(adapter.slice('exec:'.length), folder))
  t.after(() => session.close())
  const privateKey = hex(key)
  await credit(CRATE, async ({ id, encoding, wire, now, result, outcome, proposalId }) => {
    if (encoding !== 'deployed') return false
    await session.call('voting.create', id, now, { privateKey, seed: privateKey })
    const answer = await session.call('voting.receive', id, now, { wire })
    if (result === 'invalid') return answer.kind === 'rejected'
    const told = await session.call('voting.result', id, now, { proposalId })
    return answer.kind === 'ok' && told.kind === 'ok' && told.ok.result === outcome
  })
})

test('the decisions are ours, and those of counting', () => {
  const reading = { silent: 'strict', earlyNo: 'true' } as const
  for (const [n, yes, no, open, silenceYes, silenceNo] of decisions.rows)
    for (const [livenessYes, expired, wanted] of [
      [true, false, open],
      [false, false, open],
      [true, true, silenceYes],
      [false, true, silenceNo],
    ] as const) {
      const tally = { n, yes, no, livenessYes, expired }
      assert.equal(decide(tally, reading), wanted, JSON.stringify(tally))
      if (n <= 10_000) assert.equal(byCounting(tally), wanted, JSON.stringify(tally))
    }
})
