import { concatBytes } from '@noble/hashes/utils.js'
import { isSignedBy, personalDigest, signDigest } from '../../../../proto/ethereum-signature.ts'
import { Refused } from '../../../contract/handler.ts'
import { decodeVectors, encodeVectors } from './vectors.ts'

/** What a group announcement says: that there is a group, and who is its steward now. */
export interface Announcement {
  readonly groupId: Uint8Array
  /** vote_owner of the steward, who signs it. */
  readonly steward: Uint8Array
  /** Unix epoch milliseconds. */
  readonly at: number
}

/** The text has no form for it (AMB-53); here the parts are signed by EIP-191 and the signature follows. */
export function encodeAnnouncement(
  { groupId, steward, at }: Announcement,
  privateKey: Uint8Array,
): Uint8Array {
  const body = encodeVectors([groupId, steward, timeOf(at)])
  return concatBytes(body, signDigest(personalDigest(body), privateKey))
}

/** Anybody can read it. Fails with Refused unless the steward that it names signed it. */
export function decodeAnnouncement(wire: Uint8Array): Announcement {
  const body = wire.subarray(0, -65)
  const [groupId, steward, at] = decodeVectors(body) ?? []
  if (!groupId || !steward || at?.length !== 8)
    throw new Refused('malformed', 'that is no announcement')
  if (!isSignedBy(steward, personalDigest(body), wire.subarray(-65)))
    throw new Refused('signature', 'the announcement is not signed by the steward that it names')
  return { groupId, steward, at: Number(new DataView(at.buffer, at.byteOffset).getBigUint64(0)) }
}

function timeOf(at: number): Uint8Array {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(at))
  return time
}
