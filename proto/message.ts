import type { ScalarValue } from './scalars.ts'

/** A record of the wire that the schema does not know, kept as it came and written back unchanged. */
export interface UnknownField {
  readonly number: number
  /** 0 varint, 1 eight bytes, 2 length and bytes, 3 group, 5 four bytes. */
  readonly wireType: number
  /** The whole record: tag, then value. */
  readonly raw: Uint8Array
}

/** A protobuf map; a Map, so that order, integer-like keys and the key `__proto__` survive. */
export type MapValue = Map<string | number | bigint | boolean, ScalarValue | Message>

export type FieldValue = ScalarValue | Message | MapValue | (ScalarValue | Message)[]

/**
 * A decoded message as a plain object, keyed by the field names of the .proto file.
 *
 * Always there: repeated fields (`[]`), maps (empty `Map`) and scalars without presence of their own
 * (0, 0n, '', false, no bytes). Undefined when not on the wire: `optional` scalars, messages and
 * members of a oneof. Enums are numbers, known to the schema or not. Bytes are views of the input,
 * which is not copied: whoever reuses an input buffer copies first.
 */
export interface Message {
  [field: string]: FieldValue | UnknownField[] | undefined
  /** Present only where there is at least one. */
  $unknown?: UnknownField[]
}
