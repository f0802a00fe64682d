/*
When a participant asks and answers (SDS-R, Determine T_req, T_resp and response group). The text names
no hash: this is SHA-256 over the ids end to end, as a big-endian number (AMB-48), in exact integers
(AMB-50). All times are milliseconds (AMB-49).
*/
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { SdsConfig } from './config.ts'

type Waits = Pick<SdsConfig, 'repairMinMs' | 'repairMaxMs'>

function hash(...ids: readonly string[]): bigint {
  return BigInt(`0x${bytesToHex(sha256(utf8ToBytes(ids.join(''))))}`)
}

/** "`hash(participant_id, message_id) % (T_max - T_min) + T_min`" */
export function requestWait(
  participantId: string,
  messageId: string,
  { repairMinMs, repairMaxMs }: Waits,
): number {
  const span = BigInt(Math.max(1, repairMaxMs - repairMinMs))
  return Number(hash(participantId, messageId) % span) + repairMinMs
}

/** "`distance*hash(message_id) % T_max`", where the distance of the sender to itself is 0 */
export function responseWait(
  participantId: string,
  senderId: string,
  messageId: string,
  { repairMaxMs }: Waits,
): number {
  const distance = hash(participantId) ^ hash(senderId)
  return Number((distance * hash(messageId)) % BigInt(Math.max(1, repairMaxMs)))
}

/** "`hash(participant_id, message_id) % num_response_groups == hash(sender_id, message_id) % …`" */
export function inResponseGroup(
  participantId: string,
  senderId: string,
  messageId: string,
  responseGroups: number,
): boolean {
  const groups = BigInt(responseGroups)
  return hash(participantId, messageId) % groups === hash(senderId, messageId) % groups
}
