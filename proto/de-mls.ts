/*
The messages of ETH-MLS-OFFCHAIN. A Vote has no proposal_id there, so the numbers from 22 on differ from those
of consensus.proto, and the bytes of either parse as the other, with other meaning. Integers are signed, so an id
beyond 2^31 is a negative number of ten bytes.
*/
import { messageType } from './codec.ts'
import type { Proposal, Vote } from './consensus.ts'

type DeMlsVote = Omit<Vote, 'proposal_id'>
type DeMlsProposal = Omit<Proposal, 'votes'> & { votes: DeMlsVote[] }

const voteType = messageType<DeMlsVote>('de-mls.proto', 'vac.demls.Vote')
const proposalType = messageType<DeMlsProposal>('de-mls.proto', 'vac.demls.Proposal')

/** A vote in the layout of this text: proposal_id is left out. */
export function encodeDeMlsVote(vote: Vote): Uint8Array {
  return voteType.encode(signed(vote))
}

/** A proposal and its votes in the layout of this text. */
export function encodeDeMlsProposal(proposal: Proposal): Uint8Array {
  return proposalType.encode({
    ...proposal,
    proposal_id: proposal.proposal_id | 0,
    expected_voters_count: proposal.expected_voters_count | 0,
    round: proposal.round | 0,
    votes: proposal.votes.map(signed),
  })
}

/**
 * Reads a proposal in the layout of this text. Its votes belong to it, whatever they were cast on: they do not say.
 * Throws DecodeError.
 */
export function decodeDeMlsProposal(bytes: Uint8Array): Proposal {
  const { votes, ...terms } = proposalType.decode(bytes)
  const proposal_id = terms.proposal_id >>> 0
  return {
    ...terms,
    proposal_id,
    expected_voters_count: terms.expected_voters_count >>> 0,
    round: terms.round >>> 0,
    votes: votes.map((vote) => ({ ...vote, vote_id: vote.vote_id >>> 0, proposal_id })),
  }
}

function signed({ proposal_id: _, ...vote }: Vote): DeMlsVote {
  return { ...vote, vote_id: vote.vote_id | 0 }
}
