import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { Refused } from '../../contract/handler.ts'
import { keyOf } from './bytes.ts'

/** A proposal that nobody may answer decides nothing. */
export function checkVotersExpected({ expected_voters_count }: Proposal): void {
  if (expected_voters_count < 1) throw new Refused('electorate', 'no voters are expected')
}

/** Nobody votes who was not named, where anybody was (AMB-33). */
export function checkNamed(votes: readonly Vote[], named: ReadonlySet<string> | undefined): void {
  const stranger = votes.find((vote) => named && !named.has(keyOf(vote.vote_owner)))
  if (stranger) throw new Refused('electorate', 'a voter is not on the roster')
}

/** expected_voters_count is the maximum number of distinct voters (section 1), those already counted included. */
export function checkDistinct(
  votes: readonly Vote[],
  counted: ReadonlyMap<string, Vote>,
  expected: number,
): void {
  const owners = new Set(counted.keys())
  for (const vote of votes) owners.add(keyOf(vote.vote_owner))
  if (owners.size > expected)
    throw new Refused('electorate', `${owners.size} voters where ${expected} are expected`)
}
