import type { VotingProfile } from '../profile.ts'

/** How this node reads what ETH-MLS-OFFCHAIN leaves open; keys as an adapter declares them. */
export interface DeMlsProfile {
  /** What a basic credential holds (AMB-62): vote_owner, alone or with its signature of the leaf's key. */
  readonly credential: 'owner' | 'signed-owner'
  /** Whether a vote counts only when its owner's own MLS message brought it (AMB-57). */
  readonly ownerBinding: 'sender' | 'credential'
  /** Whether MLS proposals go before the commit as messages of their own, or inside it (AMB-54). */
  readonly mlsProposals: 'by-reference' | 'by-value'
  /** Which text's Proposal and Vote are written (AMB-50). */
  readonly layout: NonNullable<VotingProfile['layout']>
}

export const literalGroups: DeMlsProfile = {
  credential: 'signed-owner',
  ownerBinding: 'sender',
  mlsProposals: 'by-reference',
  layout: 'de-mls',
}

/** How long a vote is open (AMB-52), in milliseconds. */
export const voteMs = 60_000
/** How often a steward announces its group (AMB-53), in milliseconds. */
export const announceMs = 30_000
/** How many proposals a member may make in an epoch (AMB-66). */
export const proposalsPerEpoch = 16
