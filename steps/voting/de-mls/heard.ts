import type { Framing, Unframed } from './framing.ts'

/** Application data of the group that the member of the suite could decrypt, and the proposals in it. */
export class Heard {
  readonly #framing: Framing
  /** Not yet looked into. */
  readonly #new: Uint8Array[] = []
  /** All of it, in hex. */
  readonly #data: string[] = []
  readonly #proposals = new Map<number, Unframed>()

  constructor(framing: Framing) {
    this.#framing = framing
  }

  take(data: Uint8Array): void {
    this.#new.push(data)
    this.#data.push(Buffer.from(data).toString('hex'))
  }

  /** Whether any of it holds these bytes, in hex. */
  holds(content: string): boolean {
    return this.#data.some((data) => data.includes(content))
  }

  /** Takes a proposal for the latest of its id. */
  keep(unframed: Unframed): void {
    this.#proposals.set(unframed.proposal.proposal_id, unframed)
  }

  /** The latest of an id; undefined: there was none. */
  async proposal(id: number): Promise<Unframed | undefined> {
    for (const data of this.#new.splice(0)) {
      const unframed = await this.#framing.unwrap(data)
      if (unframed) this.keep(unframed)
    }
    return this.#proposals.get(id)
  }
}
