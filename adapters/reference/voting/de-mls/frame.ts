import { concatBytes } from '@noble/hashes/utils.js'
import { type Proposal, proposalType } from '../../../../proto/consensus.ts'
import { decodeDeMlsProposal, encodeDeMlsProposal } from '../../../../proto/de-mls.ts'
import { DecodeError } from '../../../../proto/errors.ts'
import { Refused } from '../../../contract/handler.ts'
import type { DeMlsProfile } from './profile.ts'

/*
Application data of MLS holds a vote or what a user says; the text does not tell how to know them apart. Here a byte
goes before either.
*/

const SAID = 0
const VOTE = 1

export const frameText = (text: Uint8Array) => concatBytes(Uint8Array.of(SAID), text)
export const frameProposal = (proposal: Uint8Array) => concatBytes(Uint8Array.of(VOTE), proposal)

/** What application data holds. Fails with Refused where it is neither. */
export function unframe(data: Uint8Array): { text: Uint8Array } | { proposal: Uint8Array } {
  const rest = data.slice(1)
  if (data[0] === SAID) return { text: rest }
  if (data[0] === VOTE) return { proposal: rest }
  throw new Refused('malformed', 'application data that is neither a vote nor text')
}

/** Writes and reads a Proposal as the text of `layout` has it. */
export const encodeProposal = (proposal: Proposal, { layout }: DeMlsProfile): Uint8Array =>
  layout === 'de-mls' ? encodeDeMlsProposal(proposal) : proposalType.encode(proposal)

export function decodeProposal(bytes: Uint8Array, { layout }: DeMlsProfile): Proposal {
  try {
    return layout === 'de-mls' ? decodeDeMlsProposal(bytes) : proposalType.decode(bytes)
  } catch (error) {
    if (error instanceof DecodeError) throw new Refused('malformed', error.message)
    throw error
  }
}
