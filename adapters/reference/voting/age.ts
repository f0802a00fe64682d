import type { Proposal, Vote } from '../../../proto/consensus.ts'
import type { VotingProfile } from './profile.ts'

type Times = Pick<Proposal, 'timestamp' | 'expiration_time'>
type Reading = Pick<VotingProfile, 'expiry' | 'expiryBound'>

/** Virtual time, in milliseconds, in the unit of the wire. */
export function wireTime(now: number, unit: VotingProfile['timeUnit']): bigint {
  return BigInt(unit === 's' ? Math.floor(now / 1000) : now)
}

/**
 * Whether a proposal is past its time (section 2, step 5.4). The formula as printed holds for every
 * past timestamp; read here as: its age is below its interval (AMB-20).
 */
export function hasExpired(proposal: Times, now: bigint, reading: Reading): boolean {
  const age = now - proposal.timestamp
  const interval = openFor(proposal, reading)
  return reading.expiryBound === 'inclusive' ? age > interval : age >= interval
}

/** Whether a proposal is heard before it was made, which only the later text forbids (step 5.4). */
export function isEarly(
  { timestamp }: Times,
  now: bigint,
  { revision }: Pick<VotingProfile, 'revision'>,
): boolean {
  return revision !== '2025-09-16' && now < timestamp
}

/** Whether a vote is older than the proposal it claims to answer (section 3, check 4; AMB-22). */
export function isFromBefore(vote: Vote, proposal: Times): boolean {
  return vote.timestamp < proposal.timestamp
}

/** Whether a vote claims to have been cast after the proposal's end. */
export function isFromAfter(vote: Vote, proposal: Times, reading: Reading): boolean {
  return hasExpired(proposal, vote.timestamp, reading)
}

function openFor({ timestamp, expiration_time }: Times, { expiry }: Reading): bigint {
  return expiry === 'absolute' ? expiration_time - timestamp : expiration_time
}
