import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { open as decrypt, seal as encrypt } from './aead.ts'
import { expand, extract, HASH_LENGTH } from './hkdf.ts'
import { agree, publicOf } from './keys.ts'

/*
HPKE in base mode for one message (RFC 9180, 6.1), with DHKEM(X25519), HKDF-SHA256 and AES-128-GCM: what ciphersuite 1
of MLS uses. Names are those of the RFC.
*/

const none = new Uint8Array()
const kem = concatBytes(utf8ToBytes('KEM'), Uint8Array.of(0, 0x20))
const suite = concatBytes(utf8ToBytes('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 1))

/** LabeledExtract (4). */
function labeledExtract(id: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array) {
  return extract(salt, concatBytes(utf8ToBytes('HPKE-v1'), id, utf8ToBytes(label), ikm))
}

/** LabeledExpand (4). */
function labeledExpand(
  id: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
) {
  const size = Uint8Array.of(length >> 8, length & 0xff)
  const labeled = concatBytes(size, utf8ToBytes('HPKE-v1'), id, utf8ToBytes(label), info)
  return expand(prk, labeled, length)
}

/** DeriveKeyPair (7.1.3): the private key. */
export function derivePrivateKey(ikm: Uint8Array): Uint8Array {
  const prk = labeledExtract(kem, none, 'dkp_prk', ikm)
  return labeledExpand(kem, prk, 'sk', none, 32)
}

/** What both sides derive from an encapsulated key. */
interface Context {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
  readonly exporterSecret: Uint8Array
}

/** KeySchedule (5.1) for a shared secret of the KEM (4.1). */
function schedule(dh: Uint8Array, enc: Uint8Array, recipient: Uint8Array, info: Uint8Array) {
  const eaePrk = labeledExtract(kem, none, 'eae_prk', dh)
  const shared = labeledExpand(kem, eaePrk, 'shared_secret', concatBytes(enc, recipient), 32)
  const pskIdHash = labeledExtract(suite, none, 'psk_id_hash', none)
  const infoHash = labeledExtract(suite, none, 'info_hash', info)
  const context = concatBytes(Uint8Array.of(0), pskIdHash, infoHash)
  const secret = labeledExtract(suite, shared, 'secret', none)
  return {
    key: labeledExpand(suite, secret, 'key', context, 16),
    nonce: labeledExpand(suite, secret, 'base_nonce', context, 12),
    exporterSecret: labeledExpand(suite, secret, 'exp', context, HASH_LENGTH),
  }
}

/** The sender's side; `ephemeral` is its private key for this one message. */
export function toRecipient(recipient: Uint8Array, info: Uint8Array, ephemeral: Uint8Array) {
  const enc = publicOf('X25519', ephemeral)
  return { enc, context: schedule(agree(ephemeral, recipient), enc, recipient, info) }
}

/** The recipient's side. Fails where `enc` is no public key. */
export function ofSender(secret: Uint8Array, enc: Uint8Array, info: Uint8Array): Context {
  return schedule(agree(secret, enc), enc, publicOf('X25519', secret), info)
}

export const seal = ({ key, nonce }: Context, aad: Uint8Array, text: Uint8Array) =>
  encrypt(key, nonce, aad, text)

export const open = ({ key, nonce }: Context, aad: Uint8Array, sealed: Uint8Array) =>
  decrypt(key, nonce, aad, sealed)

/** Export (5.3). */
export const exported = ({ exporterSecret }: Context, exporter: Uint8Array, length: number) =>
  labeledExpand(suite, exporterSecret, 'sec', exporter, length)
