import type { SdsConfig, SdsEvent, SdsState } from '../../adapters/contract/sds.ts'
import { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/** Sweeps after which a buffer that still changes never comes to rest. */
const MOST_SWEEPS = 30

/** One participant of the client under test, and all that it has said so far. */
export class Participant {
  readonly name: string
  readonly id: string
  readonly #world: World
  #delivered = new Observed<readonly string[]>([], -1)
  readonly #received = new Map<string, number>()
  #contents = new Map<string, string>()
  #lost = new Observed<readonly string[]>([], -1)
  #missing = new Observed<readonly { messageId: string; retrievalHint?: string }[]>([], -1)

  constructor(world: World, name: string, id: string) {
    this.#world = world
    this.name = name
    this.id = id
  }

  async create(channelId: string | null, config: SdsConfig): Promise<void> {
    if (channelId === null) this.#world.need('sds.no-channel')
    const seed = this.#world.dice.hex(32)
    await this.#world.act(this.name, 'sds.create', {
      participantId: this.id,
      channelId,
      seed,
      config,
    })
  }

  async send(content: string, retrievalHint?: string) {
    if (retrievalHint !== undefined) this.#world.need('sds.retrieval-hint')
    const hint = retrievalHint === undefined ? {} : { retrievalHint }
    return this.#world.act(this.name, 'sds.send', { content, ...hint })
  }

  async sendEphemeral(content: string) {
    return this.#world.act(this.name, 'sds.sendEphemeral', { content })
  }

  /** The bytes of a sync message; a participant that declines to send one leaves the scenario unmeasured. */
  async sendSync(): Promise<Observed<string>> {
    const sent = await this.#world.act(this.name, 'sds.sendSync', {})
    const { wire } = sent.value
    if (wire !== undefined) return sent.map(() => wire)
    return this.#world.fail({
      kind: 'not-measured',
      subject: `a sync message of ${this.name}`,
      wanted: 'sent, as there is a history to tell',
      got: 'declined',
      call: sent.call,
    })
  }

  /** `id`: of the message in the bytes, if they are one. */
  receive(wire: string, id?: string) {
    if (id !== undefined) this.#received.set(id, (this.#received.get(id) ?? 0) + 1)
    return this.#world.attempt(this.name, 'sds.receive', { wire })
  }

  /** Runs the incoming sweep until nothing moves, where it can be run, and takes in the events. */
  async settle(): Promise<void> {
    let before = ''
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      const happened = await this.look()
      if (!this.#world.may('sds.sweep-incoming')) return
      const { missing } = await this.sweepIncoming()
      const after = JSON.stringify(missing)
      if (happened === 0 && after === before) return
      before = after
    }
    await this.look()
  }

  async sweepIncoming() {
    const swept = await this.#world.act(this.name, 'sds.sweepIncoming', {})
    this.#missing = swept.map(({ missing }) => missing)
    return swept.value
  }

  /** Takes in the events since the last look; answers how many messages they delivered. */
  async look(): Promise<number> {
    const drained = await this.#world.act(this.name, 'sds.events', {})
    const delivered = drained.value.events.filter((event) => event.type === 'delivered')
    for (const { messageId, content } of delivered)
      if (content !== undefined) this.#contents.set(messageId, content)
    const ids = delivered.map(({ messageId }) => messageId)
    this.#delivered = grown(this.#delivered, drained, ids)
    this.#lost = grown(this.#lost, drained, drained.value.events.flatMap(lostIn))
    return delivered.length
  }

  async sweepOutgoing() {
    const swept = await this.#world.act(this.name, 'sds.sweepOutgoing', {})
    return swept.map(({ due }) => due)
  }

  /** What it broadcasts because others asked for it. */
  async sweepRepairs() {
    const swept = await this.#world.act(this.name, 'sds.sweepRepairs', {})
    return swept.map(({ due }) => due)
  }

  async tick() {
    const ticked = await this.#world.act(this.name, 'sds.tick', {})
    return ticked.map(({ broadcasts }) => broadcasts)
  }

  /** Ids in the order of their delivery; one that was received again may be delivered again (AMB-15). */
  get delivered(): Observed<readonly string[]> {
    this.#world.need('sds.events.delivered')
    return this.#delivered.map((ids) => {
      const times = new Map<string, number>()
      return ids.filter((id) => {
        const time = (times.get(id) ?? 0) + 1
        times.set(id, time)
        return time === 1 || time > (this.#received.get(id) ?? 0)
      })
    })
  }

  /** Content that came with the delivery of an id, where the client tells it. */
  contentOf(id: string): Observed<string | undefined> {
    this.#world.need('sds.events.delivered')
    return this.#delivered.map(() => this.#contents.get(id))
  }

  get lost(): Observed<readonly string[]> {
    return this.#lost.map((ids) => [...new Set(ids)])
  }

  /** What the last incoming sweep said is missing. */
  get missing() {
    this.#world.need('sds.missing')
    return this.#missing
  }

  /** One part of the participant state, as it is now. */
  async state<K extends keyof SdsState>(part: K): Promise<Observed<NonNullable<SdsState[K]>>> {
    this.#world.need(`sds.state.${part}`)
    const state = await this.#world.act(this.name, 'sds.state', {})
    const value = state.value[part]
    if (value === undefined)
      return this.#world.fail({
        kind: 'false-claim',
        subject: `${this.name}: sds.state`,
        wanted: `"${part}", as claimed in hello`,
        got: 'an answer without it',
        call: state.call,
      })
    return state.map(() => value as NonNullable<SdsState[K]>)
  }
}

function lostIn(event: SdsEvent): string[] {
  return event.type === 'lost' ? event.messageIds : []
}

/** A list with what an answer added to it; its call stays the one that last added something. */
function grown(
  before: Observed<readonly string[]>,
  answer: Observed<unknown>,
  more: readonly string[],
): Observed<readonly string[]> {
  if (more.length === 0 && before.call >= 0) return before
  return answer.map(() => [...before.value, ...more])
}
