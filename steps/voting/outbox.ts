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
  /** The proposals that were made, and not only voted on. */
  readonly proposed: Emitted[] = []
  readonly #world: World
  readonly #sent = new Map<string, Emitted[]>()

  constructor(world: World) {
    this.#world = world
  }

  /** What a participant sent last. */
  of(name: string): Emitted {
    const emitted = this.#sent.get(name)?.at(-1)
    if (!emitted) throw new Error(`${name} has not sent a proposal yet: let ${name} vote first`)
    return emitted
  }

  /** All that a participant sent; nothing, if it sent nothing. */
  all(name: string): readonly Emitted[] {
    return this.#sent.get(name) ?? []
  }

  /** All that anybody sent. */
  everything(): Emitted[] {
    return [...this.#sent.values()].flat()
  }

  /** The votes that a participant cast. */
  votesOf(name: string): Vote[] {
    return this.all(name).flatMap(({ proposal }) => proposal.value.votes.at(-1) ?? [])
  }

  keep(name: string, answer: Observed<Ok<'voting.vote'>>): Emitted {
    const emitted = { answer, proposal: this.read(name, answer) }
    let sent = this.#sent.get(name)
    if (!sent) this.#sent.set(name, (sent = []))
    sent.push(emitted)
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
