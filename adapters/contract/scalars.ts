import Type from 'typebox'

/** Bytes as lower-case hex, two digits a byte. */
export const Hex = Type.String({ pattern: '^(?:[0-9a-f]{2})*$' })

/** An unsigned 64-bit integer as a decimal string, so that no JSON reader rounds it. */
export const Uint64 = Type.String({ pattern: '^(0|[1-9][0-9]{0,19})$' })

/** A signed 64-bit integer as a decimal string. */
export const Int64 = Type.String({ pattern: '^(0|-?[1-9][0-9]{0,18})$' })

/** A moment or a span in Unix epoch milliseconds; always virtual time unless the adapter says `clock: real`. */
export const Millis = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** An identifier of the protocol under test: any JSON string, compared exactly. */
export const Id = Type.String()

/** An object that names all its members: a misspelt one is a fault, never ignored. */
export function closed<P extends Type.TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}
