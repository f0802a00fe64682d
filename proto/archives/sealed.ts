/*
The payload of a WakuMessage of version 1 under a symmetric key: 26/WAKU2-PAYLOAD, AES-256-GCM with a
12-byte nonce at the end, around flags, length, content and padding. Without the inner signature, which
61 and 56 do not use.
*/
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'

const nonceLength = 12
const tagLength = 16
/** The content is padded to a multiple of this, so that its length tells little. */
const paddedTo = 256

/** `key`: 32 bytes that nobody changes afterwards; `nonce`: 12 bytes, never twice under one key. */
export function seal(key: Uint8Array, content: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', prepared(key), nonce)
  return Buffer.concat([cipher.update(padded(content)), cipher.final(), cipher.getAuthTag(), nonce])
}

/** The content, or undefined where the key is not the one it was sealed with or the bytes are no such payload. */
export function unseal(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const end = sealed.length - nonceLength - tagLength
  if (end < 2) return undefined
  const nonce = sealed.subarray(-nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', prepared(key), nonce)
  decipher.setAuthTag(sealed.subarray(end, end + tagLength))
  try {
    return unpadded(Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]))
  } catch {
    return undefined
  }
}

const known = new WeakMap<Uint8Array, KeyObject>()

/** A key is used for many messages, and making it ready takes longer than sealing one. */
function prepared(key: Uint8Array): KeyObject {
  let ready = known.get(key)
  if (!ready) known.set(key, (ready = createSecretKey(key)))
  return ready
}

function padded(content: Uint8Array): Uint8Array {
  const sizes = content.length < 1 << 8 ? 1 : content.length < 1 << 16 ? 2 : 3
  const head = Buffer.alloc(1 + sizes)
  head[0] = sizes
  head.writeUIntLE(content.length, 1, sizes)
  const length = head.length + content.length
  const whole = Buffer.alloc(Math.ceil(length / paddedTo) * paddedTo)
  head.copy(whole)
  whole.set(content, head.length)
  return whole
}

function unpadded(whole: Buffer): Uint8Array | undefined {
  const sizes = (whole[0] ?? 0) & 3
  if (sizes === 0) return undefined
  const length = whole.readUIntLE(1, sizes)
  return length <= whole.length - 1 - sizes
    ? whole.subarray(1 + sizes, 1 + sizes + length)
    : undefined
}
