import { keccak_256 } from '@noble/hashes/sha3.js'
import { chatMessage, recordTypes, type WakuMessage } from '../../../proto/archives/messages.ts'
import type { ChatMessage } from './chat-messages.ts'
import { attempt, type Opened } from './envelope.ts'
import { milliseconds } from './time.ts'

/** 62, MessageType COMMUNITY_CHAT and ContentType TEXT_PLAIN. */
const communityChat = 5
const plainText = 1

/** The payload of a chat message of a community. */
export function chatPayload(chatId: string, text: string, clock: bigint, now: number): Uint8Array {
  return chatMessage.encode({
    clock,
    timestamp: BigInt(now),
    text,
    chat_id: chatId,
    message_type: communityChat,
    content_type: plainText,
  })
}

/** The chat message inside a record; undefined where it is another kind of record. */
export function chatMessageOf(opened: Opened, message: WakuMessage): ChatMessage | undefined {
  if (opened.type !== recordTypes.CHAT_MESSAGE) return undefined
  const read = attempt(() => chatMessage.decode(opened.payload))
  if (!read) return undefined
  return {
    messageId: messageId(opened.signer, opened.payload),
    chatId: read.chat_id,
    contentTopic: message.content_topic,
    at: milliseconds(message.timestamp ?? 0n),
    clock: read.clock,
    author: opened.signer,
    text: read.text,
    record: opened.record,
  }
}

/** The same for everybody who has the record: keccak-256 over author and payload. */
export function messageId(author: string, payload: Uint8Array): string {
  const digest = keccak_256(Buffer.concat([Buffer.from(author, 'hex'), payload]))
  return `0x${Buffer.from(digest).toString('hex')}`
}
