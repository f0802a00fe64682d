import type { HistoryEntry } from '../../../proto/sds.ts'
import type { ContentMessage, SyncMessage } from './kind.ts'

/** A message that waits, and how many of its dependencies are not met. */
interface Waiting {
  readonly message: ContentMessage | SyncMessage
  unmet: number
}

/** A message id that is not in the log and on which messages wait. */
interface Dependency {
  readonly entry: HistoryEntry
  readonly since: number
  readonly waiting: Waiting[]
  lost: boolean
}

/**
 * The buffer for incoming messages with unmet causal dependencies.
 *
 * Indexed by dependency: an id that enters the log touches those messages alone that wait for it,
 * so a chain of any length received backwards costs one step a message.
 */
export class IncomingBuffer {
  readonly #waiting = new Set<Waiting>()
  readonly #contentIds = new Set<string>()
  readonly #dependencies = new Map<string, Dependency>()
  #ready: Waiting[] = []

  /** Whether a content message with this id waits. Sync ids may repeat, so they do not count. */
  holds(messageId: string): boolean {
    return this.#contentIds.has(messageId)
  }

  /** Puts a message in the buffer; `unmet` are the entries of its history that are not in the log. */
  add(message: ContentMessage | SyncMessage, unmet: readonly HistoryEntry[], now: number): void {
    const waiting = { message, unmet: unmet.length }
    this.#waiting.add(waiting)
    if (message.content !== undefined && message.content.length > 0)
      this.#contentIds.add(message.messageId)
    for (const entry of unmet) this.#waitFor(entry, waiting, now)
  }

  #waitFor(entry: HistoryEntry, waiting: Waiting, now: number): void {
    const dependency = this.#dependencies.get(entry.messageId)
    if (dependency !== undefined) dependency.waiting.push(waiting)
    else
      this.#dependencies.set(entry.messageId, {
        entry,
        since: now,
        waiting: [waiting],
        lost: false,
      })
  }

  /** Tells that an id is in the log now; the messages that waited for it alone become ready. */
  meet(messageId: string): void {
    const dependency = this.#dependencies.get(messageId)
    if (dependency === undefined) return
    this.#dependencies.delete(messageId)
    for (const waiting of dependency.waiting) {
      waiting.unmet -= 1
      if (waiting.unmet === 0) this.#ready.push(waiting)
    }
  }

  /** Takes the messages whose dependencies are met out of the buffer, in the order they became so. */
  takeReady(): (ContentMessage | SyncMessage)[] {
    const ready = this.#ready
    this.#ready = []
    for (const waiting of ready) {
      this.#waiting.delete(waiting)
      this.#contentIds.delete(waiting.message.messageId)
    }
    return ready.map(({ message }) => message)
  }

  /** Dependencies to retrieve: neither met, nor received and waiting here, nor given up. */
  missing(): HistoryEntry[] {
    const missing: HistoryEntry[] = []
    for (const { entry, lost } of this.#dependencies.values())
      if (!lost && !this.holds(entry.messageId)) missing.push(entry)
    return missing
  }

  /** Marks what has been missing for `lostAfterMs` as lost, and tells what was so marked. */
  markLost(now: number, lostAfterMs: number): string[] {
    const lost: string[] = []
    for (const [messageId, dependency] of this.#dependencies) {
      if (dependency.lost || this.holds(messageId) || now - dependency.since < lostAfterMs) continue
      // The dependency is lost, not the message that waits for it: should it come after all, the
      // message is delivered (AMB-17).
      dependency.lost = true
      lost.push(messageId)
    }
    return lost
  }

  /** Ids of the waiting messages, in the order they came. */
  messageIds(): string[] {
    return [...this.#waiting].map(({ message }) => message.messageId)
  }
}
