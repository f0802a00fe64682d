import { type Proposal, proposalType, type Vote } from '../../../proto/consensus.ts'
import { DecodeError } from '../../../proto/errors.ts'
import { ownerOf } from '../../../proto/vote-signature.ts'
import { Refused } from '../../contract/handler.ts'
import { wireTime } from './age.ts'
import { keyOf } from './bytes.ts'
import { Dice } from './dice.ts'
import { type Outcome, Poll } from './poll.ts'
import type { VotingProfile } from './profile.ts'
import { type TiePolicy, withPolicy } from './tie-policy.ts'
import { validate } from './validate.ts'
import { castVote } from './vote.ts'

export interface VoterOptions {
  readonly privateKey: Uint8Array
  readonly seed: Uint8Array
  readonly profile: VotingProfile
  /** Owners who may vote; absent: anybody. */
  readonly voters?: readonly Uint8Array[]
}

export interface Question {
  readonly name: string
  readonly payload: string
  readonly expectedVoters: number
  /** Milliseconds. */
  readonly expiresIn: number
  readonly livenessYes?: boolean
  readonly tiePolicy?: TiePolicy
}

/** One peer: its key and the proposals it knows. Times are virtual, in milliseconds. */
export class Voter {
  readonly owner: Uint8Array
  readonly dice: Dice
  readonly #options: VoterOptions
  readonly #named: ReadonlySet<string> | undefined
  readonly #polls = new Map<number, Poll>()

  constructor(options: VoterOptions) {
    this.#options = options
    this.owner = ownerOf(options.profile, options.privateKey)
    this.dice = new Dice(options.seed, this.owner)
    this.#named = options.voters && new Set(options.voters.map(keyOf))
  }

  /** Creates a proposal with all its fields and the own vote in it (section 1). */
  propose(question: Question, vote: boolean, now: number): Proposal {
    const { name, payload, expectedVoters, expiresIn, livenessYes = true, tiePolicy } = question
    if (expectedVoters < 1) throw new Refused('electorate', 'a proposal for no voters')
    if (expiresIn < 1) throw new Refused('incomplete', 'a proposal that is open for no time')
    const { profile } = this.#options
    const timestamp = wireTime(now, profile.timeUnit)
    const interval = wireTime(expiresIn, profile.timeUnit)
    const proposal: Proposal = {
      name,
      payload: withPolicy(payload, tiePolicy),
      proposal_id: this.dice.uint32(),
      proposal_owner: this.owner,
      votes: [],
      expected_voters_count: expectedVoters,
      round: 0,
      timestamp,
      expiration_time: profile.expiry === 'absolute' ? timestamp + interval : interval,
      liveness_criteria_yes: livenessYes,
    }
    this.#polls.set(proposal.proposal_id, new Poll(proposal, profile))
    return this.vote(proposal.proposal_id, vote, now)
  }

  /** Takes a proposal from the network; fails with Refused and without effect if any check fails. */
  receive(wire: Uint8Array, now: number): number {
    return this.take(decode(wire), now)
  }

  /** Takes a decoded proposal; of its votes, those count that `counts` admits. Fails as `receive` does. */
  take(proposal: Proposal, now: number, counts?: (vote: Vote) => boolean): number {
    const { profile } = this.#options
    const { proposal_id } = proposal
    const poll = this.#polls.get(proposal_id) ?? new Poll(proposal, profile)
    validate(proposal, poll, wireTime(now, profile.timeUnit), profile, this.#named)
    this.#polls.set(proposal_id, poll)
    poll.take(proposal, counts)
    return proposal_id
  }

  /** Adds the own vote V_2 to the longest list heard and answers P_2 (section 2, steps 4 and 5). */
  vote(proposalId: number, choice: boolean, now: number): Proposal {
    const poll = this.#poll(proposalId)
    const { profile, privateKey } = this.#options
    const time = wireTime(now, profile.timeUnit)
    if (poll.hasExpired(time)) throw new Refused('expired', 'the proposal has expired')
    const former = poll.counted.get(keyOf(this.owner))
    if (former && profile.repeatedVotes === 'reject')
      throw new Refused('repeated-vote', 'this voter has voted')
    const { votes, round } = poll.branches.longest(former)
    const voteId = this.dice.uint32()
    const vote = castVote({ voteId, proposalId, time, choice, votes, former }, privateKey, profile)
    const extended = { ...poll.terms, votes: [...votes, vote], round: next(round) }
    poll.take(extended, (each) => each === vote)
    return extended
  }

  /** Runs a tied proposal again under a new id, if its policy says so (Equality of votes). */
  retry(proposalId: number, vote: boolean, now: number): Proposal {
    const poll = this.#poll(proposalId)
    const { profile } = this.#options
    if (poll.outcome(wireTime(now, profile.timeUnit)).result !== 'TIE')
      throw new Refused('closed', 'only a tie whose policy is RETRY is run again')
    const { terms } = poll
    const interval = terms.expiration_time - (profile.expiry === 'absolute' ? terms.timestamp : 0n)
    const question = {
      name: terms.name,
      payload: terms.payload,
      expectedVoters: terms.expected_voters_count,
      expiresIn: Number(interval) * (profile.timeUnit === 's' ? 1000 : 1),
      livenessYes: terms.liveness_criteria_yes,
    }
    return this.propose(question, vote, now)
  }

  /** The proposal with the longest list of votes heard. */
  proposal(proposalId: number): Proposal {
    const poll = this.#poll(proposalId)
    return { ...poll.terms, ...poll.branches.longest() }
  }

  /** Undefined: never heard of. */
  outcome(proposalId: number, now: number): Outcome | undefined {
    return this.#polls.get(proposalId)?.outcome(wireTime(now, this.#options.profile.timeUnit))
  }

  /** Every list heard of every open proposal, to be passed on unchanged (Liveness: MAY propagate). */
  heard(now: number): Proposal[] {
    const time = wireTime(now, this.#options.profile.timeUnit)
    const open = [...this.#polls.values()].filter((poll) => !poll.hasExpired(time))
    return open.flatMap(({ terms, branches }) =>
      branches.all().map((branch) => ({ ...terms, ...branch })),
    )
  }

  #poll(proposalId: number): Poll {
    const poll = this.#polls.get(proposalId)
    if (!poll) throw new Refused('unknown-proposal', `no proposal ${proposalId}`)
    return poll
  }
}

/** P_2.round = P_1.round + 1 (step 5.3), as far as a uint32 goes. */
const next = (round: number): number => Math.min(round + 1, 0xffff_ffff)

function decode(wire: Uint8Array): Proposal {
  try {
    return proposalType.decode(wire)
  } catch (error) {
    if (error instanceof DecodeError) throw new Refused('malformed', error.message)
    throw error
  }
}
