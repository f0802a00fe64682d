/*
SDS Repair (SDS-R), an extension of the text of 2026-04-02: participants ask each other for messages that
they miss, after a wait that differs from one to the other. Quotations are of the section "SDS Repair".
*/
import type { HistoryEntry, SdsMessage } from '../../../proto/sds.ts'
import type { SdsConfig } from './config.ts'
import type { Broadcast } from './outgoing.ts'
import { inResponseGroup, requestWait, responseWait } from './repair-waits.ts'

/** What a message of the channel takes to be repaired. */
interface Kept {
  readonly senderId: string
  /** Absent where this participant is in none of its response groups and so never sends it. */
  readonly wire?: Uint8Array
}

interface Request {
  readonly entry: HistoryEntry
  /** T_req */
  readonly at: number
}

/** What one participant knows of repairs on one channel. */
export class Repair {
  readonly #participantId: string
  readonly #config: SdsConfig
  /** "Outgoing repair request buffer" */
  readonly #toRequest = new Map<string, Request>()
  /** "Incoming repair request buffer": T_resp by message id. */
  readonly #toAnswer = new Map<string, number>()
  /** "Augmented local history log" */
  readonly #kept = new Map<string, Kept>()

  constructor(participantId: string, config: SdsConfig) {
    this.#participantId = participantId
    this.#config = config
  }

  /** "the full SDS `Message` must be cached", of a message that was sent or received. */
  keep({ senderId, messageId }: SdsMessage, wire: Uint8Array): void {
    if (this.#kept.has(messageId)) return
    const mine = this.#isEligible(senderId, messageId)
    this.#kept.set(messageId, mine ? { senderId, wire: wire.slice() } : { senderId })
  }

  /** A history entry with "the original message sender's participant ID". */
  withSender(entry: HistoryEntry): HistoryEntry {
    const kept = this.#kept.get(entry.messageId)
    return kept === undefined ? entry : { ...entry, senderId: kept.senderId }
  }

  /** "MUST remove entries matching the received message ID", from both buffers. */
  received(messageId: string): void {
    this.#toRequest.delete(messageId)
    this.#toAnswer.delete(messageId)
  }

  /** "SHOULD add any unmet causal dependencies to its outgoing repair request buffer" */
  missing(entries: readonly HistoryEntry[], now: number): void {
    for (const entry of entries) {
      if (this.#toRequest.has(entry.messageId)) continue
      const at = now + requestWait(this.#participantId, entry.messageId, this.#config)
      this.#toRequest.set(entry.messageId, { entry, at })
    }
  }

  /** What another participant asks for; `isLogged` tells the local history. */
  requested(
    entries: readonly HistoryEntry[],
    isLogged: (messageId: string) => boolean,
    now: number,
  ): void {
    for (const { messageId, senderId } of entries) {
      // "This limits the number of participants that will request a common missing dependency."
      this.#toRequest.delete(messageId)
      // Neither group nor wait can be told without the sender (AMB-51).
      if (senderId === undefined || !isLogged(messageId)) continue
      if (this.#kept.get(messageId)?.wire === undefined) continue
      if (!this.#isEligible(senderId, messageId) || this.#toAnswer.has(messageId)) continue
      const wait = responseWait(this.#participantId, senderId, messageId, this.#config)
      this.#toAnswer.set(messageId, now + wait)
    }
  }

  #isEligible(senderId: string, messageId: string): boolean {
    return inResponseGroup(this.#participantId, senderId, messageId, this.#config.responseGroups)
  }

  /** For the field `repair_request`: the entries longest due, as many as are allowed (AMB-52). */
  due(now: number): HistoryEntry[] {
    return [...this.#toRequest.values()]
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at - b.at)
      .slice(0, this.#config.repairRequests)
      .map(({ entry }) => entry)
  }

  /** "SDS-R incoming repair request buffer sweep": the messages whose turn it is, once for each request. */
  takeAnswers(now: number): Broadcast[] {
    const due = [...this.#toAnswer].filter(([, at]) => at <= now).sort((a, b) => a[1] - b[1])
    return due.flatMap(([messageId]) => {
      this.#toAnswer.delete(messageId)
      const wire = this.#kept.get(messageId)?.wire
      return wire === undefined ? [] : [{ messageId, wire }]
    })
  }

  /** Both buffers, each message with its time. */
  state() {
    return {
      toRequest: [...this.#toRequest].map(([messageId, { at }]) => ({ messageId, at })),
      toAnswer: [...this.#toAnswer].map(([messageId, at]) => ({ messageId, at })),
    }
  }
}
