/* The same message in other bytes that protobuf allows; written by hand, as no encoder makes them. */

/** Hex of a message into other hex. */
export type Rewriting = (wire: string) => string

/** By the words of the features. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  'unknown fields': withUnknownFields,
  'the fields of a later revision': withLaterFields,
  'its fields backwards': backwards,
}

/** Fields of every wire type that no revision has, before, between and after the others, and one in each history entry. */
function withUnknownFields(wire: string): string {
  const before = 'c2060548656c6c6f' // field 104, length-delimited
  const after = [
    'b806ffffffffffffffffff01', // field 103, varint
    'bd06ffffffff', // field 103, fixed32
    'b906ffffffffffffffff', // field 103, fixed64
  ].join('')
  return rewritten(wire, before, after, '4a037a6f65') // field 9 of the entry
}

/** What SDS-R adds to a message and to a history entry, well formed: `repair_request` and `sender_id`. */
function withLaterFields(wire: string): string {
  return rewritten(wire, '', '6a060a047a6f6531', '1a037a6f65')
}

/** `before` and `after` around the fields, `inEntry` at the end of each history entry; all hex. */
function rewritten(wire: string, before: string, after: string, inEntry: string): string {
  const fields = split(Buffer.from(wire, 'hex')).map(({ number, bytes }) =>
    number === 11 ? extended(bytes, Buffer.from(inEntry, 'hex')) : bytes,
  )
  return before + Buffer.concat(fields).toString('hex') + after
}

/** The fields in the opposite order. */
function backwards(wire: string): string {
  const fields = split(Buffer.from(wire, 'hex')).map(({ bytes }) => bytes)
  return Buffer.concat(fields.reverse()).toString('hex')
}

/** A message cut into its top-level fields, tag included. Only for bytes that are known to be well formed. */
export function split(bytes: Buffer): { number: number; wireType: number; bytes: Buffer }[] {
  const fields: { number: number; wireType: number; bytes: Buffer }[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = varint(bytes, at)
    const wireType = Number(tag.value & 7n)
    let end = tag.end
    if (wireType === 0) end = varint(bytes, end).end
    else if (wireType === 1) end += 8
    else if (wireType === 5) end += 4
    else {
      const length = varint(bytes, end)
      end = length.end + Number(length.value)
    }
    fields.push({ number: Number(tag.value >> 3n), wireType, bytes: bytes.subarray(at, end) })
    at = end
  }
  return fields
}

/** A history entry with more at its end; it is shorter than 128 bytes here, so one byte of length is enough. */
function extended(bytes: Buffer, more: Buffer): Buffer {
  const entry = Buffer.concat([bytes.subarray(2), more])
  return Buffer.concat([bytes.subarray(0, 1), Buffer.from([entry.length]), entry])
}

function varint(bytes: Buffer, at: number): { value: bigint; end: number } {
  let value = 0n
  let end = at
  for (let shift = 0n; ; shift += 7n) {
    const byte = bytes[end++] ?? 0
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return { value, end }
  }
}
