import type { Codex } from '../../adapters/codex/codex.ts'
import { CodexServer } from '../../adapters/codex/server.ts'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import type { Person } from './people.ts'

export type Published = Ok<'archives.sent'>['messages'][number]

/** A node of the client under test, with the Codex node and the store node that it was given. */
export class Client {
  readonly name: string
  readonly world: World
  /** Everything it published, in order. */
  readonly sent: Published[] = []
  /** How much of that was there before it was last looked at. */
  before = 0
  running = true
  #evidence: Observed<unknown> | undefined
  #servers: { close(): Promise<void> }[] = []

  constructor(name: string, world: World) {
    this.name = name
    this.world = world
  }

  /** Starts it. `user`: whose node it is. */
  async create(user: Person, codex: Codex, store: StoreNode): Promise<void> {
    const host = await this.world.suiteAddress(this.name)
    const node = await CodexServer.listen(this.name, codex, { host })
    const asked = await StoreServer.listen(this.name, store, host)
    this.#servers = [node, asked]
    const privateKey = Buffer.from(user.privateKey).toString('hex')
    const params = { privateKey, codexUrl: node.url, storeUrl: asked.url }
    this.#evidence = await this.world.act(this.name, 'archives.create', params)
  }

  /** Lets it do what is due and takes what it published. */
  async advance(): Promise<void> {
    this.#evidence = await this.world.act(this.name, 'archives.advance', {})
    await this.collect()
  }

  async collect(): Promise<Published[]> {
    this.before = this.sent.length
    const since = { since: this.before }
    const seen = await this.world.act(this.name, 'archives.sent', since)
    this.sent.push(...seen.value.messages)
    this.#evidence = seen
    return seen.value.messages
  }

  async receive(pubsubTopic: string, wire: Uint8Array): Promise<void> {
    const params = { pubsubTopic, wire: Buffer.from(wire).toString('hex') }
    this.#evidence = await this.world.attempt(this.name, 'archives.receive', params)
  }

  async stop(): Promise<void> {
    this.#evidence = await this.world.act(this.name, 'archives.stop', {})
    this.running = false
  }

  async start(): Promise<void> {
    this.#evidence = await this.world.act(this.name, 'archives.start', {})
    this.running = true
    await this.collect()
  }

  /** What was seen beside the client (its requests to Codex, what it published) after it last answered. */
  saw<T>(value: T): Observed<T> {
    if (!this.#evidence)
      throw new Error(`${this.name} has not been asked to do anything: add a When`)
    return this.#evidence.map(() => value)
  }

  async close(): Promise<void> {
    for (const server of this.#servers) await server.close()
  }
}
