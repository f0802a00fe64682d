import type { Channel } from '../../../adapters/contract/de-mls.ts'

/** One message on its way. */
export interface Sent {
  readonly from: string
  readonly channel: Channel
  readonly wire: string
}

/** Who messages are delivered to. */
export interface Addressee {
  readonly name: string
  /** Whether messages on a channel are meant for it. */
  hears(channel: Channel): boolean
  /** Takes a message; answers what that makes it send. */
  take(message: Sent): Promise<readonly Sent[]>
}

/** In which order somebody gets what was held back. */
export type Catching = 'in order' | 'backwards' | 'twice'

/** Carries messages between the participants of a group: all of them to all others, in the order of sending. */
export class Network {
  /** All that was ever sent. */
  readonly log: Sent[] = []
  readonly #addressees: () => Iterable<Addressee>
  readonly #held = new Map<string, Sent[]>()

  constructor(addressees: () => Iterable<Addressee>) {
    this.#addressees = addressees
  }

  /** Keeps from now on all that is sent to somebody. */
  hold(name: string): void {
    this.#held.set(name, [])
  }

  isHeld(name: string): boolean {
    return this.#held.has(name)
  }

  /** Delivers messages and whatever they cause. */
  async spread(sends: readonly Sent[]): Promise<void> {
    const queue = [...sends]
    for (let next = queue.shift(); next; next = queue.shift()) {
      this.log.push(next)
      for (const addressee of this.#addressees()) {
        if (addressee.name === next.from || !addressee.hears(next.channel)) continue
        const held = this.#held.get(addressee.name)
        if (held) held.push(next)
        else queue.push(...(await addressee.take(next)))
      }
    }
  }

  /** What is held back from somebody. */
  held(name: string): readonly Sent[] {
    return this.#held.get(name) ?? []
  }

  /** Delivers what was held back from somebody, who is reached again from then on. */
  async release(addressee: Addressee, catching: Catching): Promise<void> {
    const held = this.held(addressee.name)
    this.#held.delete(addressee.name)
    const order = catching === 'backwards' ? held.toReversed() : held
    const caused: Sent[] = []
    for (const message of order)
      for (let times = catching === 'twice' ? 2 : 1; times > 0; times--)
        caused.push(...(await addressee.take(message)))
    await this.spread(caused)
  }
}
