import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { hasExpired } from './age.ts'
import { Branches } from './branches.ts'
import { equal, keyOf } from './bytes.ts'
import { type Decision, decide } from './decision.ts'
import type { VotingProfile } from './profile.ts'
import { policyOf } from './tie-policy.ts'

export interface Outcome {
  readonly result: Decision
  readonly final: boolean
}

/** One proposal as one voter sees it: what it was first heard to say, the votes that count, the decision. */
export class Poll {
  /** As first heard; nothing but the votes is signed, so nothing else is taken from later copies (AMB-17). */
  readonly terms: Proposal
  readonly branches = new Branches()
  /** The vote that counts, by owner. */
  readonly counted = new Map<string, Vote>()
  /** Whole votes whose hash and signature were found right. */
  readonly verified = new Set<string>()
  readonly #profile: VotingProfile
  #decided: Decision = 'UNDECIDED'

  constructor(first: Proposal, profile: VotingProfile) {
    this.terms = first
    this.#profile = profile
  }

  /** Takes the votes of a list that passed all checks, and counts those that `counts` admits. */
  take(list: Proposal, counts: (vote: Vote) => boolean = () => true): void {
    this.branches.add({ votes: list.votes, round: list.round })
    for (const vote of list.votes) if (counts(vote)) this.#count(vote)
    // A decision is final: later votes change nothing (AMB-38).
    if (this.#decided === 'UNDECIDED') this.#decided = this.#decide(false)
  }

  /** The decision as of a moment, mapped by the tie policy. */
  outcome(now: bigint): Outcome {
    const expired = this.hasExpired(now)
    const decision = this.#decided === 'UNDECIDED' ? this.#decide(expired) : this.#decided
    const rejected = decision === 'TIE' && this.tiePolicy === 'REJECT'
    return { result: rejected ? 'NO' : decision, final: expired || decision !== 'UNDECIDED' }
  }

  get tiePolicy(): VotingProfile['tiePolicy'] {
    return policyOf(this.terms.payload, this.#profile.tiePolicy)
  }

  hasExpired(now: bigint): boolean {
    return hasExpired(this.terms, now, this.#profile)
  }

  /** One vote an owner; another one counts instead only if it is linked to the first by parent_hash (AMB-30). */
  #count(vote: Vote): void {
    const owner = keyOf(vote.vote_owner)
    const former = this.counted.get(owner)
    if (!former || equal(vote.parent_hash, former.vote_hash)) this.counted.set(owner, vote)
  }

  #decide(expired: boolean): Decision {
    const { expected_voters_count: n, liveness_criteria_yes: livenessYes } = this.terms
    const votes = [...this.counted.values()]
    const yes = votes.filter(({ vote }) => vote).length
    const no = votes.length - yes
    return decide({ n, yes, no, livenessYes, expired }, this.#profile)
  }
}
