import { createHmac } from 'node:crypto'

/* HKDF with SHA-256 (RFC 5869). */

export const HASH_LENGTH = 32

export function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(data).digest())
}

export function extract(salt: Uint8Array, ikm: Uint8Array): Uint8Array {
  return hmac(salt, ikm)
}

export function expand(prk: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(Math.ceil(length / HASH_LENGTH) * HASH_LENGTH)
  let block: Uint8Array = new Uint8Array()
  for (let at = 0; at * HASH_LENGTH < length; at++) {
    const mac = createHmac('sha256', prk).update(block).update(info)
    block = new Uint8Array(mac.update(Uint8Array.of(at + 1)).digest())
    out.set(block, at * HASH_LENGTH)
  }
  return out.subarray(0, length)
}
