import type { Codex } from '../../adapters/codex/codex.ts'
import { CodexNetwork } from '../../adapters/codex/network.ts'
import { RealCodex } from '../../adapters/codex/real.ts'
import { StoreNode } from '../../adapters/store/node.ts'
import type { World } from '../world.ts'
import { Client } from './client.ts'
import type { Community, Which } from './community.ts'
import type { Layers } from './craft.ts'
import { creation, milliseconds, nanoseconds } from './moment.ts'
import { People } from './people.ts'
import type { Said } from './said.ts'
import { reading, topicsOf } from './topics.ts'

export const contentShard = '/waku/2/rs/16/256'
export const controlShard = '/waku/2/rs/16/128'

/** The stage of one scenario: the clients, the communities, Codex, the store node and the time. */
export class Scene implements AsyncDisposable {
  readonly world: World
  readonly people: People
  readonly codex: Codex
  readonly store = new StoreNode()
  /** When the community was created, Unix nanoseconds. */
  readonly start: bigint
  /** Everything that was said by others than the clients. */
  readonly said: Said[] = []
  readonly #clients = new Map<string, Client>()
  readonly #communities = new Map<Which, Community>()
  readonly #planned: { readonly at: bigint; readonly act: () => Promise<void> }[] = []
  /** Codex forgets: then time has to pass in steps, as it does for a client. */
  forgetful = false

  constructor(world: World) {
    this.world = world
    this.people = new People(world.dice, world.seed)
    this.codex = codexOf(world.parameters.codex)
    const start = creation(world.dice.int32())
    this.start = nanoseconds(start)
    this.#setTime(start)
  }

  get layers(): Layers {
    return reading(this.world, 'layers', 'application') as Layers
  }

  /** Unix nanoseconds of a moment counted from the creation. */
  at(offset: bigint): bigint {
    return this.start + offset
  }

  get clients(): readonly Client[] {
    return [...this.#clients.values()]
  }

  /** The client of that name, started on first mention. */
  async client(name: string): Promise<Client> {
    const known = this.#clients.get(name)
    if (known) return known
    const client = new Client(name, this.world)
    this.#clients.set(name, client)
    await client.create(this.people.get(name), this.codex, this.store)
    return client
  }

  /** Sends a client away whose part is done. */
  async dismiss(name: string): Promise<void> {
    await this.existing(name).close()
    this.#clients.delete(name)
  }

  /** A client that is there already. */
  existing(name: string): Client {
    const client = this.#clients.get(name)
    if (!client) throw new Error(`${name} takes no part in the scenario yet: add a Given`)
    return client
  }

  community(which: Which = 'first'): Community {
    const community = this.#communities.get(which)
    if (!community) throw new Error(`the scenario has no ${which} community yet: add a Given`)
    return community
  }

  get communities(): readonly Community[] {
    return [...this.#communities.values()]
  }

  has(which: Which): boolean {
    return this.#communities.has(which)
  }

  /** A community that comes into being; `ofClient`: a client is its control node. */
  found(which: Which, ofClient: boolean): Community {
    const owner = this.people.owner(`owner of the ${which} community`)
    const id = owner.publicKey
    const topics = topicsOf(this.world, id)
    const community: Community = { which, owner, id, topics, channels: [], ofClient }
    this.#communities.set(which, community)
    return community
  }

  /** Lets something happen at a moment, in Unix nanoseconds: now, or when time comes to it. */
  async plan(at: bigint, act: () => Promise<void>): Promise<void> {
    if (milliseconds(at) <= this.world.now) return act()
    const later = this.#planned.findIndex((one) => one.at > at)
    this.#planned.splice(later < 0 ? this.#planned.length : later, 0, { at, act })
  }

  /** Lets time pass to a moment in Unix nanoseconds; every running client does what is due. */
  async passUntil(moment: bigint): Promise<void> {
    const to = milliseconds(moment)
    const day = 86_400_000
    while (this.forgetful && this.world.now + day < to) {
      const next = this.world.now + day
      await this.moveTo(nanoseconds(next))
      await this.#step(next)
    }
    await this.moveTo(moment)
    await this.#step(to)
  }

  /** Moves the time, and lets happen what was planned, without asking the clients: they notice with the next call. */
  async moveTo(moment: bigint): Promise<void> {
    const to = milliseconds(moment)
    while (milliseconds(this.#planned[0]?.at ?? moment + 1_000_000n) <= to) {
      const next = this.#planned.shift()
      if (!next) break
      this.#setTime(Math.max(milliseconds(next.at), this.world.now))
      await next.act()
    }
    if (to > this.world.now) this.#setTime(to)
  }

  /** Publishes what somebody said: the store node keeps it, running clients hear it unless they are deaf. */
  async publish(one: Said, deaf: readonly string[] = []): Promise<void> {
    this.said.push(one)
    this.store.put(one.pubsubTopic, one.wire)
    for (const client of this.clients)
      if (client.running && !deaf.includes(client.name))
        await client.receive(one.pubsubTopic, one.wire)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.clients) await client.close()
    await this.codex.close()
  }

  async #step(to: number): Promise<void> {
    this.#setTime(to)
    for (const client of this.clients) {
      if (!client.running) continue
      const before = client.sent.length
      await client.advance()
      await this.#carry(client, before)
    }
  }

  /** Carries what a client published to the store node and to the other clients. */
  async #carry(from: Client, since: number): Promise<void> {
    for (const { pubsubTopic, wire } of from.sent.slice(since)) {
      const bytes = Buffer.from(wire, 'hex')
      try {
        this.store.put(pubsubTopic, bytes)
      } catch {
        // What is no WakuMessage is no message for a store node; that it is none is found elsewhere.
      }
      for (const client of this.clients)
        if (client !== from && client.running) await client.receive(pubsubTopic, bytes)
    }
  }

  #setTime(now: number): void {
    if (now < this.world.now && this.#clients.size > 0)
      throw new Error(`time cannot go back from ${this.world.now} to ${now}`)
    this.world.now = now
    this.codex.now = now
    this.store.now = now
  }
}

/** Embedded nodes, or real ones at these addresses: the first is the control node's, the last the members'. */
function codexOf(urls: readonly string[] | undefined): Codex {
  if (!urls) return new CodexNetwork()
  return new RealCodex(urls, (name) => (name === 'Bob' || name === 'Scout' ? urls.length - 1 : 0))
}
