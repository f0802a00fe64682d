import type { Channel, GroupView } from '../../../adapters/contract/de-mls.ts'
import type { Ok } from '../../../adapters/contract/operations.ts'
import type { Observed } from '../../observed.ts'
import type { Answer, World } from '../../world.ts'
import type { Addressee, Sent } from './network.ts'

/** What a client's user got to read. */
export type Reading = Ok<'demls.deliver'>['delivered'][number]

type Asking = 'demls.createGroup' | 'demls.propose' | 'demls.vote' | 'demls.send'
/** What may be refused for reasons of the text. */
export type Refusable = Asking | 'demls.runSteward' | 'demls.requestJoin'

/** A node under test. */
export class Client implements Addressee {
  readonly name: string
  /** vote_owner, by which members are known. */
  readonly memberId: string
  /** Whether it was let in and not removed since. */
  inside = false
  /** Whether it ever was a member, as the others had it. */
  joined = false
  /** Whether somebody moved to remove it, so that it may be welcomed back. */
  leaving = false
  /** Whether it gets the messages of the group, inside or not. */
  overhears = false
  /** All that its user got to read. */
  read: Observed<readonly Reading[]>
  /** Its last answer to something that it may refuse. */
  answer: Observed<Answer<'demls.deliver' | Refusable>> | undefined
  readonly #world: World
  readonly #groupId: string
  readonly #read: Reading[] = []

  /** `started`: what it answered when it was created. */
  constructor(world: World, name: string, groupId: string, started: Observed<Ok<'demls.create'>>) {
    this.#world = world
    this.name = name
    this.#groupId = groupId
    this.memberId = started.value.memberId
    this.read = started.map(() => [])
  }

  hears(channel: Channel): boolean {
    if (channel === 'announcement') return true
    return channel === 'welcome' ? !this.inside || this.leaving : this.overhears
  }

  get refused(): boolean {
    return this.answer?.value.kind === 'rejected'
  }

  async take({ channel, wire }: Sent): Promise<readonly Sent[]> {
    const params = { channel, wire }
    const answer = await this.#world.attempt(this.name, 'demls.deliver', params)
    this.answer = answer
    const { value } = answer
    if (value.kind !== 'ok') return []
    if (channel === 'welcome') this.enter()
    this.#read.push(...value.ok.delivered)
    this.read = answer.map(() => this.#read)
    return this.#from(value.ok)
  }

  /** Is a member from now on. */
  enter(): void {
    this.inside = true
    this.overhears = true
  }

  /** Asks for something in the group where a refusal may be right; answers what it sends. */
  async ask<O extends Refusable>(
    op: O,
    params: object,
  ): Promise<{ sends: readonly Sent[]; ok: Ok<O> | undefined }> {
    const all = { groupId: this.#groupId, ...params } as never
    const answer = (await this.#world.attempt(this.name, op, all)) as Observed<Answer<Refusable>>
    this.answer = answer
    const { value } = answer
    if (value.kind !== 'ok') return { sends: [], ok: undefined }
    return { sends: this.#from(value.ok), ok: value.ok as Ok<O> }
  }

  /** What falls due without anybody's asking. */
  async tick(): Promise<readonly Sent[]> {
    return this.#from((await this.#world.act(this.name, 'demls.tick', {})).value)
  }

  /** The group as it is for this node. */
  state(): Promise<Observed<GroupView>> {
    return this.#world.act(this.name, 'demls.state', { groupId: this.#groupId })
  }

  #from({ sends }: Ok<'demls.tick'>): Sent[] {
    return sends.map((sent) => ({ ...sent, from: this.name }))
  }
}
