import type { VotingResult } from '../../adapters/contract/voting.ts'
import type { Declared } from './declared.ts'

/* What the words of the features allow a result to be, at a client that declares its readings. */

export type TiePolicy = 'RETRY' | 'REJECT'

/** By the words after "where": the reading that has to be declared, its value, and what is literal. */
const READINGS: Readonly<Record<string, readonly [key: string, value: string, literal: string]>> = {
  'silence completes a quorum': ['silent', 'quorum', 'strict'],
  'a conflict discards both': ['conflict', 'discard', 'first'],
}

export const declaredReadings: readonly string[] = Object.keys(READINGS)

/**
 * The results that an outcome allows. A tie is told as one, or as NO where the proposal or the client says
 * that it means REJECT (AMB-28); an early NO may also come at the end (AMB-25).
 */
export function allowedResults(
  declared: Declared,
  words: string,
  asked?: TiePolicy,
): VotingResult[] {
  const [, usual = '', other = '', where = ''] =
    /^(.+?)(?:, or (\w+) where (.+))?$/.exec(words) ?? []
  const [key = '', value, literal = ''] = READINGS[where] ?? []
  if (value !== undefined && declared.reading(key, literal) === value)
    return [other as VotingResult]
  const early = usual.startsWith('early ')
  const allowed = new Set(usual.replace('early ', '').split(' or ') as VotingResult[])
  const policy = asked ?? declared.reading('tiePolicy', 'REJECT')
  if (allowed.has('TIE') && policy === 'REJECT') allowed.add('NO')
  if (early && declared.reading('earlyNo', 'true') === 'false') allowed.add('UNDECIDED')
  return [...allowed]
}
