// Wire types of the protobuf encoding: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes.
const WIRE: Readonly<Record<string, 0 | 1 | 2 | 5>> = {
  int32: 0,
  int64: 0,
  uint32: 0,
  uint64: 0,
  uint8: 0,
  sint32: 0,
  sint64: 0,
  bool: 0,
  fixed64: 1,
  sfixed64: 1,
  double: 1,
  string: 2,
  bytes: 2,
  fixed32: 5,
  sfixed32: 5,
  float: 5,
}

/** Varint types whose bytes mean the same while values fit both. */
const PLAIN = new Set(['int32', 'int64', 'uint32', 'uint64', 'uint8', 'bool'])

/** The wire type of a printed type; names that are no scalar are messages or, as told, enums. */
export function wireType(type: string, isEnum: boolean): number {
  return WIRE[type] ?? (isEnum ? 0 : 2)
}

/** Whether values that fit both types have the same bytes. */
export function sameBytes(a: string, b: string): boolean {
  return PLAIN.has(a) && PLAIN.has(b)
}
