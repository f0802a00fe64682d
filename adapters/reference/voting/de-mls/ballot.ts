import type { Proposal, Vote } from '../../../../proto/consensus.ts'
import type { Change } from '../../../contract/de-mls.ts'
import { Refused } from '../../../contract/handler.ts'
import { keyOf } from '../bytes.ts'
import type { VotingProfile } from '../profile.ts'
import { Voter } from '../voter.ts'
import { type Motion, payloadOf } from './motion.ts'
import { type DeMlsProfile, proposalsPerEpoch, voteMs } from './profile.ts'

export interface BallotOptions {
  readonly privateKey: Uint8Array
  readonly seed: Uint8Array
  readonly voting: VotingProfile
  readonly profile: DeMlsProfile
  /** Who votes on a change. */
  readonly electorate: (change: Change) => ReadonlySet<string>
}

export interface Result {
  readonly proposalId: number
  readonly change: Change
  readonly result: 'YES' | 'NO' | 'UNDECIDED'
}

/**
 * The votes of one epoch as one member sees them; the next epoch begins with an empty one, so nothing of an
 * epoch counts in another (Creating Voting Proposal: epoch based voting; AMB-52, AMB-68). Checks and decision are
 * those of the consensus.
 */
export class Ballot {
  readonly #options: BallotOptions
  readonly #voter: Voter
  readonly #motions = new Map<number, Motion>()
  /** How many proposals each member made. */
  readonly #made = new Map<string, number>()

  constructor(options: BallotOptions) {
    this.#options = options
    const { privateKey, seed, voting, profile } = options
    this.#voter = new Voter({
      privateKey,
      seed,
      profile: { ...voting, layout: profile.layout },
    })
  }

  /** Puts a motion to the vote, with the own vote in it. */
  propose(motion: Motion, vote: boolean, livenessYes: boolean | undefined, now: number): Proposal {
    const electorate = this.#electorateWith(motion)
    const own = keyOf(this.#voter.owner)
    this.#checkNumber(own)
    const question = {
      name: motion.change.kind,
      payload: payloadOf(motion),
      expectedVoters: electorate.size,
      expiresIn: voteMs,
      ...(livenessYes !== undefined && { livenessYes }),
    }
    const proposal = this.#voter.propose(question, vote, now)
    this.#keep(proposal.proposal_id, motion, own)
    return proposal
  }

  vote(proposalId: number, choice: boolean, now: number): Proposal {
    const motion = this.#motions.get(proposalId)
    if (!motion) throw new Refused('unknown-proposal', `no proposal ${proposalId} in this epoch`)
    this.#electorateWith(motion)
    return this.#voter.vote(proposalId, choice, now)
  }

  /** What an MLS message of `sender` brought. Fails with Refused and without effect. */
  take(proposal: Proposal, motion: Motion, sender: string, now: number): void {
    const { proposal_id, payload, proposal_owner, votes, expected_voters_count } = proposal
    const known = this.#motions.get(proposal_id)
    const bySender = this.#options.profile.ownerBinding === 'sender'
    // Nothing signs a proposal but the MLS message of its owner: so that message has to bring it first.
    if (!known && bySender && keyOf(proposal_owner) !== sender)
      throw new Refused('unknown-proposal', 'its owner has not sent this proposal')
    if (known && payloadOf(known) !== payload)
      throw new Refused('payload', 'the proposal of this id has another payload')
    const electorate = this.#options.electorate(motion.change)
    if (expected_voters_count !== electorate.size)
      throw new Refused(
        'electorate',
        `expected ${electorate.size} voters, got ${expected_voters_count}`,
      )
    if (!votes.every(({ vote_owner }) => electorate.has(keyOf(vote_owner))))
      throw new Refused('electorate', 'somebody votes who has no vote on this')
    const maker = keyOf(proposal_owner)
    if (!known) this.#checkNumber(maker)
    const ofSender = ({ vote_owner }: Vote) => keyOf(vote_owner) === sender
    this.#voter.take(proposal, now, bySender ? ofSender : undefined)
    if (!known) this.#keep(proposal_id, motion, maker)
  }

  /** What was approved as of `now`, in the order it was heard. */
  approved(now: number): Motion[] {
    return this.results(now).flatMap(({ proposalId, result }) => {
      const motion = this.#motions.get(proposalId)
      return result === 'YES' && motion ? [motion] : []
    })
  }

  /** All votes as of `now`. A vote that is over is YES or NO: a tie and a missing quorum are no majority. */
  results(now: number): Result[] {
    return [...this.#motions].map(([proposalId, { change }]) => {
      const { result, final } = this.#voter.outcome(proposalId, now) ?? {}
      if (result === 'YES' || result === 'NO') return { proposalId, change, result }
      return { proposalId, change, result: final ? 'NO' : 'UNDECIDED' }
    })
  }

  /** All votes at the end of the epoch: what is undecided ends as NO (Creating Voting Proposal: MUST be finalized). */
  close(now: number): Result[] {
    return this.results(now).map((each) =>
      each.result === 'UNDECIDED' ? { ...each, result: 'NO' } : each,
    )
  }

  #electorateWith({ change }: Motion): ReadonlySet<string> {
    const electorate = this.#options.electorate(change)
    if (!electorate.has(keyOf(this.#voter.owner)))
      throw new Refused('electorate', 'this member has no vote on that')
    return electorate
  }

  /** An application-level constraint (Single steward, 5; AMB-66), by member, for all to check. */
  #checkNumber(maker: string): void {
    if ((this.#made.get(maker) ?? 0) >= proposalsPerEpoch)
      throw new Refused(
        'too-many',
        `more than ${proposalsPerEpoch} proposals of a member in an epoch`,
      )
  }

  #keep(proposalId: number, motion: Motion, maker: string): void {
    this.#motions.set(proposalId, motion)
    this.#made.set(maker, (this.#made.get(maker) ?? 0) + 1)
  }
}
