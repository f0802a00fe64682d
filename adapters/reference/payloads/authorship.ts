import { digest } from './digest.ts'
import type { Profile } from './profile.ts'
import { sign, signerOf } from './signature.ts'
import { deployedType, encodeWrapper, type Wrapper } from './wrapper.ts'

/** Whose a message is, and what follows from how that is known (62, Payload wrapper). */
export interface Authorship {
  /** Uncompressed public key, hex. */
  readonly publicKey: string
  readonly source: 'signature' | 'transport'
  /** Nobody can prove to a third party who wrote it, so it is not passed on to one. */
  readonly deniable: boolean
}

/** Wraps a payload; without a key it stays deniable. */
export function wrap(
  profile: Profile,
  record: string,
  payload: Uint8Array,
  privateKey?: string,
): Uint8Array {
  const signature =
    privateKey === undefined ? new Uint8Array() : sign(digest(profile.digest, payload), privateKey)
  return encodeWrapper(profile, { signature, payload, type: deployedType(record) })
}

/**
 * The author of a wrapper, undefined where there is none. An empty signature is an absent one, which
 * proto3 cannot tell apart (AMB-05). Throws BadSignature.
 */
export function authorOf(
  profile: Profile,
  { signature, payload }: Wrapper,
  transportAuthor: string | undefined,
): Authorship | undefined {
  if (signature.length > 0) {
    const publicKey = signerOf(digest(profile.digest, payload), signature)
    return { publicKey, source: 'signature', deniable: false }
  }
  if (transportAuthor === undefined) return undefined
  return { publicKey: transportAuthor, source: 'transport', deniable: true }
}
