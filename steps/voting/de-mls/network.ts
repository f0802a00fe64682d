import type { Channel } from '../../../adapters/contract/de-mls.ts'
import { kindOf } from './mls-messages.ts'

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
  /** Whether it refused the last message. */
  readonly refused: boolean
}

/** How somebody gets what was held back; without something, that comes with the rest later. */
export type Catching =
  | 'in order'
  | 'backwards'
  | 'twice'
  | 'without the MLS proposals'
  | 'without the commit'

/** Carries messages between the participants of a group: all of them to all others, in the order of sending. */
export class Network {
  /** All that was ever sent. */
  readonly log: Sent[] = []
  readonly #addressees: () => Iterable<Addressee>
  readonly #held = new Set<string>()
  readonly #missed = new Map<string, Sent[]>()

  constructor(addressees: () => Iterable<Addressee>) {
    this.#addressees = addressees
  }

  /** Keeps from now on all that is sent to somebody. */
  hold(name: string): void {
    this.#held.add(name)
  }

  /** Loses what is held back from somebody, who is reached again. */
  drop(name: string): void {
    this.#held.delete(name)
    this.#missed.delete(name)
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
        if (this.isHeld(addressee.name)) this.#missedBy(addressee.name).push(next)
        else queue.push(...(await addressee.take(next)))
      }
    }
  }

  /** Delivers what was held back from somebody, who is reached again. */
  async release(addressee: Addressee, catching: Catching): Promise<void> {
    const { name } = addressee
    const held = this.#missedBy(name)
    const [, missing = ''] = /^without the (MLS proposal|commit)s?$/.exec(catching) ?? []
    const left = new Set(held.filter(({ wire }) => missing !== '' && kindOf(wire) === missing))
    const now = held.filter((message) => !left.has(message))
    for (const message of catching === 'backwards' ? now.toReversed() : now) {
      await this.spread(await addressee.take(message))
      // What it cannot use yet comes again when its turn has come.
      if (addressee.refused) left.add(message)
      if (catching === 'twice') await this.spread(await addressee.take(message))
    }
    const rest = held.filter((message) => left.has(message))
    this.drop(name)
    if (missing !== '') this.#missedBy(name).push(...rest)
    if (catching === 'backwards')
      for (const message of rest) await this.spread(await addressee.take(message))
  }

  #missedBy(name: string): Sent[] {
    const missed = this.#missed.get(name) ?? []
    this.#missed.set(name, missed)
    return missed
  }
}
