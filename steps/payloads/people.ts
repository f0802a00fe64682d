import type { World } from '../world.ts'
import { publicKeyOf } from './keys.ts'
import { type Profile, profileOf } from './profile.ts'

/** Where every payloads scenario begins: milliseconds of 2025, as the network has them. */
export const START = 1_757_930_643_000

/** A user: a key pair that is another one in every run. */
export interface Person {
  readonly name: string
  readonly privateKey: string
  /** Uncompressed, hex. */
  readonly publicKey: string
}

/** The users of one scenario, and the readings under which they write. */
export class People {
  readonly profile: Profile
  readonly #world: World
  readonly #byName = new Map<string, Person>()

  constructor(world: World) {
    this.#world = world
    this.profile = profileOf(world)
    world.now = START
    world.show = (value) => this.#shown(value)
  }

  get(name: string): Person {
    let person = this.#byName.get(name)
    if (!person) {
      // Below the order of the curve, and not 0.
      const privateKey = `01${this.#world.dice.hex(31)}`
      person = { name, privateKey, publicKey: publicKeyOf(privateKey) }
      this.#byName.set(name, person)
    }
    return person
  }

  /** A public key as a record has it in text (AMB-14). */
  text(name: string): string {
    return `0x${this.get(name).publicKey}`
  }

  nameOf(publicKey: string): string {
    const found = [...this.#byName.values()].find((person) => person.publicKey === publicKey)
    return found?.name ?? publicKey
  }

  /** Keys by the names of their owners, so that a failure reads well. */
  #shown(value: unknown): string {
    let text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
    for (const { name, publicKey } of this.#byName.values())
      text = text.replaceAll(`0x${publicKey}`, `{${name}}`).replaceAll(publicKey, `{${name}}`)
    return text
  }
}
