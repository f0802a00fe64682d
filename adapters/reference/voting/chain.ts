import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { Refused } from '../../contract/handler.ts'
import { equal, keyOf } from './bytes.ts'

/** The list begins where the voting began: with the owner's vote, which points to nothing (section 1; AMB-16). */
export function checkHead({ votes, proposal_owner }: Proposal): void {
  const first = votes[0]
  if (!first) throw new Refused('no-votes', "the list lacks the proposal owner's vote")
  if (first.received_hash.length > 0)
    throw new Refused('chain', 'the first vote points to a vote that is not in the list')
  if (!equal(first.vote_owner, proposal_owner))
    throw new Refused('chain', "the first vote is not the proposal owner's")
}

/** Every vote points to the one before it (section 2, check 3; AMB-12). */
export function checkReceivedHashes(votes: readonly Vote[]): void {
  for (let at = 1; at < votes.length; at++) {
    const [before, vote] = [votes[at - 1] as Vote, votes[at] as Vote]
    if (!equal(vote.received_hash, before.vote_hash))
      throw new Refused('chain', `received_hash of vote ${at} is not the hash of vote ${at - 1}`)
  }
}

/** Every vote points to its owner's latest earlier vote, or to none where there is none (section 2, check 2; AMB-13). */
export function checkParentHashes(votes: readonly Vote[]): void {
  const latest = new Map<string, Vote>()
  for (const [at, vote] of votes.entries()) {
    const owner = keyOf(vote.vote_owner)
    const former = latest.get(owner)
    if (former && !equal(vote.parent_hash, former.vote_hash))
      throw new Refused('chain', `parent_hash of vote ${at} is not the hash of the former vote`)
    if (!former && vote.parent_hash.length > 0)
      throw new Refused('chain', `vote ${at} is its owner's first and has a parent_hash`)
    latest.set(owner, vote)
  }
}

/** One vote an owner, for those who allow no second thoughts (AMB-30). */
export function checkUnrepeated(votes: readonly Vote[]): void {
  const owners = new Set(votes.map((vote) => keyOf(vote.vote_owner)))
  if (owners.size < votes.length) throw new Refused('repeated-vote', 'an owner votes twice')
}
