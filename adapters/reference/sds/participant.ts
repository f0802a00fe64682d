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
import { isContent, isSync } from './kind.ts'
import { LamportClock } from './lamport.ts'
import { Log } from './log.ts'
import { type Broadcast, OutgoingBuffer } from './outgoing.ts'
import { Receiver } from './receiver.ts'
import { Repair } from './repair.ts'
import { type Text, texts } from './revision.ts'
import type { ParticipantState } from './state.ts'
import { SyncTimer } from './sync-timer.ts'

export class Participant {
  readonly #text: Text
  readonly #config: SdsConfig
  readonly #clock: LamportClock
  readonly #filter: BloomFilter
  readonly #log = new Log()
  readonly #incoming = new IncomingBuffer()
  readonly #outgoing: OutgoingBuffer
  readonly #composer: Composer
  readonly #receiver: Receiver
  readonly #syncTimer: SyncTimer
  /** Of the later text alone. */
  readonly #repair: Repair | undefined

  constructor(options: ParticipantOptions) {
    const { revision = '2025-09-16', participantId, channelId, seed, now, config } = options
    this.#text = texts[revision]
    this.#config = { ...defaults, ...config }
    this.#clock = new LamportClock(now, this.#text.lastTimestamp)
    this.#filter = new BloomFilter(this.#config.bloomCapacity, this.#config.bloomErrorRate)
    this.#outgoing = new OutgoingBuffer(this.#config.possibleAcksThreshold)
    const dice = new Dice(seed)
    this.#syncTimer = new SyncTimer(this.#config.syncIntervalMs, dice, now)
    if (this.#text.repairs) this.#repair = new Repair(participantId, this.#config)
    const both = {
      participantId,
      // "For simple group communications without individual channels … SHOULD be set to `0`"
      channelId: channelId ?? '0',
      clock: this.#clock,
      log: this.#log,
      filter: this.#filter,
    }
    this.#composer = new Composer({
      ...both,
      dice,
      causalHistorySize: this.#config.causalHistorySize,
    })
    this.#receiver = new Receiver({
      ...both,
      text: this.#text,
      config: this.#config,
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      syncTimer: this.#syncTimer,
      repair: this.#repair,
    })
  }

  /** Sends application content. The hint is for others, to fetch this message by. */
  send(content: Uint8Array, now: number, retrievalHint?: Uint8Array): Broadcast {
    this.#keepTime(now)
    const message = this.#composer.content(content)
    const broadcast = this.#broadcast(message, now)
    this.#repair?.keep(message, broadcast.wire)
    this.#outgoing.add(broadcast, now)
    this.#receiver.enterLog(message, retrievalHint)
    this.#receiver.deliverReady()
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
    this.#receiver.receive(wire, now)
  }

  /** "Periodic Incoming Buffer Sweep"; tells the dependencies that could be retrieved. */
  sweepIncoming(now: number): HistoryEntry[] {
    return this.#receiver.sweepIncoming(now)
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
    return this.#receiver.drainEvents()
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
