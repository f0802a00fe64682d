import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

type Due = readonly { readonly messageId: string; readonly wire: string }[]

/** What the periodic tasks of a scenario have broadcast. */
export class Sweeps {
  readonly #world: World
  #due: Observed<Due> | undefined
  #broadcasts: Observed<readonly string[]> | undefined

  constructor(world: World) {
    this.#world = world
  }

  /** What the last sweep of an outgoing buffer broadcast again. */
  get due(): Observed<Due> {
    if (!this.#due) throw new Error('no outgoing buffer was swept: add a When')
    return this.#due
  }

  set due(due: Observed<Due>) {
    this.#due = due
  }

  /** The same as labels, in its order. */
  get labels(): Observed<string[]> {
    const { messages } = this.#world.scene(Channel)
    return this.due.map((all) => all.map(({ messageId }) => messages.labelOf(messageId)))
  }

  /** Takes in what one tick broadcast. */
  ticked(broadcasts: Observed<readonly { readonly wire: string }[]>): void {
    const before = this.#broadcasts?.value ?? []
    this.#broadcasts = broadcasts.map((all) => [...before, ...all.map(({ wire }) => wire)])
  }

  /** The bytes of all that the ticks broadcast. */
  get broadcasts(): Observed<readonly string[]> {
    if (!this.#broadcasts) throw new Error('no periodic task ran: add a When')
    return this.#broadcasts
  }
}
