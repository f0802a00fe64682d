import { createHash } from 'node:crypto'
import type { WakuMessage } from './messages.ts'

/** The 32-byte hash of 14/WAKU2-MESSAGE, "Deterministic message hashing": what makes two messages the same. */
export function messageHash(pubsubTopic: string, message: WakuMessage): Buffer {
  const hash = createHash('sha256').update(pubsubTopic).update(message.payload)
  hash.update(message.content_topic)
  if (message.meta !== undefined) hash.update(message.meta)
  if (message.timestamp !== undefined) hash.update(bigEndian(message.timestamp))
  return hash.digest()
}

function bigEndian(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}
