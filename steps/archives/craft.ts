import { keccak_256 } from '@noble/hashes/sha3.js'
import { recover, signRecoverable } from 'tiny-secp256k1'
import {
  applicationMetadata,
  chatMessage,
  recordTypes,
  type WakuMessage,
} from '../../proto/archives/messages.ts'
import { seal, unseal } from '../../proto/archives/sealed.ts'
import type { Person } from './people.ts'

/* What the suite makes in the name of other nodes, and how it opens what a client made. */

/** What a WakuMessage carries, opened. */
export interface Record {
  readonly type: number
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** Who signed it, by the compressed key in hex; undefined where nobody can have. */
  readonly signer: string | undefined
}

/** R, S and the recovery id over keccak-256 of the payload. */
export function sign(signer: Person, payload: Uint8Array): Uint8Array {
  const { signature, recoveryId } = signRecoverable(keccak_256(payload), signer.privateKey)
  return Uint8Array.of(...signature, recoveryId)
}

/** An ApplicationMetadataMessage. */
export function wrap(signer: Person, type: number, payload: Uint8Array): Uint8Array {
  return applicationMetadata.encode({ signature: sign(signer, payload), payload, type })
}

/** The same record with another signature. */
export function resigned(wrapped: Uint8Array, signature: Uint8Array): Uint8Array {
  return applicationMetadata.encode({ ...applicationMetadata.decode(wrapped), signature })
}

/** Reads an ApplicationMetadataMessage; undefined where the bytes are none. */
export function unwrap(bytes: Uint8Array): Record | undefined {
  try {
    const { type, payload, signature } = applicationMetadata.decode(bytes)
    return { type, payload, signature, signer: signerOf(signature, payload) }
  } catch {
    return undefined
  }
}

function signerOf(signature: Uint8Array, payload: Uint8Array): string | undefined {
  const recoveryId = (signature[64] ?? 4) as 0 | 1 | 2 | 3
  if (signature.length !== 65) return undefined
  try {
    const key = recover(keccak_256(payload), signature.subarray(0, 64), recoveryId, true)
    return key ? Buffer.from(key).toString('hex') : undefined
  } catch {
    return undefined
  }
}

/** A chat message of a user. */
export function chat(author: Person, chatId: string, text: string, at: bigint, clock?: bigint) {
  const milliseconds = at / 1_000_000n
  const payload = chatMessage.encode({
    clock: clock ?? milliseconds,
    timestamp: milliseconds,
    text,
    chat_id: chatId,
    message_type: 5,
    content_type: 1,
  })
  return wrap(author, recordTypes.CHAT_MESSAGE, payload)
}

/** How the client has the payload of a WakuMessage: sealed as 26 says, or as it is. */
export type Layers = 'waku-payload' | 'application'

/** A WakuMessage around a record. `at`: nanoseconds. */
export function envelope(
  contentTopic: string,
  key: Uint8Array,
  content: Uint8Array,
  at: bigint,
  layers: Layers,
): WakuMessage {
  const nonce = keccak_256(content).subarray(0, 12)
  return {
    payload: layers === 'application' ? content : seal(key, content, nonce),
    content_topic: contentTopic,
    version: 1,
    timestamp: at,
  }
}

/** The content of a WakuMessage; undefined where this key does not open it. */
export function opened(
  message: WakuMessage,
  key: Uint8Array,
  layers: Layers,
): Uint8Array | undefined {
  return layers === 'application' ? message.payload : unseal(key, message.payload)
}
