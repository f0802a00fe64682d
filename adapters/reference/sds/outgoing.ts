import type { ReceivedFilter } from './bloom.ts'
import { UndecidedIds } from './undecided.ts'

/** There is no state for acknowledged: it takes the message out of the buffer. */
export type AckState = 'unacknowledged' | 'possiblyAcknowledged'

/** A message as it was broadcast. */
export interface Broadcast {
  readonly messageId: string
  readonly wire: Uint8Array
}

interface Held extends Broadcast {
  /** Ids of the messages whose bloom filter had this one. */
  readonly hits: Set<string>
  state: AckState
  sentAt: number
}

/** The buffer for unacknowledged outgoing messages. */
export class OutgoingBuffer {
  readonly #held = new Map<string, Held>()
  readonly #undecided = new UndecidedIds()
  readonly #possibleAcksThreshold: number

  /** `possibleAcksThreshold`: filters of different messages that together acknowledge. */
  constructor(possibleAcksThreshold: number) {
    this.#possibleAcksThreshold = possibleAcksThreshold
  }

  add({ messageId, wire }: Broadcast, now: number): void {
    const hits = new Set<string>()
    this.#held.set(messageId, { messageId, wire, hits, state: 'unacknowledged', sentAt: now })
    this.#undecided.add(messageId)
  }

  /** Takes an acknowledged message out; false if it is not here. */
  acknowledge(messageId: string): boolean {
    this.#undecided.delete(messageId)
    return this.#held.delete(messageId)
  }

  /**
   * Marks the messages included in the filter of the message `by` and tells which were so marked.
   * A message not included keeps its state: evidence is never taken back (AMB-20).
   */
  markPossibly(filter: ReceivedFilter, by: string): string[] {
    const marked: string[] = []
    for (const messageId of this.#undecided.in(filter)) {
      const held = this.#held.get(messageId) as Held
      if (held.state === 'unacknowledged') marked.push(messageId)
      held.state = 'possiblyAcknowledged'
      held.hits.add(by)
      // Where no number of hits acknowledges, the first is the last that matters.
      if (this.#possibleAcksThreshold === Infinity) this.#undecided.delete(messageId)
    }
    return marked
  }

  /** Messages in so many filters, of different messages (AMB-16), that they count as acknowledged. */
  probable(): string[] {
    if (this.#possibleAcksThreshold === Infinity) return []
    return [...this.#held.values()]
      .filter(({ hits }) => hits.size >= this.#possibleAcksThreshold)
      .map(({ messageId }) => messageId)
  }

  /** Messages in `state` last broadcast `periodMs` ago or longer; they count as broadcast at `now`. */
  takeDue(state: AckState, periodMs: number, now: number): Broadcast[] {
    const due: Broadcast[] = []
    for (const held of this.#held.values()) {
      if (held.state !== state || now - held.sentAt < periodMs) continue
      held.sentAt = now
      due.push({ messageId: held.messageId, wire: held.wire })
    }
    return due
  }

  /** The messages held, in the order they were sent. */
  states(): { messageId: string; state: AckState }[] {
    return [...this.#held.values()].map(({ messageId, state }) => ({ messageId, state }))
  }
}
