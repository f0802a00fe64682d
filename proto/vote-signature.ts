import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import {
  pointFromScalar,
  type RecoveryIdType,
  recover,
  sign,
  signRecoverable,
  verify,
} from 'tiny-secp256k1'
import { type Vote, voteType } from './consensus.ts'
import { encodeDeMlsVote } from './de-mls.ts'
import type { VoteEncoding } from './vote-encoding.ts'

type Scheme = Pick<VoteEncoding, 'signature' | 'owner' | 'signTarget' | 'layout'>

const empty = new Uint8Array()

/** What stands in vote_owner for a private key of 32 bytes. */
export function ownerOf({ owner }: Scheme, privateKey: Uint8Array): Uint8Array {
  const compressed = owner === 'pubkey33'
  const key = pointFromScalar(privateKey, compressed)
  if (!key)
    throw new RangeError('expected a private key below the order of the curve, got one above')
  return compressed ? key : address(key)
}

/** The signature of a vote whose other fields are complete (section 2, step 4.8). RFC 6979, low s. */
export function signVote(scheme: Scheme, privateKey: Uint8Array, vote: Vote): Uint8Array {
  const digest = signedDigest(scheme, vote)
  if (scheme.signature === 'secp256k1-ecdsa') return sign(digest, privateKey)
  const { signature, recoveryId } = signRecoverable(digest, privateKey)
  return concatBytes(signature, Uint8Array.of(27 + recoveryId))
}

/** Whether the owner signed the vote. The hash is taken as it stands: comparing it is another check. */
export function isSignedByOwner(scheme: Scheme, vote: Vote): boolean {
  const { vote_owner, signature } = vote
  const eip191 = scheme.signature === 'secp256k1-eip191'
  if (signature.length !== (eip191 ? 65 : 64)) return false
  if (vote_owner.length !== (scheme.owner === 'address20' ? 20 : 33)) return false
  const digest = signedDigest(scheme, vote)
  const compact = signature.subarray(0, 64)
  try {
    if (scheme.owner === 'pubkey33') return verify(digest, vote_owner, compact, true)
    const key = recover(digest, compact, recoveryOf(signature), false)
    return key !== null && equal(address(key), vote_owner)
  } catch {
    // The owner is no point, or r or s is no scalar: nobody can have signed that.
    return false
  }
}

function signedDigest(scheme: Scheme, vote: Vote): Uint8Array {
  const { signTarget, signature, layout } = scheme
  const encode = layout === 'de-mls' ? encodeDeMlsVote : voteType.encode
  const target = signTarget === 'vote_hash' ? vote.vote_hash : encode({ ...vote, signature: empty })
  if (signature === 'secp256k1-eip191') return ethereumDigest(target)
  return signTarget === 'vote_hash' ? target : keccak_256(target)
}

/** EIP-191, version 0x45: what `personal_sign` signs. */
function ethereumDigest(message: Uint8Array): Uint8Array {
  const prefix = utf8ToBytes(`\x19Ethereum Signed Message:\n${message.length}`)
  return keccak_256(concatBytes(prefix, message))
}

/** The last byte of an Ethereum signature: 27 or 28, or 0 or 1 as some write it. */
function recoveryOf(signature: Uint8Array): RecoveryIdType {
  const v = signature[64] ?? 0
  return (v >= 27 ? v - 27 : v) as RecoveryIdType
}

/** Last 20 bytes of the hash of an uncompressed key without its first byte. */
const address = (uncompressed: Uint8Array) => keccak_256(uncompressed.subarray(1)).subarray(12)

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
