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
  readonly motions: Motion[] = []
  /** What somebody wrote last, in hex. */
  readonly written = new Map<string, string>()
  /** What the last act of somebody sent. */
  sent: readonly Sent[] = []
  /** The epoch at the end of the set-up. */
  mark = 0n
  readonly #keyPackages = new Map<string, string>()
  #stewardsVote = false
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
    return this.motions.at(-1) ?? this.#lack('a proposal', 'nothing was put to the vote')
  }

  /** The last thing that somebody put to the vote. */
  motionOf(name: string): Motion {
    const motion = this.motions.findLast(({ by }) => by === name)
    return motion ?? this.#lack(`a proposal of ${name}`, `${name} proposed nothing`)
  }

  /** The key package that somebody sent last. */
  keyPackage(name: string): string {
    const wire = this.#keyPackages.get(name)
    return wire ?? this.#lack(`a key package of ${name}`, `${name} has sent no key package`)
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
  #lack(wanted: string, unasked: string): never {
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

  async found(name: string, { stewards, voters }: Founding = {}): Promise<void> {
    this.#stewardsVote = voters === 'stewards'
    const founder = await this.client(name)
    for (const steward of stewards ?? []) if (steward !== stranger) await this.client(steward)
    const founded = await this.ask(founder, 'demls.createGroup', {
      ...(stewards && { stewards: stewards.map((each) => this.memberId(each)) }),
      ...(voters && { voters }),
    })
    if (founded) founder.enter()
  }

  /** Lets somebody ask for admission, once there is an announcement if there are any. */
  async request(name: string): Promise<void> {
    if (name === stranger) return this.requestAsMallory({})
    const node = await this.client(name)
    const announced = this.network.log.findLast(({ channel }) => channel === 'announcement')
    if (announced && announced.from !== name) await node.take(announced)
    await this.ask(node, 'demls.requestJoin')
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

  /** Puts something to the vote, with the proposer's YES; undefined: it was refused. */
  async propose(name: string, wish: Wish): Promise<Motion | undefined> {
    const client = await this.client(name)
    const params = { change: this.change(wish), vote: true }
    const proposed = await this.ask(client, 'demls.propose', params)
    if (!proposed) return undefined
    const motion = { id: proposed.proposalId, by: name, wish }
    this.motions.push(motion)
    if (wish.kind === 'remove')
      for (const each of this.clients) each.leaving ||= wish.names.includes(each.name)
    return motion
  }

  /** Lets somebody vote; whether it may is its affair. */
  async vote(name: string, yes: boolean, { id } = this.motion): Promise<void> {
    if (name === stranger) {
      const voted = await this.mallory.vote(id, { name, yes })
      return this.spread(await this.mallory.say(voted))
    }
    const client = await this.client(name)
    await this.ask(client, 'demls.vote', { proposalId: id, vote: yes })
  }

  /** Puts something to the vote and lets as many agree as it takes, Mallory only where there are no others. */
  async approve(wish: Wish): Promise<void> {
    const [first, ...others] = this.members.filter(({ name }) => !this.network.isHeld(name))
    if (!first) return this.#lack('a member to propose it', 'there is nobody to vote')
    const voters = others.map(({ name }) => name)
    if (this.size > this.members.length) voters.push(stranger)
    const motion = await this.propose(first.name, wish)
    if (!motion) return
    const enough = this.#stewardsVote ? this.size : majority(this.size)
    for (const name of voters.slice(0, enough - 1)) await this.vote(name, true, motion)
  }

  /** From now on epochs are counted. */
  async begin(): Promise<void> {
    const [first] = this.members
    this.mark = BigInt((await first?.state())?.value.epoch ?? 0)
  }
}

/** Votes after which a proposal that all agree on is approved. */
function majority(n: number): number {
  return n <= 2 ? n : Math.max(Math.ceil((2 * n) / 3), Math.floor(n / 2) + 1)
}
