import Type from 'typebox'

/* What several operations of payloads take or give. */

/** A record as JSON: names as in the text, bytes hex, 64-bit integers decimal strings, enums by name, or by number where they have none. */
export const RecordValue = Type.Record(Type.String(), Type.Unknown())

/** An uncompressed secp256k1 public key: 04, x, y. */
export const PublicKey = Type.String({ pattern: '^04[0-9a-f]{128}$' })
export const PrivateKey = Type.String({ pattern: '^[0-9a-f]{64}$' })
