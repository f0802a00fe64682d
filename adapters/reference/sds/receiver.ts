import type { HistoryEntry, SdsMessage } from '../../../proto/sds.ts'
import type { BloomFilter } from './bloom.ts'
import type { SdsConfig } from './config.ts'
import type { SdsEvent } from './event.ts'
import type { IncomingBuffer } from './incoming.ts'
import { type ContentMessage, isContent, isEphemeral, isSync, type SyncMessage } from './kind.ts'
import type { LamportClock } from './lamport.ts'
import type { Log } from './log.ts'
import type { OutgoingBuffer } from './outgoing.ts'
import type { Repair } from './repair.ts'
import { reviewAckStatus } from './review.ts'
import type { Text } from './revision.ts'
import type { SyncTimer } from './sync-timer.ts'

/** What received messages change, and who receives them. */
export interface Reception {
  readonly text: Text
  readonly config: SdsConfig
  readonly participantId: string
  readonly channelId: string
  readonly clock: LamportClock
  readonly filter: BloomFilter
  readonly log: Log
  readonly incoming: IncomingBuffer
  readonly outgoing: OutgoingBuffer
  readonly syncTimer: SyncTimer
  readonly repair: Repair | undefined
}

/** The half of a participant that messages come to (SDS, Receive Message, Deliver Message, Review ACK Status). */
export class Receiver {
  readonly #text: Text
  readonly #config: SdsConfig
  readonly #participantId: string
  readonly #channelId: string
  readonly #clock: LamportClock
  readonly #filter: BloomFilter
  readonly #log: Log
  readonly #incoming: IncomingBuffer
  readonly #outgoing: OutgoingBuffer
  readonly #syncTimer: SyncTimer
  readonly #repair: Repair | undefined
  #events: SdsEvent[] = []

  constructor(reception: Reception) {
    this.#text = reception.text
    this.#config = reception.config
    this.#participantId = reception.participantId
    this.#channelId = reception.channelId
    this.#clock = reception.clock
    this.#filter = reception.filter
    this.#log = reception.log
    this.#incoming = reception.incoming
    this.#outgoing = reception.outgoing
    this.#syncTimer = reception.syncTimer
    this.#repair = reception.repair
  }

  /** Takes a message from the network. Throws DecodeError if the bytes are no message. */
  receive(wire: Uint8Array, now: number): void {
    const { decode: decodeMessage } = this.#text.codec
    const message = decodeMessage(wire)
    // A channel has steps and state of its own; what is of another one has no effect (AMB-26).
    if (message.channelId !== this.#channelId) return
    this.#repair?.received(message.messageId)
    // "SHOULD ignore the message if it has a `sender_id` matching its own"
    if (message.senderId === this.#participantId) return
    this.#syncTimer.heard(now)
    if (isContent(message)) this.#repair?.keep(message, wire)
    if (isContent(message)) this.#receiveContent(message, now)
    else if (isSync(message)) this.#receiveSync(message, now)
    // "ephemeral messages SHOULD be delivered immediately"
    else if (isEphemeral(message)) this.#tellDelivered(message.messageId, message.content)
    this.#repair?.requested(message.repairRequest ?? [], (id) => this.#log.has(id), now)
  }

  #receiveContent(message: ContentMessage, now: number): void {
    // "MAY deduplicate the message"
    if (this.#isKnown(message.messageId)) return
    this.#reviewAckStatus(message)
    // "if the message has a populated `content` field … MUST include the received message ID"
    this.#filter.include(message.messageId)
    const unmet = this.#unmetDependencies(message)
    if (unmet.length > 0) this.#buffer(message, unmet, now)
    else this.#deliver(message)
    this.deliverReady()
  }

  /** "MUST process … following the same steps as regular messages, but MUST NOT persist" */
  #receiveSync(message: SyncMessage, now: number): void {
    this.#events.push({ type: 'syncReceived', messageId: message.messageId })
    this.#reviewAckStatus(message)
    const unmet = this.#unmetDependencies(message)
    if (unmet.length > 0) this.#buffer(message, unmet, now)
  }

  /** Whether a content message of this id was received or sent before. */
  #isKnown(messageId: string): boolean {
    return this.#log.has(messageId) || this.#incoming.holds(messageId)
  }

  #reviewAckStatus(message: ContentMessage | SyncMessage): void {
    for (const event of reviewAckStatus(message, this.#outgoing)) this.#events.push(event)
  }

  /** "Dependencies are met if the message IDs in the `causal_history` … appear in the local history" */
  #unmetDependencies({ causalHistory }: SdsMessage): HistoryEntry[] {
    return causalHistory.filter(({ messageId }) => !this.#log.has(messageId))
  }

  /** "If dependencies are unmet, the participant MUST add the message to the incoming buffer" */
  #buffer(message: ContentMessage | SyncMessage, unmet: HistoryEntry[], now: number): void {
    this.#incoming.add(withoutFilter(message), unmet, now)
    const missing = new Set(unmet.map(({ messageId }) => messageId))
    const elsewhere = [...missing].filter((messageId) => !this.#isKnown(messageId))
    if (elsewhere.length > 0) this.#events.push({ type: 'missing', messageIds: elsewhere })
    this.#repair?.missing(
      unmet.filter(({ messageId }) => !this.#isKnown(messageId)),
      now,
    )
  }

  /** "Deliver Message" */
  #deliver(message: ContentMessage): void {
    this.#clock.advanceTo(message.lamportTimestamp)
    this.#tellDelivered(message.messageId, message.content)
    this.enterLog(message)
  }

  #tellDelivered(messageId: string, content: Uint8Array): void {
    // A copy, lest the content keep all the bytes it was received with.
    this.#events.push({ type: 'delivered', messageId, content: content.slice() })
  }

  /** Puts a content message, received or own (AMB-05), in the log; waiting messages may become ready. */
  enterLog({ messageId, lamportTimestamp }: ContentMessage, retrievalHint?: Uint8Array): void {
    const position = { messageId, lamportTimestamp }
    this.#log.insert(retrievalHint === undefined ? position : { ...position, retrievalHint })
    this.#incoming.meet(messageId)
  }

  /** Delivers what has its dependencies met, and what that makes ready, until nothing is (AMB-19). */
  deliverReady(): void {
    for (
      let ready = this.#incoming.takeReady();
      ready.length > 0;
      ready = this.#incoming.takeReady()
    )
      // A sync message that was waiting is only dropped (AMB-11).
      for (const message of ready) if (isContent(message)) this.#deliver(message)
  }

  /** "Periodic Incoming Buffer Sweep"; tells the dependencies that could be retrieved. */
  sweepIncoming(now: number): HistoryEntry[] {
    this.deliverReady()
    const lost = this.#incoming.markLost(now, this.#config.lostAfterMs)
    if (lost.length > 0) this.#events.push({ type: 'lost', messageIds: lost })
    return this.#incoming.missing()
  }

  /** The events since the last call. */
  drainEvents(): SdsEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }
}

/** What the buffer keeps: a filter, by far the largest part of a message, is read at reception alone. */
function withoutFilter<M extends ContentMessage | SyncMessage>(message: M): M {
  const { bloomFilter: _, ...kept } = message
  return { ...kept, ...(message.content && { content: message.content.slice() }) } as M
}
