import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

/** r, s and the recovery id, which comes last on the wire (AMB-04). */
export const SIGNATURE_LENGTH = 65

/** A present signature that no key made: an error, never "unsigned" (PAY-WRAP-10). */
export class BadSignature extends Error {
  override name = 'BadSignature'
}

/** Uncompressed public key, hex, of a private key. */
export function publicKeyOf(privateKey: string): string {
  return bytesToHex(secp256k1.getPublicKey(hexToBytes(privateKey), false))
}

/** The same key in 33 bytes, hex. */
export function compressed(publicKey: string): string {
  return secp256k1.Point.fromHex(publicKey).toHex(true)
}

/** Deterministic (RFC 6979), low s. */
export function sign(digest: Uint8Array, privateKey: string): Uint8Array {
  // noble puts the recovery id first.
  const made = secp256k1.sign(digest, hexToBytes(privateKey), {
    prehash: false,
    format: 'recovered',
  })
  return concatBytes(made.subarray(1), made.subarray(0, 1))
}

/** Uncompressed public key, hex, of whoever signed. Throws BadSignature. */
export function signerOf(digest: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_LENGTH)
    throw new BadSignature(
      `expected ${SIGNATURE_LENGTH} bytes of signature, got ${signature.length}`,
    )
  const recovery = signature[64] as number
  if (recovery > 3) throw new BadSignature(`expected a recovery id of 0 to 3, got ${recovery}`)
  try {
    return secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact')
      .addRecoveryBit(recovery)
      .recoverPublicKey(digest)
      .toHex(false)
  } catch (cause) {
    throw new BadSignature('expected a signature that some key can have made', { cause })
  }
}
