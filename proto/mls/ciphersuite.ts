import { timingSafeEqual } from 'node:crypto'
import { concatBytes } from '@noble/hashes/utils.js'
import type { CiphersuiteImpl, PrivateKey, PublicKey } from 'ts-mls'
import { CryptoError } from 'ts-mls/mlsError.js'
import { open, seal } from './aead.ts'
import { expand, extract, HASH_LENGTH, hmac, sha256 } from './hkdf.ts'
import * as hpke from './hpke.ts'
import { isSignedByEd25519, publicOf, signEd25519 } from './keys.ts'

/*
Ciphersuite 1 of MLS, which every implementation has (RFC 9420, 17.1), on the primitives of Node and with randomness
that is given: who draws the same sends the same bytes. The library's own, on WebCrypto, waits for another thread at
each of the some hundred hashes of a commit.
*/

export const ciphersuiteName = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519' as const

/** The ciphersuite with randomness from `draw`, which answers 32 bytes, other ones each time. */
export function ciphersuite(draw: () => Uint8Array): CiphersuiteImpl {
  const ephemeralSecret = draw()
  /** From what is sealed rather than drawn: the library seals many at the same time, in no fixed order. */
  const ephemeral = (recipient: Uint8Array, info: Uint8Array, text: Uint8Array) =>
    hpke.derivePrivateKey(concatBytes(ephemeralSecret, recipient, sha256(info), sha256(text)))
  const pairOf = (secret: Uint8Array) => ({
    privateKey: asKey<PrivateKey>(secret),
    publicKey: asKey<PublicKey>(publicOf('X25519', secret)),
  })
  return {
    name: ciphersuiteName,
    rng: { randomBytes: (count) => expand(draw(), none, count) },
    hash: {
      digest: async (data) => sha256(data),
      mac: async (key, data) => hmac(key, data),
      verifyMac: async (key, mac, data) =>
        mac.length === 32 && timingSafeEqual(hmac(key, data), mac),
    },
    kdf: {
      extract: async (salt, ikm) => extract(salt, ikm),
      expand: async (prk, info, length) => expand(prk, info, length),
      size: HASH_LENGTH,
    },
    signature: {
      sign: async (key, message) => signEd25519(key, message),
      verify: async (key, message, signature) => isSignedByEd25519(key, message, signature),
      keygen: async () => {
        const signKey = draw()
        return { signKey, publicKey: publicOf('Ed25519', signKey) }
      },
    },
    hpke: {
      keyLength: 16,
      nonceLength: 12,
      importPrivateKey: async (key) => asKey(key),
      importPublicKey: async (key) => asKey(key),
      exportPrivateKey: async (key) => asBytes(key),
      exportPublicKey: async (key) => asBytes(key),
      deriveKeyPair: async (ikm) => pairOf(hpke.derivePrivateKey(ikm)),
      generateKeyPair: async () => pairOf(hpke.derivePrivateKey(draw())),
      encryptAead: async (key, nonce, aad = none, text) => seal(key, nonce, aad, text),
      decryptAead: async (key, nonce, aad = none, sealed) =>
        failing(() => open(key, nonce, aad, sealed)),
      seal: async (key, text, info, aad = none) => {
        const recipient = asBytes(key)
        const { enc, context } = failing(() =>
          hpke.toRecipient(recipient, info, ephemeral(recipient, info, text)),
        )
        return { enc, ct: hpke.seal(context, aad, text) }
      },
      open: async (key, enc, sealed, info, aad = none) =>
        failing(() => hpke.open(hpke.ofSender(asBytes(key), enc, info), aad, sealed)),
      exportSecret: async (key, exporter, length, info) => {
        const recipient = asBytes(key)
        const { enc, context } = failing(() =>
          hpke.toRecipient(recipient, info, ephemeral(recipient, info, exporter)),
        )
        return { enc, secret: hpke.exported(context, exporter, length) }
      },
      importSecret: async (key, exporter, enc, length, info) =>
        failing(() => hpke.exported(hpke.ofSender(asBytes(key), enc, info), exporter, length)),
    },
  }
}

const none = new Uint8Array()

/** The library hands keys about and never looks into them, so the bytes themselves do. */
const asKey = <K extends PublicKey | PrivateKey>(bytes: Uint8Array) => bytes as unknown as K
const asBytes = (key: PublicKey | PrivateKey) => key as unknown as Uint8Array

/** What comes from the network and does not fit is the library's CryptoError, as with its own ciphersuites. */
function failing<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new CryptoError((error as Error).message)
  }
}
