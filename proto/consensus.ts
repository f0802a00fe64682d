/*
The messages of hashgraph-like consensus (section 1), by the names of the text.
*/
import { messageType } from './codec.ts'
import type { UnknownField } from './message.ts'

export interface Vote {
  vote_id: number
  vote_owner: Uint8Array
  proposal_id: number
  timestamp: bigint
  /** YES is true. */
  vote: boolean
  /** vote_hash of the owner's own earlier vote; empty if there is none. */
  parent_hash: Uint8Array
  /** vote_hash of the vote before this one in the list; empty for the first. */
  received_hash: Uint8Array
  vote_hash: Uint8Array
  signature: Uint8Array
  $unknown?: UnknownField[]
}

export interface Proposal {
  name: string
  payload: string
  proposal_id: number
  proposal_owner: Uint8Array
  votes: Vote[]
  expected_voters_count: number
  round: number
  timestamp: bigint
  /** An interval; an instant for those who declare the later revision's reading (`voting.expiry: absolute`). */
  expiration_time: bigint
  liveness_criteria_yes: boolean
  $unknown?: UnknownField[]
}

export const proposalType = messageType<Proposal>('consensus.proto', 'vac.voting.Proposal')
export const voteType = messageType<Vote>('consensus.proto', 'vac.voting.Vote')
