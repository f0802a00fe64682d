import type { Proposal, Vote } from '../../proto/consensus.ts'
import type { Dice } from '../dice.ts'
import type { Tampering } from './craft.ts'
import { bytesDamages } from './damaged-bytes.ts'
import { listDamages } from './damaged-list.ts'
import { voteDamages } from './damaged-vote.ts'

/*
What can be wrong with a list of votes, as the features say it. Everything else about the list is as it
should be: later votes are chained to the damaged one, and what is "made so" is hashed and signed anew.
*/

export interface Damage {
  /** Done to single votes while they are made. Votes count from 0 here and from 1 in sentences. */
  readonly votes?: ReadonlyMap<number, Tampering>
  /** Done to the finished list. */
  readonly list?: (votes: Vote[]) => void
  /** What is sent instead of the bytes of the proposal. */
  readonly bytes?: (proposal: Proposal, dice: Dice) => Uint8Array
}

/** Words, a regular expression, and what they do, by its groups. */
export type DamageKind = readonly [string, (groups: readonly (string | undefined)[]) => Damage]

const kinds: readonly DamageKind[] = [...voteDamages, ...listDamages, ...bytesDamages]
const patterns = kinds.map(([words, make]) => [new RegExp(`^${words}$`), make] as const)

/** All damages as one regular expression without groups. */
export const damageWords = new RegExp(
  kinds.map(([words]) => words.replaceAll(/\((?!\?)/g, '(?:')).join('|'),
)

export function damage(words: string): Damage {
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(words)
    if (match) return make(match.slice(1))
  }
  throw new Error(`no damage is called "${words}": add it to steps/voting/damaged-*.ts`)
}
