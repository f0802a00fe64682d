import type { VotingProfile } from './profile.ts'

/** What is known when a result is asked for. */
export interface Tally {
  /** expected_voters_count. */
  readonly n: number
  /** Distinct owners whose counted vote is YES, and NO. */
  readonly yes: number
  readonly no: number
  readonly livenessYes: boolean
  readonly expired: boolean
}

export type Decision = 'YES' | 'NO' | 'TIE' | 'UNDECIDED'

type Reading = Pick<VotingProfile, 'silent' | 'earlyNo'>

/** At least two thirds of n voted: the smallest d is ceil(2n/3) (Liveness; AMB-23). */
export function isQuorum(distinct: number, n: number): boolean {
  return 3 * distinct >= 2 * n
}

/** More than half of all n, not of the votes cast (Liveness; AMB-24). */
export function isMajority(votes: number, n: number): boolean {
  return 2 * votes > n
}

/**
 * The result of a vote (sections 3 and 4), in integers only. `UNDECIDED` of an expired tally means
 * aborted. A tie is told as it is: the policy of the application maps it.
 */
export function decide({ n, yes, no, livenessYes, expired }: Tally, reading: Reading): Decision {
  const distinct = yes + no
  const silent = n - distinct
  const fillsUp = expired && reading.silent === 'quorum'
  if (!isQuorum(distinct, n) && !fillsUp) return 'UNDECIDED'
  // A silent peer may only be late, so it counts for a side at expiry and not before (AMB-26).
  const allYes = expired && livenessYes ? yes + silent : yes
  const allNo = expired && !livenessYes ? no + silent : no
  const closed = expired || silent === 0
  if (n <= 2) return unanimous(yes, n, closed)
  if (isMajority(allYes, n)) return 'YES'
  if (isMajority(allNo, n) && (closed || reading.earlyNo === 'true')) return 'NO'
  if (closed && allYes === allNo) return 'TIE'
  return 'UNDECIDED'
}

/** One or two voters have to agree; silence completes nothing (AMB-27). */
function unanimous(yes: number, n: number, closed: boolean): Decision {
  if (yes === n) return 'YES'
  return closed ? 'NO' : 'UNDECIDED'
}
