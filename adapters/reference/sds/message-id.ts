import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeMessage, type SdsMessage } from '../../../proto/sds.ts'

/**
 * An id for a message about to be sent: SHA-256, in hex, of what the message says and of a nonce.
 * SDS, Message: "globally unique identifier … likely based on a message hash"; without the nonce
 * equal contents could share an id (AMB-31).
 */
export function messageIdOf(message: Omit<SdsMessage, 'messageId'>, nonce: Uint8Array): string {
  const { senderId, channelId, content } = message
  const said: SdsMessage = { senderId, channelId, messageId: bytesToHex(nonce), causalHistory: [] }
  return bytesToHex(sha256(encodeMessage(content === undefined ? said : { ...said, content })))
}
