/*
The Vote of ETH-MLS-OFFCHAIN: no proposal_id, so the numbers from 22 on differ from those of
consensus.proto. The bytes of either parse as the other, with other meaning.
*/
import { messageType } from './codec.ts'
import type { Proposal, Vote } from './consensus.ts'

export type DeMlsVote = Omit<Vote, 'proposal_id'>
export type DeMlsProposal = Omit<Proposal, 'votes'> & { votes: DeMlsVote[] }

export const deMlsProposalType = messageType<DeMlsProposal>('de-mls.proto', 'vac.demls.Proposal')
export const deMlsVoteType = messageType<DeMlsVote>('de-mls.proto', 'vac.demls.Vote')
