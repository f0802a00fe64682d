import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import {
  type CiphersuiteImpl,
  type CiphersuiteName,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
} from 'ts-mls'
import type { Dice } from '../dice.ts'

/** Ciphersuite 1, which every implementation of MLS has (RFC 9420, 17.1). */
export const ciphersuiteName: CiphersuiteName = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519'

let shared: Promise<CiphersuiteImpl> | undefined
const hpke = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

/** The ciphersuite with all randomness from dice: who has the same seed sends the same bytes. */
export async function ciphersuite(dice: Dice): Promise<CiphersuiteImpl> {
  shared ??= getCiphersuiteImpl(getCiphersuiteFromName(ciphersuiteName))
  const plain = await shared
  const secret = dice.bytes()
  return {
    ...plain,
    rng: { randomBytes: (count) => dice.bytes().subarray(0, count) },
    signature: {
      ...plain.signature,
      keygen: async () => {
        const signKey = dice.bytes()
        return { signKey, publicKey: ed25519.getPublicKey(signKey) }
      },
    },
    hpke: {
      ...plain.hpke,
      generateKeyPair: () => plain.hpke.deriveKeyPair(dice.bytes()),
      async seal(recipient, text, info, aad = new Uint8Array()) {
        // From what is sealed rather than from the next dice: the library seals many at the same time.
        const to = await plain.hpke.exportPublicKey(recipient)
        const ekm = sha256(concatBytes(secret, to, info, text))
        const { ct, enc } = await hpke.seal(
          { recipientPublicKey: recipient, info: own(info), ekm: own(ekm) },
          own(text),
          own(aad),
        )
        return { ct: new Uint8Array(ct), enc: new Uint8Array(enc) }
      },
    },
  }
}

/** The bytes alone, as the library wants them. */
const own = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer
