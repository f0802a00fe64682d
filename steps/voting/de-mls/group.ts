import type { Change } from '../../../adapters/contract/de-mls.ts'
import type { World } from '../../world.ts'
import { OPEN_MS } from '../agenda.ts'
import { stranger } from '../people.ts'
import type { Client, Refusable } from './client.ts'
import type { Flaw } from './mallory.ts'
import { Network, type Sent } from './network.ts'
import { Participants } from './participants.ts'

/** A change as a sentence names it. */
export interface Wish {
  readonly kind: Change['kind']
  readonly names: readonly string[]
}

/** Something that was put to the vote. */
export interface Motion {
  readonly id: number
  readonly by: string
  readonly wish: Wish
}

/** How a group is founded that is no plain one. */
export interface Founding {
  readonly stewards?: readonly string[]
  readonly voters?: 'members' | 'stewards'
}

/** One group of a scenario: its nodes, the member that the suite plays, and what goes between them. */
export class Group extends Participants {
  readonly network: Network
  /** What was approved since the last commit. */
  readonly approved: Wish[] = []
  /** Whether the stewards alone vote on members. */
  stewardsVote = false
  /** What somebody wrote last, in hex. */
  readonly written = new Map<string, string>()
  /** What the last act of somebody sent. */
  sent: readonly Sent[] = []
  /** The epoch at the end of the set-up. */
  mark = 0n
  readonly #keyPackages = new Map<string, string>()
  #motion: Motion | undefined
  #asked: Client['answer']
  /** The last answer by which somebody declined. */
  #refusal: Client['answer']

  constructor(world: World) {
    super(world)
    this.network = new Network(() => this.everybody)
  }

  /** The last answer of whoever was asked to do something. */
  get sender(): NonNullable<Client['answer']> {
    if (!this.#asked) throw new Error('nobody was asked to do anything: add a When')
    return this.#asked
  }

  /** The last thing put to the vote. */
  get motion(): Motion {
    return this.#motion ?? this.lack('a proposal', 'nothing was put to the vote')
  }

  /** Keeps what was put to the vote. */
  put(motion: Motion): Motion {
    this.#motion = motion
    return motion
  }

  /** The key package that somebody sent last. */
  keyPackage(name: string): string {
    const wire = this.#keyPackages.get(name)
    return wire ?? this.lack(`a key package of ${name}`, `${name} has sent no key package`)
  }

  /** The key package of whoever is to be added; undefined: nobody is. */
  packageFor({ kind, names: [name = ''] }: Wish): string | undefined {
    return kind === 'add' ? this.keyPackage(name) : undefined
  }

  /** How many proposals a member may make in an epoch. */
  get limit(): number {
    return Number(this.world.hello.settings?.['voting.proposalsPerEpoch'] ?? 1)
  }

  /** How long a vote is open. */
  get voteMs(): number {
    return Number(this.world.hello.settings?.['voting.voteMs'] ?? OPEN_MS)
  }

  /** A scenario cannot go on: because a client declined, or because nobody was asked. */
  lack(wanted: string, unasked: string): never {
    const answer = this.#refusal
    if (answer?.value.kind !== 'rejected') throw new Error(`${unasked}: add a Given`)
    const { code } = answer.value.rejected
    const subject = 'what the scenario goes on with'
    const got = `rejected (${code})`
    return this.world.fail({ kind: 'deviation', subject, wanted, got, call: answer.call })
  }

  /** Asks a client for something that it may refuse, and delivers what it sends. */
  async ask<O extends Refusable>(client: Client, op: O, params: object = {}) {
    const { sends, ok } = await client.ask(op, params)
    this.#asked = client.answer
    if (!ok) this.#refusal = client.answer
    await this.spread(sends)
    return ok
  }

  /** Delivers what somebody sent, and keeps it as the last that was sent. */
  async spread(sends: readonly Sent[]): Promise<void> {
    this.sent = sends
    for (const { from, channel, wire } of sends)
      if (channel === 'key-package') this.#keyPackages.set(from, wire)
    await this.network.spread(sends)
  }

  /** A node under test, and the latest announcement for one that comes after it. */
  override async client(name: string): Promise<Client> {
    const before = this.clients.length
    const client = await super.client(name)
    const announced = this.network.log.findLast(({ channel }) => channel === 'announcement')
    if (announced && this.clients.length > before) await client.take(announced)
    return client
  }

  async found(name: string, { stewards, voters }: Founding = {}): Promise<void> {
    this.stewardsVote = voters === 'stewards'
    const founder = await this.client(name)
    for (const steward of stewards ?? []) if (steward !== stranger) await this.client(steward)
    const founded = await this.ask(founder, 'demls.createGroup', {
      ...(stewards && { stewards: stewards.map((each) => this.memberId(each)) }),
      ...(voters && { voters }),
    })
    if (founded) founder.enter()
  }

  async request(name: string): Promise<void> {
    if (name === stranger) return this.requestAsMallory({})
    await this.ask(await this.client(name), 'demls.requestJoin')
  }

  /** Lets Mallory ask for admission, with a flaw in her key package if so wanted. */
  async requestAsMallory(flaw: Flaw): Promise<void> {
    const [like] = this.#keyPackages.values()
    const { keyPackage } = await this.invite(like, flaw)
    await this.spread([keyPackage])
  }

  /** What a change is in the protocol. */
  change({ kind, names }: Wish): Change {
    const ids = names.map((name) => this.memberId(name))
    return kind === 'stewards' ? { kind, memberIds: ids } : { kind, memberId: ids[0] ?? '' }
  }

  /** From now on epochs are counted. */
  async begin(): Promise<void> {
    const [first] = this.members
    this.mark = BigInt((await first?.state())?.value.epoch ?? 0)
  }
}
