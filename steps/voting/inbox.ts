import type { Proposal, Vote } from '../../proto/consensus.ts'

/** What the participants of one scenario were given. */
export class Inbox {
  readonly #given = new Map<string, Proposal>()
  readonly #accepted = new Map<string, Vote[]>()

  give(name: string, proposal: Proposal): void {
    this.#given.set(name, proposal)
  }

  /** The last proposal that a participant was given. */
  of(name: string): Proposal {
    const given = this.#given.get(name)
    if (!given) throw new Error(`${name} was given no proposal: add a Given`)
    return given
  }

  /** The votes in proposals that a participant accepted. */
  accepted(name: string): Vote[] {
    let votes = this.#accepted.get(name)
    if (!votes) this.#accepted.set(name, (votes = []))
    return votes
  }
}
