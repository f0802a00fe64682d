import { type Vote, voteType } from '../../../proto/consensus.ts'
import { voteHash } from '../../../proto/vote-hash.ts'
import { isSignedByOwner, ownerOf, signVote } from '../../../proto/vote-signature.ts'
import { Refused } from '../../contract/handler.ts'
import { equal, noBytes } from './bytes.ts'
import type { VotingProfile } from './profile.ts'

/** What a new vote says and where it stands. */
export interface Casting {
  readonly voteId: number
  readonly proposalId: number
  readonly time: bigint
  readonly choice: boolean
  /** The list that the vote is added to: P_1.votes. */
  readonly votes: readonly Vote[]
  /** The voter's own latest vote in that list. */
  readonly former: Vote | undefined
}

/** Makes V_2 (section 2, step 4). */
export function castVote(casting: Casting, key: Uint8Array, profile: VotingProfile): Vote {
  const pointedTo = profile.receivedHash === 'first' ? casting.votes[0] : casting.votes.at(-1)
  const vote: Vote = {
    vote_id: casting.voteId,
    vote_owner: ownerOf(profile, key),
    proposal_id: casting.proposalId,
    timestamp: casting.time,
    vote: casting.choice,
    parent_hash: casting.former?.vote_hash ?? noBytes,
    received_hash: pointedTo?.vote_hash ?? noBytes,
    vote_hash: noBytes,
    signature: noBytes,
  }
  vote.vote_hash = voteHash(profile.voteHash, vote, profile.layout)
  vote.signature = signVote(profile, key, vote)
  return vote
}

/** A vote's hash is the hash of its own fields: a signature over a hash binds nothing otherwise (AMB-07). */
export function checkHash(vote: Vote, profile: VotingProfile): void {
  if (!equal(vote.vote_hash, voteHash(profile.voteHash, vote, profile.layout)))
    throw new Refused('hash', 'vote_hash is not the hash of the vote')
}

/** A vote is signed by the key it names as its owner (section 2, check 1). */
export function checkSignature(vote: Vote, profile: VotingProfile): void {
  if (!isSignedByOwner(profile, vote)) throw new Refused('signature', 'not signed by its owner')
}

/** All of a vote, as a key: two votes that differ anywhere have different keys. */
export function wholeVote(vote: Vote): string {
  return Buffer.from(voteType.encode(vote)).toString('latin1')
}
