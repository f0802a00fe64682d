import type { Proposal, Vote } from '../../proto/consensus.ts'
import type { VoteEncoding } from '../../proto/vote-encoding.ts'
import { voteHash } from '../../proto/vote-hash.ts'
import { signVote } from '../../proto/vote-signature.ts'
import type { Dice } from '../dice.ts'
import type { People } from './people.ts'

export const noBytes = new Uint8Array()

/** One vote of a list as a sentence names it. */
export interface Ballot {
  readonly name: string
  readonly yes: boolean
}

/** Changes a vote; `votes` are those before it. */
export type Change = (vote: Vote, votes: readonly Vote[], context: ChangeContext) => void

export interface ChangeContext {
  readonly terms: Terms
  readonly hash: (vote: Vote) => Uint8Array
}

/** A proposal without its votes. */
export type Terms = Omit<Proposal, 'votes'>

/** What is done to a vote while it is made: before it is hashed and signed, and when it is complete. */
export interface Tampering {
  readonly unhashed?: Change
  readonly complete?: Change
  /** Who signs, if not the owner. */
  readonly signer?: string
}

/** Makes votes and lists of votes as the specification wants them, or with one thing wrong. */
export class Crafter {
  readonly people: People
  readonly #encoding: VoteEncoding
  readonly #dice: Dice
  readonly #made = new Map<string, Vote>()
  /** The vote_id of each place of each list: a damaged vote has that of the sound one. */
  readonly #ids = new Map<string, number>()

  constructor(people: People, encoding: VoteEncoding, dice: Dice) {
    this.people = people
    this.#encoding = encoding
    this.#dice = dice
  }

  /**
   * The list of votes that these people cast one after the other. The same beginning of a list on the
   * same proposal is always the same votes, byte for byte.
   */
  list(
    terms: Terms,
    ballots: readonly Ballot[],
    time: bigint,
    tampering: ReadonlyMap<number, Tampering> = new Map(),
  ): Vote[] {
    const votes: Vote[] = []
    let path = `${terms.proposal_id}`
    let sound = true
    for (const [at, ballot] of ballots.entries()) {
      const wrong = tampering.get(at)
      sound &&= wrong === undefined
      path += `/${ballot.name} ${ballot.yes}`
      const known = sound ? this.#made.get(path) : undefined
      const vote = known ?? this.vote(terms, ballot, time, votes, wrong, this.#id(path))
      if (sound) this.#made.set(path, vote)
      votes.push(vote)
    }
    return votes
  }

  /** Takes the votes that a client made for those of a list that begins so. */
  adopt(terms: Terms, ballots: readonly Ballot[], votes: readonly Vote[]) {
    let path = `${terms.proposal_id}`
    for (const [at, { name, yes }] of ballots.entries()) {
      path += `/${name} ${yes}`
      const vote = votes[at]
      if (vote) this.#made.set(path, vote)
    }
  }

  /** One vote that goes to the end of a list. */
  vote(
    terms: Terms,
    { name, yes }: Ballot,
    time: bigint,
    votes: readonly Vote[],
    { unhashed, complete, signer = name }: Tampering = {},
    id = this.#drawId(),
  ): Vote {
    const owner = this.people.owner(name)
    const own = votes.findLast((vote) => Buffer.compare(vote.vote_owner, owner) === 0)
    const vote: Vote = {
      vote_id: id,
      vote_owner: owner,
      proposal_id: terms.proposal_id,
      timestamp: time,
      vote: yes,
      parent_hash: own?.vote_hash ?? noBytes,
      received_hash: votes.at(-1)?.vote_hash ?? noBytes,
      vote_hash: noBytes,
      signature: noBytes,
    }
    const context = { terms, hash: (of: Vote) => this.hash(of) }
    unhashed?.(vote, votes, context)
    vote.vote_hash = this.hash(vote)
    vote.signature = signVote(this.#encoding, this.people.key(signer), vote)
    complete?.(vote, votes, context)
    return vote
  }

  hash(vote: Vote): Uint8Array {
    return voteHash(this.#encoding.voteHash, vote, this.#encoding.layout)
  }

  #id(path: string): number {
    let id = this.#ids.get(path)
    if (id === undefined) this.#ids.set(path, (id = this.#drawId()))
    return id
  }

  /** The highest bit tells readers that take it for a signed integer. */
  #drawId(): number {
    return (Number.parseInt(this.#dice.hex(4), 16) | 0x8000_0001) >>> 0
  }
}
