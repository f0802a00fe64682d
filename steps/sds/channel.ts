import type { SdsConfig } from '../../adapters/contract/sds.ts'
import type { World } from '../world.ts'
import { compose, written } from './composing.ts'
import type { Craft } from './craft.ts'
import { type Labelled, Messages } from './messages.ts'
import { names } from './parameters.ts'
import { Participant } from './participant.ts'

/** Settings of a participant; undefined: the client's own. */
export type Settings = { [K in keyof SdsConfig]?: SdsConfig[K] | undefined }

const SECOND = ' on the second channel'

/** The group of one scenario: who takes part, which messages there are, who carries what to whom. */
export class Channel {
  readonly world: World
  readonly messages: Messages
  readonly #nonce: string
  readonly #participants = new Map<string, Participant>()
  readonly #configs = new Map<string, SdsConfig>()
  #donors = 0

  constructor(world: World) {
    this.world = world
    this.messages = new Messages(world)
    this.#nonce = world.dice.hex(4)
    world.show = show
  }

  /** The channel id; the second channel has one of its own. */
  id(name = ''): string {
    return `${name.endsWith(SECOND) ? 'second' : 'first'}-${this.#nonce}`
  }

  /** The causal history size in force: set where it can be set, else what the client says. */
  get historySize(): number {
    const { settings = {} } = this.world.hello
    return this.world.has('sds.config.causalHistorySize')
      ? 2
      : Number(settings['sds.causalHistorySize'] ?? 2)
  }

  /**
   * The causal history has 2 entries where nothing else is said; undefined leaves a setting to the client.
   * Who is there already starts anew.
   */
  async join(name: string, config: Settings = {}, channelId: string | null = this.id(name)) {
    const instance = this.#participants.has(name) ? `${name} anew` : name
    const participant = new Participant(this.world, instance, this.participantId(name))
    const size = this.world.has('sds.config.causalHistorySize') ? { causalHistorySize: 2 } : {}
    const set = Object.entries({ ...size, ...config }).filter(([, value]) => value !== undefined)
    const whole: SdsConfig = Object.fromEntries(set)
    await participant.create(channelId, whole)
    this.#participants.set(name, participant)
    this.#configs.set(name, whole)
    return participant
  }

  participantId(name: string): string {
    return `${name.replace(SECOND, '').toLowerCase()}-${this.#nonce}`
  }

  participant(name: string): Participant {
    const found = this.#participants.get(name)
    if (!found) throw new Error(`${name} is not on the channel: add a Given`)
    return found
  }

  /** With which settings somebody joined last. */
  config(name: string): SdsConfig {
    return this.#configs.get(name) ?? {}
  }

  /** Content that no other message has, not even one of another run. */
  freshContent(): string {
    return this.world.dice.hex(16)
  }

  async send(name: string, label: string, content = this.freshContent(), hint?: string) {
    const sent = await this.participant(name).send(content, hint)
    return this.messages.sent(
      label,
      sent.map(({ wire }) => wire),
      content,
      sent.value.messageId,
    )
  }

  async sendSync(name: string, label: string) {
    return this.messages.sent(label, await this.participant(name).sendSync())
  }

  async sendEphemeral(name: string, label: string) {
    const content = this.freshContent()
    const sent = await this.participant(name).sendEphemeral(content)
    return this.messages.sent(
      label,
      sent.map(({ wire }) => wire),
      content,
      sent.value.messageId,
    )
  }

  /** Hands a message in; with `settle`, sweeps until nothing moves. A refusal of good bytes is a deviation. */
  async receive(name: string, label: string, { settle = true } = {}): Promise<void> {
    const { wire, isBroken } = this.messages.get(label)
    const answer = await this.participant(name).receive(wire.value, this.messages.id(label))
    if (isBroken) this.world.notes.push(`undecodable bytes: ${answer.value.kind}`)
    else if (answer.value.kind === 'rejected')
      this.world
        .expect(
          `${name} receiving "${label}"`,
          answer.map(({ kind }) => kind as string),
        )
        .equals('ok')
    if (settle) await this.participant(name).settle()
  }

  /** Makes a message in the name of another participant, as a row of a table says. */
  async craft(row: Craft): Promise<Labelled> {
    if (row.bytes) return this.messages.broken(row.message, row.bytes)
    const filter = row.filter ? await this.#filterOf(row.filter) : undefined
    return this.messages.crafted(row.message, compose(this, row, filter), written(row))
  }

  /**
   * A bloom filter that a participant of the same client makes after receiving the named messages: the
   * format is the client's own (AMB-03), so only it can write one. `empty`: it received nothing;
   * `unreadable`: no filter of anybody.
   */
  async #filterOf(labels: string): Promise<Uint8Array | undefined> {
    if (labels === 'unreadable') return Buffer.from('ff00ff', 'hex')
    const donor = await this.join(`donor ${++this.#donors}`)
    for (const label of names(labels)) await this.receive(donor.name, label)
    const sent = await this.send(donor.name, `${donor.name}'s message`)
    return sent.message.value.bloomFilter
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(show).join(', ')
  return JSON.stringify(value) ?? 'nothing'
}
