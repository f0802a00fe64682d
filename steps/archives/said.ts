import { messageHash } from '../../proto/archives/message-hash.ts'
import { type WakuMessage, wakuMessage } from '../../proto/archives/messages.ts'
import type { Which } from './community.ts'

/** A WakuMessage that somebody published, with what a reader of it would show. */
export interface Said {
  readonly which: Which
  readonly text: string
  /** Compressed public key, hex. */
  readonly author: string
  readonly chatId: string
  readonly clock: bigint
  readonly message: WakuMessage
  readonly wire: Uint8Array
  readonly pubsubTopic: string
  /** By 14, hex. */
  readonly hash: string
}

/** Completes what was said by the bytes and the hash of its WakuMessage. */
export function said(
  shown: Pick<Said, 'which' | 'text' | 'author' | 'chatId' | 'clock'>,
  pubsubTopic: string,
  message: WakuMessage,
): Said {
  return {
    ...shown,
    pubsubTopic,
    message,
    wire: wakuMessage.encode(message),
    hash: messageHash(pubsubTopic, message).toString('hex'),
  }
}
