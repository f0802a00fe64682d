import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'

/** The compressed public key of a private key, as hex. */
export function publicKeyOf(privateKey: Uint8Array): string {
  return Buffer.from(secp256k1.getPublicKey(privateKey)).toString('hex')
}

/** The signature of a record: R, S and the recovery id over keccak-256 of its bytes; 65 bytes. */
export function sign(privateKey: Uint8Array, payload: Uint8Array): Uint8Array {
  const options = { prehash: false, format: 'recovered' } as const
  const [recovery, ...rs] = secp256k1.sign(keccak_256(payload), privateKey, options)
  return Uint8Array.of(...rs, recovery as number)
}

/** The compressed public key, as hex, of who signed these bytes; undefined where nobody can have. */
export function signerOf(signature: Uint8Array, payload: Uint8Array): string | undefined {
  if (signature.length !== 65) return undefined
  const recovered = Uint8Array.of(signature[64] as number, ...signature.subarray(0, 64))
  try {
    const key = secp256k1.recoverPublicKey(recovered, keccak_256(payload), { prehash: false })
    return Buffer.from(key).toString('hex')
  } catch {
    return undefined
  }
}
