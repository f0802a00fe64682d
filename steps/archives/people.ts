import { secp256k1 } from '@noble/curves/secp256k1.js'
import type { Dice } from '../dice.ts'

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
  readonly #people = new Map<string, Person>()

  constructor(dice: Dice) {
    this.#dice = dice
  }

  get(name: string): Person {
    let person = this.#people.get(name)
    if (!person) {
      const privateKey = this.#privateKey()
      const publicKey = Buffer.from(secp256k1.getPublicKey(privateKey)).toString('hex')
      this.#dice.mark(publicKey)
      person = { name, privateKey, publicKey }
      this.#people.set(name, person)
    }
    return person
  }

  #privateKey(): Uint8Array {
    for (;;) {
      const key = Buffer.from(this.#dice.hex(32), 'hex')
      if (secp256k1.utils.isValidSecretKey(key)) return key
    }
  }
}
