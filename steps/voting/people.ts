import { hexToBytes } from '@noble/hashes/utils.js'
import type { VoteEncoding } from '../../proto/vote-encoding.ts'
import { ownerOf } from '../../proto/vote-signature.ts'
import type { Dice } from '../dice.ts'

/** Who can be named in a sentence. Mallory is on no roster. */
export const names = [
  'Alice',
  'Bob',
  'Carol',
  'Dave',
  'Erin',
  'Frank',
  'Grace',
  'Heidi',
  'Ivan',
  'Judy',
  'Kim',
  'Leo',
  'Mia',
] as const
export const stranger = 'Mallory'

/** The keys of one scenario: the suite knows everybody's, so it can vote for all and forge for Mallory. */
export class People {
  readonly #dice: Dice
  readonly #encoding: VoteEncoding
  readonly #keys = new Map<string, Uint8Array>()
  readonly #owners = new Map<string, Uint8Array>()

  constructor(dice: Dice, encoding: VoteEncoding) {
    this.#dice = dice
    this.#encoding = encoding
  }

  /** The private key of a person; made when first asked for. */
  key(name: string): Uint8Array {
    let key = this.#keys.get(name)
    // The first byte keeps it below the order of the curve and above zero.
    if (!key) this.#keys.set(name, (key = hexToBytes(`01${this.#dice.hex(31)}`)))
    return key
  }

  /** What stands in vote_owner for a person. */
  owner(name: string): Uint8Array {
    let owner = this.#owners.get(name)
    if (!owner) this.#owners.set(name, (owner = ownerOf(this.#encoding, this.key(name))))
    return owner
  }

  /** The first `count` voters; those past the named ones have numbers. */
  voters(count: number): string[] {
    return Array.from({ length: count }, (_, at) => names[at] ?? `voter ${at + 1}`)
  }
}
