import { createCipheriv, createDecipheriv } from 'node:crypto'

/* AES-128-GCM; the tag of 16 bytes goes to the end (RFC 5116). */

const TAG = 16

export function seal(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  text: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(aad)
  return new Uint8Array(Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]))
}

/** Fails where key, nonce, aad or bytes are not those that were sealed. */
export function open(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  if (sealed.length < TAG)
    throw new RangeError(`expected a tag of ${TAG} bytes, got ${sealed.length}`)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAAD(aad)
  decipher.setAuthTag(sealed.subarray(-TAG))
  const text = decipher.update(sealed.subarray(0, -TAG))
  return new Uint8Array(Buffer.concat([text, decipher.final()]))
}
