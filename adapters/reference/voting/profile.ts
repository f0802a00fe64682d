import { literalEncoding, type VoteEncoding } from '../../../proto/vote-encoding.ts'
import type { Revision } from '../revision.ts'

/** How this voter reads what the consensus text leaves open; keys as an adapter declares them. */
export interface VotingProfile extends VoteEncoding {
  /** Which text is read. */
  readonly revision: Revision
  /** Which vote of P_1 a new vote points to when there are several (AMB-11). */
  readonly receivedHash: 'last' | 'first'
  /** Whether the first vote has to be the proposal owner's (AMB-16). */
  readonly requireOwnerVote: 'true' | 'false'
  /** Whether a later vote of one owner, linked by parent_hash, replaces the earlier (AMB-30). */
  readonly repeatedVotes: 'chain' | 'reject'
  /** Which of two conflicting votes of one owner counts (AMB-30). */
  readonly conflict: 'first'
  /** Whether silent peers, counted at expiry, also make up for a missing quorum (AMB-26). */
  readonly silent: 'strict' | 'quorum'
  /** Whether a NO is told as soon as it is certain, or only at expiry (AMB-25). */
  readonly earlyNo: 'true' | 'false'
  /** Whether a proposal whose age is exactly its interval is still open (AMB-20). */
  readonly expiryBound: 'exclusive' | 'inclusive'
  /** What becomes of a tie where the payload names no policy (AMB-28). */
  readonly tiePolicy: 'REJECT' | 'RETRY'
  /** Whether only those count who were named as voters, where any were named (AMB-33). */
  readonly roster: 'enforced' | 'open'
}

export const literal: VotingProfile = {
  ...literalEncoding,
  revision: '2025-09-16',
  receivedHash: 'last',
  requireOwnerVote: 'true',
  repeatedVotes: 'chain',
  conflict: 'first',
  silent: 'strict',
  earlyNo: 'true',
  expiryBound: 'exclusive',
  tiePolicy: 'REJECT',
  roster: 'enforced',
}

/**
 * What each text says to the letter. The later one closes a proposal at an instant, "`current_time in
 * [P_timestamp, P_expiration_timestamp]`" (section 2, step 5.4): ends included (AMB-42).
 */
export const votingTexts: Readonly<Record<Revision, VotingProfile>> = {
  '2025-09-16': literal,
  '2026-04-02': {
    ...literal,
    revision: '2026-04-02',
    expiry: 'absolute',
    expiryBound: 'inclusive',
  },
}
