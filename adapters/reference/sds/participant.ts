/*
A participant of one channel by SDS (Scalable Data Sync), with the readings recommended for it. It has
no clock, network or randomness of its own: every call carries the time, what is broadcast is returned
as bytes, and the dice are thrown from a seed. Quotations are of the specification.
*/
import type { HistoryEntry, SdsMessage } from '../../../proto/sds.ts'
import { BloomFilter } from './bloom.ts'
import { Composer } from './composer.ts'
import { defaults, type ParticipantOptions, type SdsConfig } from './config.ts'
import { Dice } from './dice.ts'
import type { SdsEvent } from './event.ts'
import { IncomingBuffer } from './incoming.ts'
import { type ContentMessage, isContent, isEphemeral, isSync, type SyncMessage } from './kind.ts'
import { LamportClock } from './lamport.ts'
import { Log } from './log.ts'
import { type Broadcast, OutgoingBuffer } from './outgoing.ts'
import { Repair } from './repair.ts'
import { reviewAckStatus } from './review.ts'
import { type Text, texts } from './revision.ts'
import type { ParticipantState } from './state.ts'
import { SyncTimer } from './sync-timer.ts'

export class Participant {
  readonly #text: Text
  readonly #config: SdsConfig
  readonly #participantId: string
  readonly #channelId: string
  readonly #clock: LamportClock
  readonly #filter: BloomFilter
  readonly #log = new Log()
  readonly #incoming = new IncomingBuffer()
  readonly #outgoing: OutgoingBuffer
  readonly #composer: Composer
  readonly #syncTimer: SyncTimer
  /** Of the later text alone. */
  readonly #repair: Repair | undefined
  #events: SdsEvent[] = []

  constructor(options: ParticipantOptions) {
    const { revision = '2025-09-16', participantId, channelId, seed, now, config } = options
    this.#text = texts[revision]
    this.#config = { ...defaults, ...config }
    this.#participantId = participantId
    // "For simple group communications without individual channels … SHOULD be set to `0`"
    this.#channelId = channelId ?? '0'
    this.#clock = new LamportClock(now, this.#text.lastTimestamp)
    this.#filter = new BloomFilter(this.#config.bloomCapacity, this.#config.bloomErrorRate)
    this.#outgoing = new OutgoingBuffer(this.#config.possibleAcksThreshold)
    const dice = new Dice(seed)
    this.#composer = new Composer({
      participantId,
      channelId: this.#channelId,
      clock: this.#clock,
      log: this.#log,
      filter: this.#filter,
      dice,
      causalHistorySize: this.#config.causalHistorySize,
    })
    this.#syncTimer = new SyncTimer(this.#config.syncIntervalMs, dice, now)
    if (this.#text.repairs) this.#repair = new Repair(participantId, this.#config)
  }

  /** Sends application content. The hint is for others, to fetch this message by. */
  send(content: Uint8Array, now: number, retrievalHint?: Uint8Array): Broadcast {
    this.#keepTime(now)
    const message = this.#composer.content(content)
    const broadcast = this.#broadcast(message, now)
    this.#repair?.keep(message, broadcast.wire)
    this.#outgoing.add(broadcast, now)
    this.#enterLog(message, retrievalHint)
    this.#deliverReady()
    return broadcast
  }

  /** Sends a periodic sync message now; it stays in no buffer, log or filter. */
  sendSync(now: number): Broadcast {
    this.#keepTime(now)
    const message = this.#composer.sync()
    this.#syncTimer.throwDice()
    this.#syncTimer.sent(now)
    return this.#broadcast(message, now)
  }

  /** Sends application content that nobody keeps. */
  sendEphemeral(content: Uint8Array, now: number): Broadcast {
    return this.#broadcast(this.#composer.ephemeral(content), now)
  }

  /** SDS-R: what is sent tells the senders of its history, and asks for what is missing. */
  #asking(message: SdsMessage, now: number): SdsMessage {
    if (this.#repair === undefined || !(isContent(message) || isSync(message))) return message
    const causalHistory = message.causalHistory.map(
      (entry) => this.#repair?.withSender(entry) ?? entry,
    )
    const repairRequest = this.#repair.due(now)
    // "If there are no eligible entries in the buffer, this optional field MUST be left unset."
    return { ...message, causalHistory, ...(repairRequest.length > 0 && { repairRequest }) }
  }

  /** Before a step of the clock, which then ends at the present time or beyond it. */
  #keepTime(now: number): void {
    if (this.#text.keepsTime) this.#clock.advanceTo(BigInt(now) - 1n)
  }

  #broadcast(composed: SdsMessage, now: number): Broadcast {
    const { encode: encodeMessage } = this.#text.codec
    const message = this.#asking(composed, now)
    this.#syncTimer.heard(now)
    return { messageId: message.messageId, wire: encodeMessage(message) }
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
    this.#deliverReady()
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
    this.#enterLog(message)
  }

  #tellDelivered(messageId: string, content: Uint8Array): void {
    // A copy, lest the content keep all the bytes it was received with.
    this.#events.push({ type: 'delivered', messageId, content: content.slice() })
  }

  /** Puts a content message, received or own (AMB-05), in the log; waiting messages may become ready. */
  #enterLog({ messageId, lamportTimestamp }: ContentMessage, retrievalHint?: Uint8Array): void {
    const position = { messageId, lamportTimestamp }
    this.#log.insert(retrievalHint === undefined ? position : { ...position, retrievalHint })
    this.#incoming.meet(messageId)
  }

  /** Delivers what has its dependencies met, and what that makes ready, until nothing is (AMB-19). */
  #deliverReady(): void {
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
    this.#deliverReady()
    const lost = this.#incoming.markLost(now, this.#config.lostAfterMs)
    if (lost.length > 0) this.#events.push({ type: 'lost', messageIds: lost })
    return this.#incoming.missing()
  }

  /** "Periodic Outgoing Buffer Sweep"; returns what is broadcast again, as it was the first time. */
  sweepOutgoing(now: number): Broadcast[] {
    const { resendUnackMs, resendPossibleMs } = this.#config
    return [
      ...this.#outgoing.takeDue('unacknowledged', resendUnackMs, now),
      ...this.#outgoing.takeDue('possiblyAcknowledged', resendPossibleMs, now),
    ]
  }

  /**
   * Runs what is due at `now`: both sweeps, then a sync message if the channel was silent. Messages
   * broadcast again do not break the silence: they carry the filter of an earlier time.
   */
  tick(now: number): Broadcast[] {
    this.sweepIncoming(now)
    const due = [...this.sweepOutgoing(now), ...this.sweepRepairs(now)]
    if (this.#syncTimer.isDue(now)) due.push(this.sendSync(now))
    else if (this.#asksUnheard(now)) due.push(this.sendSync(now))
    return due
  }

  /** SDS-R: a sync of one's own that asks for something is due although others have just been heard. */
  #asksUnheard(now: number): boolean {
    return this.#syncTimer.isDueUnheard(now) && (this.#repair?.due(now).length ?? 0) > 0
  }

  /** SDS-R: "broadcast the corresponding `Message` from local history" */
  sweepRepairs(now: number): Broadcast[] {
    return this.#repair?.takeAnswers(now) ?? []
  }

  /** The events since the last call. */
  drainEvents(): SdsEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  state(): ParticipantState {
    return {
      lamportTimestamp: this.#clock.timestamp,
      log: [...this.#log],
      incoming: this.#incoming.messageIds(),
      outgoing: this.#outgoing.states(),
      ...this.#repair?.state(),
    }
  }
}

/** What the buffer keeps: a filter, by far the largest part of a message, is read at reception alone. */
function withoutFilter<M extends ContentMessage | SyncMessage>(message: M): M {
  const { bloomFilter: _, ...kept } = message
  return { ...kept, ...(message.content && { content: message.content.slice() }) } as M
}
