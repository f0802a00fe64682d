import { createHash } from 'node:crypto'
import { keccak_256 } from '@noble/hashes/sha3.js'
import * as secp256k1 from 'tiny-secp256k1'

/*
Keys and signatures of the suite, by libsecp256k1: other code than that of the reference, so that an
error in either shows.
*/

export type Digest = 'sha3-256' | 'keccak-256'

/** Hex in, bytes out. */
export function digest(name: Digest, hex: string): Uint8Array {
  const bytes = Buffer.from(hex, 'hex')
  return name === 'sha3-256' ? createHash('sha3-256').update(bytes).digest() : keccak_256(bytes)
}

/** Uncompressed public key, hex. */
export function publicKeyOf(privateKey: string): string {
  const key = secp256k1.pointFromScalar(Buffer.from(privateKey, 'hex'), false)
  if (!key) throw new Error('expected a private key in the range of the curve')
  return Buffer.from(key).toString('hex')
}

/** The same key in 33 bytes, hex. */
export function compressed(publicKey: string): string {
  return Buffer.from(secp256k1.pointCompress(Buffer.from(publicKey, 'hex'), true)).toString('hex')
}

/** r, s and the recovery id, hex. */
export function sign(hash: Uint8Array, privateKey: string): string {
  const { signature, recoveryId } = secp256k1.signRecoverable(hash, Buffer.from(privateKey, 'hex'))
  return Buffer.concat([signature, Buffer.from([recoveryId])]).toString('hex')
}

/** Uncompressed public key, hex, of whoever signed; `nobody` where no key can have. */
export function signerOf(hash: Uint8Array, signature: string): string {
  const bytes = Buffer.from(signature, 'hex')
  const recovery = bytes[64] ?? 255
  if (bytes.length !== 65 || recovery > 3) return 'nobody'
  const id = recovery as 0 | 1 | 2 | 3
  try {
    const key = secp256k1.recover(hash, bytes.subarray(0, 64), id, false)
    return key ? Buffer.from(key).toString('hex') : 'nobody'
  } catch {
    return 'nobody'
  }
}
