import assert from 'node:assert/strict'
import { test } from 'node:test'
import { literal, type VotingProfile } from '../../adapters/reference/voting/profile.ts'
import { Voter } from '../../adapters/reference/voting/voter.ts'
import { type Proposal, proposalType } from '../../proto/consensus.ts'

const now = 1_000_000
const question = { name: 'n', payload: 'p', expectedVoters: 3, expiresIn: 60_000 }

function voters(count: number, profile: VotingProfile = literal): Voter[] {
  return Array.from({ length: count }, (_, at) => {
    const privateKey = new Uint8Array(32).fill(at + 1)
    return new Voter({ privateKey, seed: privateKey, profile })
  })
}

function hand(proposal: Proposal, to: Voter): number {
  return to.receive(proposalType.encode(proposal), now)
}

test('three voters who vote one after the other decide, each from the list it hears', () => {
  const [a, b, c] = voters(3) as [Voter, Voter, Voter]
  const first = a.propose(question, true, now)
  const id = hand(first, b)
  const second = b.vote(id, true, now)
  assert.equal(b.outcome(id, now)?.result, 'YES')
  hand(second, c)
  assert.deepEqual(c.outcome(id, now), { result: 'YES', final: true })
  assert.equal(a.outcome(id, now)?.result, 'UNDECIDED')
})

test('votes on the same list at the same time are all heard', () => {
  const [a, b, c] = voters(3) as [Voter, Voter, Voter]
  const first = a.propose(question, false, now)
  for (const voter of [b, c]) hand(first, voter)
  for (const voter of [b, c]) hand(voter.vote(first.proposal_id, true, now), a)
  assert.equal(a.outcome(first.proposal_id, now)?.result, 'YES')
  assert.equal(a.heard(now).length, 2)
})

test('a second vote counts instead of the first where votes may be repeated, and is refused elsewhere', () => {
  const [a] = voters(1) as [Voter]
  const { proposal_id } = a.propose(question, true, now)
  const again = a.vote(proposal_id, false, now)
  assert.deepEqual(again.votes[1]?.parent_hash, again.votes[0]?.vote_hash)
  const [once] = voters(1, { ...literal, repeatedVotes: 'reject' }) as [Voter]
  const id = once.propose(question, true, now).proposal_id
  assert.throws(() => once.vote(id, false, now), { code: 'repeated-vote' })
})

test('a tie whose payload says RETRY runs again under a new id; without, it is a NO', () => {
  const [a, b] = voters(2) as [Voter, Voter]
  const two = { ...question, expectedVoters: 2 }
  for (const [n, policy, result] of [
    [4, 'RETRY', 'TIE'],
    [4, undefined, 'NO'],
  ] as const) {
    const [c, d] = [...voters(4).slice(2)] as [Voter, Voter]
    const asked = { ...two, expectedVoters: n, ...(policy && { tiePolicy: policy }) }
    const id = hand(a.propose(asked, true, now), b)
    hand(b.vote(id, true, now), c)
    hand(c.vote(id, false, now), d)
    d.vote(id, false, now)
    assert.equal(d.outcome(id, now)?.result, result)
    if (policy) assert.notEqual(d.retry(id, true, now).proposal_id, id)
    else assert.throws(() => d.retry(id, true, now), { code: 'closed' })
  }
})

test('a proposal that came damaged does not stand in the way of the good copy', () => {
  const [a, b] = voters(2) as [Voter, Voter]
  const good = a.propose(question, true, now)
  const bad = structuredClone(good)
  for (const vote of bad.votes) vote.vote = false
  assert.throws(() => hand(bad, b), { code: 'hash' })
  assert.equal(b.outcome(good.proposal_id, now), undefined)
  hand(good, b)
  assert.equal(b.outcome(good.proposal_id, now)?.result, 'UNDECIDED')
})

test('bytes that are no proposal are refused as such', () => {
  const [a] = voters(1) as [Voter]
  assert.throws(() => a.receive(Uint8Array.of(0x0a, 0xff), now), { code: 'malformed' })
})
