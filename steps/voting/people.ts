import { hexToBytes } from '@noble/hashes/utils.js'
import type { VoteEncoding } from '../../proto/vote-encoding.ts'
import { ownerOf } from '../../proto/vote-signature.ts'
import { Dice } from '../dice.ts'

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

interface Keys {
  readonly key: Uint8Array
  readonly owner: Uint8Array
}

/** Of the latest run. Deriving an owner is dear, and every try of a property has a roster of fourteen. */
let ring = { run: '', byName: new Map<string, Keys>() }

/** The keys of one run, others in every run: the suite knows everybody's, so it can vote for all and forge for Mallory. */
export class People {
  readonly #seed: string
  readonly #encoding: VoteEncoding
  readonly #byName: Map<string, Keys>

  /** `seed`: of the run. */
  constructor(seed: string, encoding: VoteEncoding) {
    this.#seed = seed
    this.#encoding = encoding
    const run = `${seed}/${encoding.owner}`
    if (ring.run !== run) ring = { run, byName: new Map() }
    this.#byName = ring.byName
  }

  /** The private key of a person; made when first asked for. */
  key(name: string): Uint8Array {
    return this.#keys(name).key
  }

  /** What stands in vote_owner for a person. */
  owner(name: string): Uint8Array {
    return this.#keys(name).owner
  }

  /** What stands in vote_owner for a person whom a table names. */
  ownerNamed(words: string): Uint8Array {
    if (![...names, stranger].includes(words))
      throw new Error(
        `"${words}" is no value of the voting features: see steps/voting/contents.ts and fields.ts`,
      )
    return this.owner(words)
  }

  #keys(name: string): Keys {
    let keys = this.#byName.get(name)
    if (!keys) {
      // The first byte keeps it below the order of the curve and above zero.
      const key = hexToBytes(`01${new Dice(`${this.#seed}/${name}`).hex(31)}`)
      this.#byName.set(name, (keys = { key, owner: ownerOf(this.#encoding, key) }))
    }
    return keys
  }

  /** The first `count` voters; those past the named ones have numbers. */
  voters(count: number): string[] {
    return Array.from({ length: count }, (_, at) => names[at] ?? `voter ${at + 1}`)
  }
}
