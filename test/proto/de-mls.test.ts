import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDeMlsProposal, encodeDeMlsProposal, encodeDeMlsVote } from '../../proto/de-mls.ts'
import { literalEncoding } from '../../proto/vote-encoding.ts'
import { concatenated } from '../../proto/vote-hash.ts'
import { isSignedByOwner, ownerOf, signVote } from '../../proto/vote-signature.ts'

const none = new Uint8Array()
const key = new Uint8Array(32).fill(7)
const vote = {
  vote_id: 0xffff_fffe,
  vote_owner: Uint8Array.of(1),
  proposal_id: 0x8000_0001,
  timestamp: 5n,
  vote: true,
  parent_hash: none,
  received_hash: none,
  vote_hash: none,
  signature: none,
}

test('a vote has its time in 22 and its answer in 23, and names no proposal', () => {
  // vote_id -2 as ten bytes, vote_owner, timestamp, vote.
  const wire = 'a001feffffffffffffffff01aa010101b00105b80101'
  assert.equal(Buffer.from(encodeDeMlsVote(vote)).toString('hex'), wire)
})

test('what is written is read again, ids beyond 2^31 included', () => {
  const proposal = {
    name: 'n',
    payload: 'p',
    proposal_id: 0x8000_0001,
    proposal_owner: Uint8Array.of(2),
    votes: [vote],
    expected_voters_count: 0xffff_ffff,
    round: 3,
    timestamp: 4n,
    expiration_time: 60n,
    liveness_criteria_yes: true,
  }
  assert.deepEqual(decodeDeMlsProposal(encodeDeMlsProposal(proposal)), proposal)
})

test('what is hashed and signed leaves out the proposal', () => {
  assert.equal(concatenated(vote, true, 'de-mls').length, concatenated(vote).length - 4)
  const encoding = { ...literalEncoding, signTarget: 'unsigned_vote', layout: 'de-mls' } as const
  const owned = { ...vote, vote_owner: ownerOf(encoding, key) }
  const signed = { ...owned, signature: signVote(encoding, key, owned) }
  assert.ok(isSignedByOwner(encoding, { ...signed, proposal_id: 1 }))
  assert.ok(!isSignedByOwner(encoding, { ...signed, timestamp: 6n }))
})
