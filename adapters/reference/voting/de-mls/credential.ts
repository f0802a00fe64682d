import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import type { AuthenticationService, Credential } from 'ts-mls'
import { isSignedBy, personalDigest, signDigest } from '../../../../proto/ethereum-signature.ts'
import type { DeMlsProfile } from './profile.ts'

type Reading = DeMlsProfile['credential']

const SIGNATURE = 65

/** The credential of an Ethereum account: vote_owner, and under `signed-owner` its signature of the leaf's key. */
export function credentialOf(
  owner: Uint8Array,
  privateKey: Uint8Array,
  leafKey: Uint8Array,
  reading: Reading,
): Credential {
  const signed = () => signDigest(personalDigest(leafKey), privateKey)
  const identity = reading === 'owner' ? owner : concatBytes(owner, signed())
  return { credentialType: 'basic', identity }
}

/** Who a credential belongs to, as hex; undefined where nobody is named. */
export function memberIdOf(credential: Credential, reading: Reading): string | undefined {
  const owner = ownerIn(credential, reading)
  return owner && bytesToHex(owner)
}

/** The authentication service of MLS: whether the account that a credential names vouches for the leaf's key. */
export function authentication(reading: Reading): AuthenticationService {
  return rememberingYes(reading, {
    validateCredential: async (credential, leafKey) => {
      const owner = ownerIn(credential, reading)
      if (!owner || credential.credentialType !== 'basic') return false
      if (reading === 'owner') return true
      const signature = credential.identity.subarray(owner.length)
      return isSignedBy(owner, personalDigest(leafKey), signature)
    },
  })
}

/** Those found genuine of late: MLS asks for the same ones with every key package, commit and welcome. */
const genuine = new Set<string>()
const MOST = 1024

function rememberingYes(reading: Reading, service: AuthenticationService): AuthenticationService {
  return {
    async validateCredential(credential, leafKey) {
      const identity = credential.credentialType === 'basic' ? credential.identity : leafKey
      const asked = `${reading}/${bytesToHex(identity)}/${bytesToHex(leafKey)}`
      if (genuine.has(asked)) return true
      const vouchedFor = await service.validateCredential(credential, leafKey)
      if (genuine.size >= MOST) genuine.clear()
      if (vouchedFor) genuine.add(asked)
      return vouchedFor
    },
  }
}

function ownerIn(credential: Credential, reading: Reading): Uint8Array | undefined {
  if (credential.credentialType !== 'basic') return undefined
  const { identity } = credential
  const length = identity.length - (reading === 'owner' ? 0 : SIGNATURE)
  return length === 20 || length === 33 ? identity.subarray(0, length) : undefined
}
