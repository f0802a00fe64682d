import { Lacks, Refused } from '../../contract/handler.ts'
import type { Ok, Params } from '../../contract/operations.ts'
import type { SdsEvent } from '../../contract/sds.ts'
import { toBytes, toHex } from './hex.ts'
import type { Message, MessageChannel, Sds } from './library.ts'
import { listen } from './listen.ts'

/** One `MessageChannel` of the library: one participant on one channel. */
export class Participant {
  readonly ignoredConfig: string[]
  readonly #sds: Sds
  readonly #channel: MessageChannel
  readonly #events: SdsEvent[] = []
  readonly #resendUnackMs: number
  readonly #resendPossibleMs: number
  readonly #sentAt = new Map<string, number>()
  #dice: number

  /** `repairs`: the library's repair extension is switched on. */
  constructor(sds: Sds, params: Params<'sds.create'>, now: number, repairs: boolean) {
    const { participantId, channelId, seed, config } = params
    if (channelId === null) throw new Lacks('sds.no-channel')
    const { causalHistorySize, lostAfterMs, possibleAcksThreshold, ...others } = config
    const { resendUnackMs = 0, resendPossibleMs = 0, ...rest } = others
    const { repairMinMs, repairMaxMs, responseGroups, ...ignored } = rest
    this.ignoredConfig = Object.keys(repairs ? ignored : rest)
    this.#resendUnackMs = resendUnackMs
    this.#resendPossibleMs = resendPossibleMs
    this.#dice = Number.parseInt(seed.slice(0, 8), 16) | 0
    this.#sds = sds
    this.wake(now)
    this.#channel = new sds.MessageChannel(channelId, participantId, {
      causalHistorySize,
      timeoutForLostMessagesMs: lostAfterMs,
      possibleAcksThreshold,
      enableRepair: repairs,
      repairConfig: {
        ...(repairMinMs !== undefined && { tMin: repairMinMs }),
        ...(repairMaxMs !== undefined && { tMax: repairMaxMs }),
        ...(responseGroups !== undefined && { numResponseGroups: responseGroups }),
      },
    })
    listen(this.#channel, this.#events)
  }

  /** The library reads the time and throws dice only so; it has no timers. */
  wake(now: number): void {
    Date.now = () => now
    Math.random = () => {
      this.#dice = (Math.imul(this.#dice, 1_664_525) + 1_013_904_223) | 0
      return (this.#dice >>> 0) / 2 ** 32
    }
  }

  async send({ content, retrievalHint }: Params<'sds.send'>): Promise<Ok<'sds.send'>> {
    const hint = retrievalHint === undefined ? undefined : toBytes(retrievalHint)
    const sent = await this.#broadcast((take) =>
      this.#channel.pushOutgoingMessage(toBytes(content), async (message) => {
        take(message)
        return { success: true, retrievalHint: hint }
      }),
    )
    this.#sentAt.set(sent.messageId, Date.now())
    return sent
  }

  async sendEphemeral({ content }: Params<'sds.sendEphemeral'>): Promise<Ok<'sds.sendEphemeral'>> {
    return this.#broadcast((take) =>
      this.#channel.pushOutgoingEphemeralMessage(toBytes(content), async (message) => {
        take(message)
        return true
      }),
    )
  }

  async sendSync(): Promise<Ok<'sds.sendSync'>> {
    let wire: string | undefined
    await this.#channel.pushOutgoingSyncMessage(async (message) => {
      wire = toHex(message.encode())
      return true
    })
    return wire === undefined ? {} : { wire }
  }

  async receive({ wire }: Params<'sds.receive'>): Promise<Ok<'sds.receive'>> {
    this.#channel.pushIncomingMessage(this.#decode(wire), undefined)
    await this.#channel.processTasks()
    return {}
  }

  sweepIncoming(): Ok<'sds.sweepIncoming'> {
    const missing = this.#channel.sweepIncomingBuffer()
    return {
      missing: missing.map(({ messageId, retrievalHint }) =>
        retrievalHint === undefined
          ? { messageId }
          : { messageId, retrievalHint: toHex(retrievalHint) },
      ),
    }
  }

  /** Emulated: the library tells what is unacknowledged, the periods are kept here. */
  sweepOutgoing(): Ok<'sds.sweepOutgoing'> {
    const { unacknowledged, possiblyAcknowledged } = this.#channel.sweepOutgoingBuffer()
    const late = (period: number) => (message: Message) =>
      Date.now() - (this.#sentAt.get(message.messageId) ?? 0) >= period
    const due = [
      ...unacknowledged.filter(late(this.#resendUnackMs)),
      ...possiblyAcknowledged.filter(late(this.#resendPossibleMs)),
    ]
    for (const { messageId } of due) this.#sentAt.set(messageId, Date.now())
    return { due: due.map(broadcast) }
  }

  async sweepRepairs(): Promise<Ok<'sds.sweepRepairs'>> {
    return { due: (await this.#channel.sweepRepairIncomingBuffer()).map(broadcast) }
  }

  state(): Ok<'sds.state'> {
    const { lamportTimestamp, localHistory, incomingBuffer, repairManager } = this.#channel
    const { unacknowledged, possiblyAcknowledged } = this.#channel.sweepOutgoingBuffer()
    return {
      lamport: String(lamportTimestamp),
      log: localHistory.slice().map(({ messageId, lamportTimestamp: lamport }) => ({
        messageId,
        lamport: String(lamport),
      })),
      incoming: incomingBuffer.map(({ messageId }) => ({ messageId })),
      outgoing: [
        ...unacknowledged.map(({ messageId }) => ({
          messageId,
          status: 'unacknowledged' as const,
        })),
        ...possiblyAcknowledged.map(({ messageId }) => ({
          messageId,
          status: 'possiblyAcknowledged' as const,
        })),
      ],
      ...(repairManager && {
        toRequest: repairManager.outgoingBuffer
          .getItems()
          .map(({ entry: { messageId }, tReq }) => ({ messageId, at: tReq })),
        toAnswer: repairManager.incomingBuffer
          .getItems()
          .map(({ entry: { messageId }, tResp }) => ({ messageId, at: tResp })),
      }),
    }
  }

  drain(): Ok<'sds.events'> {
    return { events: this.#events.splice(0) }
  }

  /** 0.0.7 refuses bytes by throwing, 0.0.8 by returning nothing; both return nothing for an unknown kind. */
  #decode(wire: string): Message {
    let message: Message | undefined
    try {
      message = this.#sds.Message.decode(toBytes(wire))
    } catch (cause) {
      throw new Refused('undecodable', String(cause))
    }
    if (!message) throw new Refused('undecodable', 'Message.decode returned undefined')
    return message
  }

  /** Queues a message, runs the queue, and answers what the library handed to its transport. */
  async #broadcast(push: (take: (message: Message) => void) => unknown): Promise<Ok<'sds.send'>> {
    let sent: Ok<'sds.send'> | undefined
    await push((message) => {
      sent = broadcast(message)
    })
    await this.#channel.processTasks()
    if (!sent) throw new Error(`nothing was sent: ${JSON.stringify(this.#events.at(-1))}`)
    return sent
  }
}

function broadcast(message: Message): Ok<'sds.send'> {
  return { messageId: message.messageId, wire: toHex(message.encode()) }
}
