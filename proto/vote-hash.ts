import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes } from '@noble/hashes/utils.js'
import type { Vote } from './consensus.ts'
import type { VoteEncoding } from './vote-encoding.ts'

/** The fields that vote_hash covers (section 2, step 4.7). */
export type HashedVote = Omit<Vote, 'vote_hash' | 'signature' | '$unknown'>

/**
 * `vote_hash` of a vote: the fields in the order of the text, fixed width, undelimited; 17 bytes and
 * owner, parent_hash and received_hash, without the four of proposal_id in the layout of de-MLS. The
 * texts give neither function nor widths (AMB-05, AMB-06).
 */
export function voteHash(
  encoding: VoteEncoding['voteHash'],
  vote: HashedVote,
  layout?: VoteEncoding['layout'],
): Uint8Array {
  const preimage = concatenated(vote, encoding !== 'sha256-be-concat', layout)
  return encoding === 'keccak256-le-concat' ? keccak_256(preimage) : sha256(preimage)
}

/** What is hashed; exported for those who compare byte by byte. */
export function concatenated(
  vote: HashedVote,
  littleEndian = true,
  layout: VoteEncoding['layout'] = 'consensus',
): Uint8Array {
  const numbers = new DataView(new ArrayBuffer(17))
  numbers.setUint32(0, vote.vote_id, littleEndian)
  numbers.setUint32(4, vote.proposal_id, littleEndian)
  numbers.setBigInt64(8, vote.timestamp, littleEndian)
  numbers.setUint8(16, vote.vote ? 1 : 0)
  const bytes = new Uint8Array(numbers.buffer)
  return concatBytes(
    bytes.subarray(0, 4),
    vote.vote_owner,
    bytes.subarray(layout === 'de-mls' ? 8 : 4),
    vote.parent_hash,
    vote.received_hash,
  )
}
