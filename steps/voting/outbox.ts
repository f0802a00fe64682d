import type { Ok } from '../../adapters/contract/operations.ts'
import { type Proposal, proposalType, type Vote } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/** What a client sent when it proposed or voted. */
export interface Emitted {
  readonly answer: Observed<Ok<'voting.vote'>>
  readonly proposal: Observed<Proposal>
}

/** What the participants of one scenario sent. */
export class Outbox {
  /** Proposals made in numbers. */
  readonly batch: Emitted[] = []
  readonly #world: World
  readonly #last = new Map<string, Emitted>()
  readonly #cast = new Map<string, Vote[]>()

  constructor(world: World) {
    this.#world = world
  }

  /** What a participant sent last. */
  of(name: string): Emitted {
    const emitted = this.#last.get(name)
    if (!emitted) throw new Error(`${name} has not sent a proposal yet: let ${name} vote first`)
    return emitted
  }

  /** Whether a participant sent anything. */
  has(name: string): boolean {
    return this.#last.has(name)
  }

  /** The votes that a participant cast. */
  votesOf(name: string): Vote[] {
    return this.#cast.get(name) ?? []
  }

  keep(name: string, answer: Observed<Ok<'voting.vote'>>): Emitted {
    const proposal = this.read(name, answer)
    const emitted = { answer, proposal }
    this.#last.set(name, emitted)
    const vote = proposal.value.votes.at(-1)
    if (vote) this.#cast.set(name, [...this.votesOf(name), vote])
    return emitted
  }

  /** The proposal in an answer; bytes that are none are a deviation. */
  read(name: string, answer: Observed<{ readonly wire: string }>): Observed<Proposal> {
    try {
      return answer.map(({ wire }) => proposalType.decode(Buffer.from(wire, 'hex')))
    } catch (error) {
      const subject = `the proposal that ${name} sent`
      const got = (error as Error).message
      const { call } = answer
      return this.#world.fail({ kind: 'deviation', subject, wanted: 'a Proposal', got, call })
    }
  }
}
