import type { World } from '../../world.ts'
import { Declared } from '../declared.ts'
import { People } from '../people.ts'
import { Client } from './client.ts'
import { type Flaw, Mallory } from './mallory.ts'

/** Who takes part in a scenario of a group: nodes under test, and the member that the suite plays. */
export class Participants {
  readonly world: World
  /** Of the group, in hex. */
  readonly id: string
  readonly declared: Declared
  readonly people: People
  readonly #clients = new Map<string, Client>()
  #mallory: Mallory | undefined

  constructor(world: World) {
    this.world = world
    this.id = world.dice.hex(16)
    this.declared = new Declared(world.hello.readings ?? {})
    this.people = new People(world.seed, this.declared.encoding)
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

  /** How many are members. */
  get size(): number {
    return this.members.length + (this.#mallory?.mls.joined ? 1 : 0)
  }

  /** What stands for somebody among the members. */
  memberId(name: string): string {
    return Buffer.from(this.people.owner(name)).toString('hex')
  }

  /** All who get messages. */
  get everybody(): readonly (Client | Mallory)[] {
    return [...this.#clients.values(), ...(this.#mallory ? [this.#mallory] : [])]
  }

  /** Lets Mallory come to the group, anew if she came before. `like`: a key package of a client. */
  async invite(like: string | undefined, flaw: Flaw): Promise<Mallory> {
    const [framer] = this.#clients.keys()
    if (framer === undefined) throw new Error('Mallory needs a group to come to: add a Given')
    const { people, declared } = this
    this.#mallory = await Mallory.create(this.world, { people, declared, framer, like, flaw })
    return this.#mallory
  }
}
