import { keccak_256 } from '@noble/hashes/sha3.js'
import { pointFromScalar, recover, signRecoverable } from 'tiny-secp256k1'

/** The compressed public key of a private key, as hex. */
export function publicKeyOf(privateKey: Uint8Array): string {
  const key = pointFromScalar(privateKey, true)
  if (!key) throw new Error('expected a private key of secp256k1')
  return Buffer.from(key).toString('hex')
}

/** The signature of a record: R, S and the recovery id over keccak-256 of its bytes; 65 bytes. */
export function sign(privateKey: Uint8Array, payload: Uint8Array): Uint8Array {
  const { signature, recoveryId } = signRecoverable(keccak_256(payload), privateKey)
  return Uint8Array.of(...signature, recoveryId)
}

/** The compressed public key, as hex, of who signed these bytes; undefined where nobody can have. */
export function signerOf(signature: Uint8Array, payload: Uint8Array): string | undefined {
  const recoveryId = signature[64]
  if (signature.length !== 65 || !isRecoveryId(recoveryId)) return undefined
  try {
    const key = recover(keccak_256(payload), signature.subarray(0, 64), recoveryId, true)
    return key ? Buffer.from(key).toString('hex') : undefined
  } catch {
    return undefined
  }
}

function isRecoveryId(value: number | undefined): value is 0 | 1 | 2 | 3 {
  return value !== undefined && value < 4
}
