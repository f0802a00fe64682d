import { sha3_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { wrap } from './authorship.ts'
import { encode } from './codec.ts'
import type { Profile } from './profile.ts'
import type { Chat, Item, NodeState } from './state.ts'

/** The id of a message: of its author and the payload as encoded, so that relaying does not change it (AMB-34). */
export function messageIdOf(author: string, payload: Uint8Array): string {
  return `0x${bytesToHex(sha3_256(concatBytes(hexToBytes(author), payload)))}`
}

/** Wraps a record, signed by its author, and puts it where `drain` finds it. Gives its message id. */
export function post(
  node: NodeState,
  profile: Profile,
  record: string,
  message: object,
  to: Item['to'],
  privateKey = node.privateKey,
): string {
  const payload = encode(record, message)
  const bytes = wrap(profile, record, payload, privateKey)
  const messageId = messageIdOf(node.publicKey, payload)
  node.wrappers.set(messageId, { bytes, deniable: false })
  node.outbox.push({ bytes, record, to })
  return messageId
}

/** Where what is said in a chat goes; the kind of chat decides (62, Message types). */
export function destination(chat: Chat): Item['to'] {
  switch (chat.kind) {
    case 'PUBLIC_GROUP':
      return { kind: 'public', id: chat.id }
    case 'ONE_TO_ONE':
      return { kind: 'private', id: chat.id.slice(2) }
    case 'PRIVATE_GROUP':
      return { kind: 'group', id: chat.id }
    case 'COMMUNITY_CHAT':
      return { kind: 'community', id: chat.id.slice(2, 68) }
  }
}
