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
  readonly #names = new Map<string, string>()

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
      this.#world.dice.mark(person.publicKey)
      this.#byName.set(name, person)
    }
    return person
  }

  /** A public key as a record has it in text (AMB-14). */
  text(name: string): string {
    return `0x${this.get(name).publicKey}`
  }

  /**
   * A name of the features as it is in this run: another one each time, so that an answer that repeats an
   * earlier run shows.
   */
  named(words: string): string {
    let name = this.#names.get(words)
    if (name === undefined) this.#names.set(words, (name = `${this.#world.dice.hex(4)}-${words}`))
    return name
  }

  /** The same, if the scenario has given it as a name before; else the words themselves. */
  known(words: string): string {
    return this.#names.get(words) ?? words
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
