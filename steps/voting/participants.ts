import { bytesToHex as hex } from '@noble/hashes/utils.js'
import type { World } from '../world.ts'
import type { Agenda } from './agenda.ts'
import type { People } from './people.ts'

/** Voters on the roster where no proposal asks for more, and where one asks for absurdly many. */
const ROSTER = { least: 14, most: 200 }

export interface Network {
  readonly kind: 'p2p' | 'gossip'
  readonly members: readonly string[]
  readonly topic: string
}

/** Who takes part in one scenario's vote, each with a key and a roster of all. */
export class Participants {
  /** Where participants choose themselves to whom they send; before they join. */
  network: Network | undefined
  readonly #world: World
  readonly #people: People
  readonly #agenda: Agenda
  readonly #joined = new Set<string>()

  constructor(world: World, people: People, agenda: Agenda) {
    this.#world = world
    this.#people = people
    this.#agenda = agenda
  }

  /** Starts a participant, unless it takes part already; `as` says whose key it has. */
  async join(name: string, as = name): Promise<void> {
    if (this.#joined.has(name)) return
    this.#joined.add(name)
    const owner = hex(this.#people.owner(as))
    // The key was drawn; the owner made of it is what the answers show.
    this.#world.dice.mark(owner)
    const joined = await this.#world.act(name, 'voting.create', {
      privateKey: hex(this.#people.key(as)),
      seed: this.#world.dice.hex(32),
      voters: this.#roster().map((voter) => hex(this.#people.owner(voter))),
      ...(this.network && {
        network: {
          kind: this.network.kind,
          peers: this.othersThan(name),
          topic: this.network.topic,
        },
      }),
    })
    if (joined.value.owner !== owner)
      this.#world.fail({
        kind: 'deviation',
        subject: `the owner that ${name} votes as`,
        wanted: `${owner}, as voting.owner is declared`,
        got: joined.value.owner,
        call: joined.call,
      })
  }

  /** The other members of the network. */
  othersThan(name: string): string[] {
    if (!this.network) throw new Error('nobody is on a network: add a Given')
    return this.network.members.filter((member) => member !== name)
  }

  /** All who may vote in this scenario, and one more. */
  #roster(): string[] {
    const asked = this.#agenda.history.map((terms) => terms.expected_voters_count)
    const most = Math.max(this.network?.members.length ?? 0, ...asked) + 1
    return this.#people.voters(Math.min(Math.max(most, ROSTER.least), ROSTER.most))
  }
}
