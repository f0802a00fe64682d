/* Plays a transcript of vectors/sds/transcripts.json to a client and tells the first difference. */
import { isDeepStrictEqual } from 'node:util'
import type { Ok, Op, Params } from '../../adapters/contract/operations.ts'
import { describe, type Session } from '../../adapters/session.ts'
import { decodeMessage, encodeMessage, int32View } from '../../proto/sds.ts'
import { read, type VectorMessage } from './message-vector.ts'

interface Sent {
  lamportTimestamp?: string
  causalHistory?: string[]
  content?: string
}

interface Then {
  delivered?: string[]
  lamport?: string
  log?: string[]
  incoming?: string[]
  outgoing?: { messageId: string; status: string }[]
}

type Step = { then?: Then } & (
  | { do: 'receive'; message?: VectorMessage; wire?: string; refused?: true }
  | { do: 'send'; content: string; as: string; sent?: Sent }
  | { do: 'sync'; as: string; sent?: Sent }
  | { do: 'settle' }
)

export interface Transcript {
  id: string
  requirements: string[]
  causalHistorySize: number
  steps: Step[]
  producers: string[]
}

const file = read('sds/transcripts.json')
export const transcripts: Transcript[] = file.cases
export const producers: Record<string, string> = file.producers

/** Bytes of a message of our own making; others confirm them in sds-transcripts.test.ts. */
export function wireOf(message: VectorMessage): string {
  const { senderId, messageId, channelId, lamportTimestamp, bloomFilter, content } = message
  const bytes = encodeMessage({
    senderId,
    messageId,
    channelId,
    ...(lamportTimestamp !== undefined && { lamportTimestamp: BigInt(lamportTimestamp) }),
    causalHistory: message.causalHistory.map(({ messageId, retrievalHint }) => ({
      messageId,
      ...(retrievalHint !== undefined && { retrievalHint: Buffer.from(retrievalHint, 'hex') }),
    })),
    ...(bloomFilter !== undefined && { bloomFilter: Buffer.from(bloomFilter, 'hex') }),
    ...(content !== undefined && { content: Buffer.from(content, 'hex') }),
  })
  return Buffer.from(bytes).toString('hex')
}

/** What went otherwise than the transcript says, or undefined. */
export async function play(session: Session, transcript: Transcript): Promise<string | undefined> {
  const player = new Player(session, transcript.id)
  try {
    await player.start(transcript.causalHistorySize)
    for (const [i, step] of transcript.steps.entries()) {
      player.at = `${transcript.id}, step ${i + 1}`
      await player.take(step)
    }
  } catch (difference) {
    if (difference instanceof Differs) return difference.message
    throw difference
  }
  return undefined
}

class Differs extends Error {}

class Player {
  at = ''
  readonly #session: Session
  readonly #instance: string
  /** Ids by the names of the transcript. */
  readonly #ids = new Map<string, string>()
  #delivered: string[] = []

  constructor(session: Session, instance: string) {
    this.#session = session
    this.#instance = instance
  }

  start(causalHistorySize: number) {
    return this.#ok('sds.create', {
      participantId: file.participant,
      channelId: file.channel,
      seed: '00'.repeat(32),
      config: { causalHistorySize },
    })
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'receive': {
        const wire = step.wire ?? wireOf(this.#named(step.message as VectorMessage))
        const { kind } = await this.#call('sds.receive', { wire })
        this.#compare('receive', kind, step.refused ? 'rejected' : 'ok')
        break
      }
      case 'send': {
        const { wire } = await this.#ok('sds.send', { content: step.content })
        this.#sent(step.as, wire, step.sent)
        break
      }
      case 'sync': {
        const { wire } = await this.#ok('sds.sendSync', {})
        if (wire === undefined) throw new Differs(`${this.at}: no sync message was sent`)
        this.#sent(step.as, wire, step.sent)
        break
      }
      case 'settle':
        for (let before: unknown, turn = 0; turn < 30; turn++) {
          await this.#ok('sds.sweepIncoming', {})
          const state = await this.#ok('sds.state', {})
          if (isDeepStrictEqual(state, before)) break
          before = state
        }
    }
    await this.#look()
    if (step.then) await this.#check(this.#named(step.then))
  }

  #sent(name: string, wire: string, wanted: Sent | undefined): void {
    const { messageId, lamportTimestamp, causalHistory, content } = decodeMessage(
      Buffer.from(wire, 'hex'),
    )
    if ([...this.#ids.values()].includes(messageId))
      throw new Differs(`${this.at}: ${name} has the id of an earlier message`)
    this.#ids.set(`$${name}`, messageId)
    const got = {
      lamportTimestamp: lamportTimestamp === undefined ? '' : String(int32View(lamportTimestamp)),
      causalHistory: causalHistory.map((entry) => entry.messageId),
      content: Buffer.from(content ?? []).toString('hex'),
    }
    for (const [member, value] of Object.entries(this.#named(wanted ?? {})))
      this.#compare(`${name}.${member}`, got[member as keyof Sent], value)
  }

  async #look(): Promise<void> {
    const { events } = await this.#ok('sds.events', {})
    for (const event of events)
      if (event.type === 'delivered') this.#delivered.push(event.messageId)
  }

  async #check({ delivered, lamport, log, incoming, outgoing }: Then): Promise<void> {
    const state = await this.#ok('sds.state', {})
    const ids = (list: { messageId: string }[] = []) => list.map(({ messageId }) => messageId)
    if (delivered) this.#compare('delivered', this.#delivered, delivered)
    if (delivered) this.#delivered = []
    if (lamport) this.#compare('lamport', state.lamport, lamport)
    if (log) this.#compare('log', ids(state.log), log)
    if (incoming) this.#compare('incoming', ids(state.incoming).sort(), incoming.toSorted())
    const byId = (a: { messageId: string }, b: { messageId: string }) =>
      a.messageId < b.messageId ? -1 : 1
    if (outgoing) this.#compare('outgoing', state.outgoing?.toSorted(byId), outgoing.toSorted(byId))
  }

  /** The same with ids in place of names. */
  #named<T>(value: T): T {
    return JSON.parse(JSON.stringify(value), (_, text) => this.#ids.get(text) ?? text)
  }

  #compare(subject: string, got: unknown, wanted: unknown): void {
    if (!isDeepStrictEqual(got, wanted))
      throw new Differs(
        `${this.at}, ${subject}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
      )
  }

  #call<O extends Op>(op: O, params: Params<O>) {
    return this.#session.call(op, this.#instance, file.now, params)
  }

  async #ok<O extends Op>(op: O, params: Params<O>): Promise<Ok<O>> {
    const outcome = await this.#call(op, params)
    if (outcome.kind === 'ok') return outcome.ok
    throw new Differs(`${this.at}, ${op}: ${describe(outcome)}`)
  }
}
