import { keccak_256 } from '@noble/hashes/sha3.js'
import { pointFromScalar, sign, verify } from 'tiny-secp256k1'
import { type Vote, voteType } from './consensus.ts'
import { encodeDeMlsVote } from './de-mls.ts'
import { addressOf, isSignedBy, personalDigest, signDigest } from './ethereum-signature.ts'
import type { VoteEncoding } from './vote-encoding.ts'

type Scheme = Pick<VoteEncoding, 'signature' | 'owner' | 'signTarget' | 'layout'>

const empty = new Uint8Array()

/** What stands in vote_owner for a private key of 32 bytes. */
export function ownerOf({ owner }: Pick<Scheme, 'owner'>, privateKey: Uint8Array): Uint8Array {
  const compressed = owner === 'pubkey33'
  const key = pointFromScalar(privateKey, compressed)
  if (!key)
    throw new RangeError('expected a private key below the order of the curve, got one above')
  return compressed ? key : addressOf(key)
}

/** The signature of a vote whose other fields are complete (section 2, step 4.8). RFC 6979, low s. */
export function signVote(scheme: Scheme, privateKey: Uint8Array, vote: Vote): Uint8Array {
  const digest = signedDigest(scheme, vote)
  return scheme.signature === 'secp256k1-ecdsa'
    ? sign(digest, privateKey)
    : signDigest(digest, privateKey)
}

/** Whether the owner signed the vote. The hash is taken as it stands: comparing it is another check. */
export function isSignedByOwner(scheme: Scheme, vote: Vote): boolean {
  const { vote_owner, signature } = vote
  const eip191 = scheme.signature === 'secp256k1-eip191'
  if (signature.length !== (eip191 ? 65 : 64)) return false
  if (vote_owner.length !== (scheme.owner === 'address20' ? 20 : 33)) return false
  const digest = signedDigest(scheme, vote)
  if (scheme.owner === 'address20') return isSignedBy(vote_owner, digest, signature)
  try {
    return verify(digest, vote_owner, signature.subarray(0, 64), true)
  } catch {
    // The owner is no point, or r or s is no scalar: nobody can have signed that.
    return false
  }
}

function signedDigest(scheme: Scheme, vote: Vote): Uint8Array {
  const { signTarget, signature, layout } = scheme
  const encode = layout === 'de-mls' ? encodeDeMlsVote : voteType.encode
  const target = signTarget === 'vote_hash' ? vote.vote_hash : encode({ ...vote, signature: empty })
  if (signature === 'secp256k1-eip191') return personalDigest(target)
  return signTarget === 'vote_hash' ? target : keccak_256(target)
}
