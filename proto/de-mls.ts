/*
The Vote of ETH-MLS-OFFCHAIN: no proposal_id, so the numbers from 22 on differ from those of
consensus.proto. The bytes of either parse as the other, with other meaning.
*/
import { messageType } from './codec.ts'
import type { Vote } from './consensus.ts'

type DeMlsVote = Omit<Vote, 'proposal_id'>

export const deMlsVoteType = messageType<DeMlsVote>('de-mls.proto', 'vac.demls.Vote')
