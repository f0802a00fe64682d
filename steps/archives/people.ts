import { isPrivate, pointFromScalar } from 'tiny-secp256k1'
import { Dice } from '../dice.ts'

/** Somebody with a key: a user, the owner of a community, a cheat. */
export interface Person {
  readonly name: string
  readonly privateKey: Uint8Array
  /** Compressed, hex. */
  readonly publicKey: string
}

/** The people of one scenario, with other keys in every run. */
export class People {
  readonly #dice: Dice
  readonly #seed: string
  readonly #people = new Map<string, Person>()

  /** `seed`: of the run. */
  constructor(dice: Dice, seed: string) {
    this.#dice = dice
    this.#seed = seed
  }

  /** An owner of a community is the same in all scenarios of a run: the keys of a community are dear to derive. */
  owner(name: string): Person {
    if (this.#people.has(name)) return this.get(name)
    return this.#add(name, new Dice(`${this.#seed}/${name}`))
  }

  get(name: string): Person {
    return this.#people.get(name) ?? this.#add(name, this.#dice)
  }

  #add(name: string, dice: Dice): Person {
    let privateKey: Uint8Array
    do privateKey = Buffer.from(dice.hex(32), 'hex')
    while (!isPrivate(privateKey))
    const publicKey = Buffer.from(pointFromScalar(privateKey, true) ?? []).toString('hex')
    this.#dice.mark(publicKey)
    const person = { name, privateKey, publicKey }
    this.#people.set(name, person)
    return person
  }
}
