import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type RecoveryIdType, recover, signRecoverable } from 'tiny-secp256k1'

/** EIP-191, version 0x45: what `personal_sign` signs. */
export function personalDigest(message: Uint8Array): Uint8Array {
  const prefix = utf8ToBytes(`\x19Ethereum Signed Message:\n${message.length}`)
  return keccak_256(concatBytes(prefix, message))
}

/** 65 bytes r‖s‖v over a digest, v 27 or 28. RFC 6979, low s. */
export function signDigest(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const { signature, recoveryId } = signRecoverable(digest, privateKey)
  return concatBytes(signature, Uint8Array.of(27 + recoveryId))
}

/** Whether an account signed a digest: its address of 20 bytes, or its compressed key of 33. */
export function isSignedBy(
  account: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 65) return false
  const compressed = account.length === 33
  try {
    const key = recover(digest, signature.subarray(0, 64), recoveryOf(signature), compressed)
    return key !== null && equal(compressed ? key : addressOf(key), account)
  } catch {
    // r or s is no scalar: nobody can have signed that.
    return false
  }
}

/** Address of an account: the last 20 bytes of the hash of its uncompressed key without the first byte. */
export const addressOf = (uncompressed: Uint8Array) =>
  keccak_256(uncompressed.subarray(1)).subarray(12)

/** The last byte of an Ethereum signature: 27 or 28, or 0 or 1 as some write it. */
function recoveryOf(signature: Uint8Array): RecoveryIdType {
  const v = signature[64] ?? 0
  return (v >= 27 ? v - 27 : v) as RecoveryIdType
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
