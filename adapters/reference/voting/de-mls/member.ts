import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import type { MlsPrivateMessage, MlsPublicMessage } from 'ts-mls'
import type { Change, GroupView } from '../../../contract/de-mls.ts'
import { Refused } from '../../../contract/handler.ts'
import type { VotingProfile } from '../profile.ts'
import { effectOf, mlsProposals, proposalFor } from './agenda.ts'
import { Ballot, type Result } from './ballot.ts'
import { decodeProposal, encodeProposal, frameProposal, frameText, unframe } from './frame.ts'
import type { KeyPackages } from './key-packages.ts'
import type { Handshake, MlsGroup } from './mls-group.ts'
import { type Motion, motionOf } from './motion.ts'
import { present, stewardOf } from './parameters.ts'
import type { DeMlsProfile } from './profile.ts'

/** A node as the groups that it is in see it. */
export interface Account {
  readonly memberId: string
  readonly privateKey: Uint8Array
  readonly seed: Uint8Array
  readonly voting: VotingProfile
  readonly profile: DeMlsProfile
  readonly keyPackages: KeyPackages
}

export interface Said {
  readonly sender: string
  readonly content: string
  readonly epoch: string
}

/** One node in one group (Roles: member, or steward in its turn). */
export class Member {
  readonly #account: Account
  readonly #mls: MlsGroup
  #ballot: Ballot
  /** Votes of past epochs. */
  readonly #past: (Result & { epoch: string })[] = []

  constructor(account: Account, mls: MlsGroup) {
    this.#account = account
    this.#mls = mls
    this.#ballot = this.#openBallot()
  }

  get removed(): boolean {
    return this.#mls.removed
  }

  get epoch(): bigint {
    return this.#mls.epoch
  }

  get isSteward(): boolean {
    return !this.removed && this.#steward === this.#account.memberId
  }

  /** Sends what a user says. */
  send(content: Uint8Array): Promise<Uint8Array> {
    this.#checkSpeaking()
    return this.#mls.protect(frameText(content))
  }

  async propose(change: Change, vote: boolean, livenessYes: boolean | undefined, now: number) {
    this.#checkSpeaking()
    const motion = this.#motion(change)
    const proposal = this.#ballot.propose(motion, vote, livenessYes, now)
    const wire = await this.#mls.protect(this.#framed(proposal))
    return { proposalId: proposal.proposal_id, wire }
  }

  vote(proposalId: number, choice: boolean, now: number): Promise<Uint8Array> {
    this.#checkSpeaking()
    return this.#mls.protect(this.#framed(this.#ballot.vote(proposalId, choice, now)))
  }

  /** Carries out what was approved, in one operation: proposals, commit, welcome (Single steward, 7). */
  async runSteward(
    now: number,
  ): Promise<{ group: Uint8Array[]; welcome?: Uint8Array | undefined }> {
    if (!this.isSteward) throw new Refused('not-steward', 'another member is steward of this epoch')
    const motions = this.#ballot.approved(now)
    const proposals = mlsProposals(motions, this.#standing, this.#account.memberId)
    if (proposals.length === 0) return { group: [] }
    const results = this.#ballot.close(now)
    const epoch = this.#mls.epoch
    const sent = await this.#mls.commit(proposals)
    this.#begin(results, epoch)
    return sent
  }

  /** Takes application data of this epoch; answers what a user gets to read. */
  async hear(message: MlsPrivateMessage, now: number): Promise<Said | undefined> {
    const { data, sender, accept } = await this.#mls.open(message)
    const inside = unframe(data)
    if ('proposal' in inside) {
      const proposal = decodeProposal(inside.proposal, this.#account.profile)
      const motion = await motionOf(proposal.payload, this.#account.keyPackages)
      this.#ballot.take(proposal, motion, sender, now)
    }
    accept()
    if ('proposal' in inside) return undefined
    return { sender, content: bytesToHex(inside.text), epoch: String(this.#mls.epoch) }
  }

  /** Takes an MLS proposal or a commit of this epoch. */
  async follow(message: MlsPrivateMessage | MlsPublicMessage, now: number): Promise<void> {
    const results = this.#ballot.close(now)
    const { epoch } = this.#mls
    await this.#mls.follow(message, (handshake) => this.#permit(handshake, now))
    if (this.#mls.epoch > epoch || this.removed) this.#begin(results, epoch)
  }

  view(now: number): GroupView {
    const epoch = String(this.#mls.epoch)
    const current = this.#ballot.results(now).map((each) => ({ ...each, epoch }))
    if (this.removed) return { role: 'removed', proposals: [...this.#past] }
    const steward = this.#steward
    return {
      role: this.isSteward ? 'steward' : 'member',
      epoch,
      authenticator: bytesToHex(this.#mls.authenticator),
      members: [...this.#mls.members.values()],
      ...(steward !== undefined && { steward }),
      stewards: present(this.#mls.parameters, this.#everybody),
      proposals: [...this.#past, ...current],
    }
  }

  /** Only stewards commit, and only what was approved (MLS Objects: the committers only MUST be stewards). */
  #permit({ kind, sender, proposals }: Handshake, now: number): void {
    if (sender === undefined || sender !== this.#steward)
      throw new Refused('not-steward', `a ${kind} of somebody who is not steward of this epoch`)
    const approved = this.#ballot.approved(now).flatMap((motion) => {
      const proposal = proposalFor(motion, this.#standing)
      return proposal ? [effectOf(proposal)] : []
    })
    const voted =
      proposals.length > 0 && proposals.every((each) => approved.includes(effectOf(each)))
    if (!voted) throw new Refused('not-voted', `a ${kind} of something that was not approved`)
  }

  #motion(change: Change): Motion {
    const keyPackage = change.kind === 'add' && this.#account.keyPackages.of(change.memberId)
    if (keyPackage === undefined)
      throw new Refused('no-key-package', 'no key package of that node has come')
    const motion = keyPackage ? { change, keyPackage } : { change }
    if (!proposalFor(motion, this.#standing))
      throw new Refused('no-effect', 'the group is already as this change would make it')
    return motion
  }

  /** While an MLS proposal waits for its commit, no application message is sent (MLS Objects; AMB-55). */
  #checkSpeaking(): void {
    if (this.removed) throw new Refused('not-member', 'this node was removed from the group')
    if (this.#mls.pending) throw new Refused('pending', 'an MLS proposal waits for its commit')
  }

  #framed(proposal: Parameters<typeof encodeProposal>[0]): Uint8Array {
    return frameProposal(encodeProposal(proposal, this.#account.profile))
  }

  #begin(results: readonly Result[], epoch: bigint): void {
    this.#past.push(...results.map((each) => ({ ...each, epoch: String(epoch) })))
    for (const member of this.#everybody) this.#account.keyPackages.forget(member)
    this.#ballot = this.#openBallot()
  }

  #openBallot(): Ballot {
    const { privateKey, seed, voting, profile } = this.#account
    const members = this.#everybody
    const { parameters, authenticator } = this.#mls
    const stewards = new Set(present(parameters, members))
    return new Ballot({
      privateKey,
      seed: concatBytes(seed, authenticator),
      voting,
      profile,
      electorate: ({ kind }) =>
        parameters.voters === 'stewards' && kind !== 'stewards' ? stewards : members,
    })
  }

  get #standing() {
    return { members: this.#mls.members, parameters: this.#mls.parameters }
  }

  get #everybody(): ReadonlySet<string> {
    return new Set(this.#mls.members.values())
  }

  get #steward(): string | undefined {
    return stewardOf(this.#mls.parameters, this.#everybody, this.#mls.epoch)
  }
}
