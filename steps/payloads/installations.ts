import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/** The ids of installations that a client has said, so that the next one can be compared. */
export class Installations {
  before: Observed<string> | undefined
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** `as before`, or `a new one`. */
  compare(words: string, got: Observed<unknown>): void {
    if (!this.before) throw new Error('no device was described before: add a Given')
    const before = this.before.value
    this.#world.expect('the installation id before', this.before).meets('set', (id) => id !== '')
    const comparison = this.#world.expect('the installation id', got)
    if (words === 'as before') comparison.equals(before)
    else if (words === 'a new one')
      comparison.meets(`set, and not ${before}`, (id) => id !== undefined && id !== before)
    else throw new Error(`expected "as before" or "a new one", got "${words}"`)
  }
}
