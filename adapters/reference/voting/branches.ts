import type { Vote } from '../../../proto/consensus.ts'
import { equal, keyOf } from './bytes.ts'

/** One list of votes as it came, and the round it came with. */
export interface Branch {
  readonly votes: Vote[]
  readonly round: number
}

/**
 * The lists of one proposal that a voter has heard. Votes cast at the same time extend the same list
 * and give two that cannot be merged, as received_hash allows one order only; so both are kept (AMB-15).
 * A vote's hash covers the hash of the vote before it: the last vote tells the whole list.
 */
export class Branches {
  readonly #byTip = new Map<string, Branch>()
  /** Hashes of votes that have one after them. */
  readonly #inner = new Set<string>()

  /** Keeps the list unless a longer one that contains it is there; drops those it contains. */
  add(branch: Branch): void {
    const hashes = branch.votes.map((vote) => keyOf(vote.vote_hash))
    const tip = hashes.pop()
    if (tip === undefined || this.#inner.has(tip)) return
    for (const hash of hashes) {
      this.#byTip.delete(hash)
      this.#inner.add(hash)
    }
    if (!this.#byTip.has(tip)) this.#byTip.set(tip, branch)
  }

  /** All lists, in the order they came. */
  all(): Branch[] {
    return [...this.#byTip.values()]
  }

  /** The list with most votes, the first of several; with `holding`, among those that hold that vote. */
  longest(holding?: Vote): Branch {
    const holds = ({ votes }: Branch) =>
      !holding || votes.some((vote) => equal(vote.vote_hash, holding.vote_hash))
    return this.all().filter(holds).reduce(longer, { votes: [], round: 0 })
  }
}

const longer = (a: Branch, b: Branch): Branch => (b.votes.length > a.votes.length ? b : a)
