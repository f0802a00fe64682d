import type { Change, GroupView } from '../../../adapters/contract/de-mls.ts'
import type { World } from '../../world.ts'
import { OPEN_MS } from '../agenda.ts'
import { Declared } from '../declared.ts'
import { People, stranger } from '../people.ts'
import { Client, type Refusable } from './client.ts'
import { type Flaw, Mallory } from './mallory.ts'
import { MlsMember } from './mls-member.ts'
import { Network, type Sent } from './network.ts'

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
export class Group {
  readonly world: World
  readonly id: string
  readonly declared: Declared
  readonly people: People
  readonly network: Network
  readonly motions: Motion[] = []
  /** What somebody wrote last, in hex. */
  readonly written = new Map<string, string>()
  /** What the last act of somebody sent. */
  sent: readonly Sent[] = []
  /** The epoch at the end of the set-up. */
  mark = 0n
  readonly #clients = new Map<string, Client>()
  readonly #keyPackages = new Map<string, string>()
  #mallory: Mallory | undefined
  #stewardsVote = false
  #asked: Client['answer']

  constructor(world: World) {
    this.world = world
    this.id = world.dice.hex(16)
    this.declared = new Declared(world.hello.readings ?? {})
    this.people = new People(world.seed, this.declared.encoding)
    this.network = new Network(() => this.everybody)
  }

  /** A node under test; started when it is first named. */
  async client(name: string): Promise<Client> {
    const known = this.#clients.get(name)
    if (known) return known
    const owner = this.memberId(name)
    // The key was drawn; the owner made of it is what the answers show.
    this.world.dice.mark(owner)
    const started = await this.world.act(name, 'demls.create', {
      privateKey: Buffer.from(this.people.key(name)).toString('hex'),
      seed: this.world.dice.hex(32),
    })
    const client = new Client(this.world, name, this.id, started)
    this.#clients.set(name, client)
    for (const [what, got] of Object.entries(started.value))
      if (got !== owner)
        this.world.fail({
          kind: 'deviation',
          subject: `the ${what} of ${name}`,
          wanted: `${owner}, as voting.owner is declared`,
          got,
          call: started.call,
        })
    return client
  }

  /** A node that the scenario has named before. */
  existing(name: string): Client {
    const client = this.#clients.get(name)
    if (!client) throw new Error(`nobody has heard of ${name} yet: add a Given`)
    return client
  }

  get mallory(): Mallory {
    if (!this.#mallory) throw new Error('Mallory is nowhere near: add her to the group in a Given')
    return this.#mallory
  }

  get clients(): readonly Client[] {
    return [...this.#clients.values()]
  }

  /** Nodes under test that are members as far as the scenario went. */
  get members(): readonly Client[] {
    return this.clients.filter(({ inside }) => inside)
  }

  /** The last answer of whoever was asked to do something. */
  get sender(): NonNullable<Client['answer']> {
    if (!this.#asked) throw new Error('nobody was asked to do anything: add a When')
    return this.#asked
  }

  /** How many are members. */
  get size(): number {
    return this.members.length + (this.#mallory?.mls.joined ? 1 : 0)
  }

  /** What stands for somebody among the members. */
  memberId(name: string): string {
    return Buffer.from(this.people.owner(name)).toString('hex')
  }

  /** The last thing put to the vote. */
  get motion(): Motion {
    const motion = this.motions.at(-1)
    if (!motion) throw new Error('nothing was put to the vote: add a Given')
    return motion
  }

  /** The key package that somebody sent last. */
  keyPackage(name: string): string {
    const wire = this.#keyPackages.get(name)
    if (wire === undefined)
      throw new Error(`${name} has sent no key package: let ${name} ask to join`)
    return wire
  }

  /** How many proposals a member may make in an epoch. */
  get limit(): number {
    return Number(this.world.hello.settings?.['voting.proposalsPerEpoch'] ?? 1)
  }

  /** How long a vote is open. */
  get voteMs(): number {
    return Number(this.world.hello.settings?.['voting.voteMs'] ?? OPEN_MS)
  }

  /** Asks a client for something that it may refuse, and delivers what it sends. */
  async ask<O extends Refusable>(client: Client, op: O, params: object = {}) {
    const { sends, ok } = await client.ask(op, params)
    this.#asked = client.answer
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
    const [framer] = this.#clients.keys()
    if (framer === undefined) throw new Error('Mallory needs a group to come to: add a Given')
    const setting = { people: this.people, declared: this.declared, framer, like, flaw }
    this.#mallory = await Mallory.create(this.world, setting)
    await this.spread([this.#mallory.keyPackage])
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
    if (!first) throw new Error('there is nobody to vote: add a Given')
    const voters = others.map(({ name }) => name)
    if (this.#mallory?.mls.joined) voters.push(stranger)
    const motion = await this.propose(first.name, wish)
    if (!motion) return
    const enough = this.#stewardsVote ? this.size : majority(this.size)
    for (const name of voters.slice(0, enough - 1)) await this.vote(name, true, motion)
  }

  /** Whoever is steward carries out what was approved; Mallory, the last of it. */
  async commit(): Promise<void> {
    const steward = await this.steward()
    if (steward === stranger) return this.commitAsMallory(this.motion.wish)
    const client = this.clients.find(({ name }) => name === steward)
    if (!client) return
    await this.ask(client, 'demls.runSteward')
    this.#recount((await client.state()).value)
  }

  /** Lets Mallory commit, steward or not. She goes where the others go. */
  async commitAsMallory(
    { kind, names }: Wish,
    how: 'commit' | 'commitByReference' = 'commit',
  ): Promise<void> {
    const { mls } = this.mallory
    const bytes = (text: string) => Buffer.from(text, 'hex')
    const proposals = names.flatMap((name) => {
      if (kind === 'add') return [MlsMember.add(bytes(this.keyPackage(name)))]
      const removal = mls.remove(bytes(this.memberId(name)))
      return removal ? [removal] : []
    })
    await this.spread(await this.mallory.commit(proposals, how))
    const [first] = this.members
    const view = (await first?.state())?.value
    if (view?.authenticator !== Buffer.from(mls.nextAuthenticator ?? []).toString('hex')) return
    mls.advance()
    this.#recount(view)
  }

  /** Who is still inside, as one of them says. */
  #recount({ members = [] }: GroupView): void {
    for (const each of this.clients) {
      each.inside &&= members.includes(each.memberId)
      each.leaving &&= each.inside
    }
  }

  /** Who is steward, as the first member within reach says. */
  async steward(): Promise<string | undefined> {
    const reached = this.members.find(({ name }) => !this.network.isHeld(name))
    const steward = (await reached?.state())?.value.steward
    return this.everybody.find(({ memberId }) => memberId === steward)?.name
  }

  /** From now on epochs are counted. */
  async begin(): Promise<void> {
    const [first] = this.members
    this.mark = BigInt((await first?.state())?.value.epoch ?? 0)
  }

  /** All who get messages. */
  get everybody(): readonly (Client | Mallory)[] {
    return [...this.#clients.values(), ...(this.#mallory ? [this.#mallory] : [])]
  }
}

/** Votes after which a proposal that all agree on is approved. */
function majority(n: number): number {
  return n <= 2 ? n : Math.max(Math.ceil((2 * n) / 3), Math.floor(n / 2) + 1)
}
