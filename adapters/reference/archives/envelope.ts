import { createHash } from 'node:crypto'
import {
  type ApplicationMetadataMessage,
  applicationMetadata,
  type WakuMessage,
  wakuMessage,
} from '../../../proto/archives/messages.ts'
import { seal, unseal } from '../../../proto/archives/sealed.ts'
import { sign, signerOf } from './signature.ts'
import { nanoseconds } from './time.ts'
import { symmetricKey, topicsOf, universalChatId } from './topics.ts'

/** A record with who signed it: what is inside a WakuMessage of a community. */
export interface Opened {
  readonly signer: string
  readonly type: number
  readonly payload: Uint8Array
  /** The encoded ApplicationMetadataMessage. */
  readonly record: Uint8Array
}

/** Signs a record, wraps it, encrypts it for its content topic and makes a WakuMessage of it. */
export function wrap(
  communityId: string,
  contentTopic: string,
  privateKey: Uint8Array,
  type: number,
  payload: Uint8Array,
  now: number,
): Uint8Array {
  const signed: ApplicationMetadataMessage = { signature: sign(privateKey, payload), payload, type }
  const content = applicationMetadata.encode(signed)
  const key = keyOf(communityId, contentTopic)
  const nonce = createHash('sha256').update(key).update(content).digest().subarray(0, 12)
  return wakuMessage.encode({
    payload: seal(key, content, nonce),
    content_topic: contentTopic,
    version: 1,
    timestamp: nanoseconds(now),
  })
}

/** What is inside, or undefined where it cannot be read or nobody signed it. */
export function unwrap(communityId: string, message: WakuMessage): Opened | undefined {
  const record = unseal(keyOf(communityId, message.content_topic), message.payload)
  if (!record) return undefined
  const read = attempt(() => applicationMetadata.decode(record))
  if (!read) return undefined
  const signer = signerOf(read.signature, read.payload)
  if (signer === undefined) return undefined
  return { signer, type: read.type, payload: read.payload, record }
}

/** The description goes under the key of the community id, all else under the universal chat id's. */
function keyOf(communityId: string, contentTopic: string): Buffer {
  const { advertising } = topicsOf(communityId)
  return symmetricKey(
    contentTopic === advertising ? `0x${communityId}` : universalChatId(communityId),
  )
}

/** The decoded message, or undefined where the bytes are none. */
export function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}
