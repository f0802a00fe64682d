import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { Refused } from '../../contract/handler.ts'
import { isEarly, isFromAfter, isFromBefore } from './age.ts'
import { checkHead, checkParentHashes, checkReceivedHashes, checkUnrepeated } from './chain.ts'
import { checkDistinct, checkNamed, checkVotersExpected } from './electorate.ts'
import type { Poll } from './poll.ts'
import type { VotingProfile } from './profile.ts'
import { checkHash, checkSignature, wholeVote } from './vote.ts'

/**
 * All checks of sections 2 and 3 on a received proposal, before any of it has effect: one vote that
 * fails refuses the whole message. Fails with Refused.
 */
export function validate(
  proposal: Proposal,
  poll: Poll,
  now: bigint,
  profile: VotingProfile,
  named: ReadonlySet<string> | undefined,
): void {
  checkVotersExpected(proposal)
  if (poll.hasExpired(now)) throw new Refused('expired', 'the proposal has expired')
  if (isEarly(poll.terms, now, profile))
    throw new Refused('timestamp', 'the proposal is from a time to come')
  for (const vote of proposal.votes) {
    checkVote(vote, poll, profile)
    checkTimes(vote, poll, profile)
  }
  if (profile.requireOwnerVote === 'true') checkHead(proposal)
  checkReceivedHashes(proposal.votes)
  checkParentHashes(proposal.votes)
  if (profile.repeatedVotes === 'reject') checkUnrepeated(proposal.votes)
  if (profile.roster === 'enforced') checkNamed(proposal.votes, named)
  checkDistinct(proposal.votes, poll.counted, poll.terms.expected_voters_count)
}

function checkVote(vote: Vote, poll: Poll, profile: VotingProfile): void {
  if (vote.proposal_id !== poll.terms.proposal_id)
    throw new Refused('foreign-vote', 'the vote belongs to another proposal')
  // A vote comes again in every longer list; it is verified once, as a whole.
  const whole = wholeVote(vote)
  if (poll.verified.has(whole)) return
  checkHash(vote, profile)
  checkSignature(vote, profile)
  poll.verified.add(whole)
}

function checkTimes(vote: Vote, { terms }: Poll, profile: VotingProfile): void {
  if (isFromBefore(vote, terms)) throw new Refused('timestamp', 'a vote older than the proposal')
  if (isFromAfter(vote, terms, profile))
    throw new Refused('timestamp', "a vote from after the proposal's end")
}
