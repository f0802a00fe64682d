import type { Labelled } from './messages.ts'

/* The same message in other bytes that protobuf allows; written by hand, as no encoder makes them. */

/** Unknown fields of every wire type, among the others and at the end, and one in each history entry. */
export function withUnknownFields({ wire }: Labelled): string {
  const fields = split(Buffer.from(wire.value, 'hex')).map(({ number, bytes }) =>
    number === 11 ? entryWithUnknownField(bytes) : bytes,
  )
  const unknown = [
    Buffer.from('6a0548656c6c6f', 'hex'), // field 13, length-delimited
    Buffer.from('9806ffffffffffffffffff01', 'hex'), // field 99, varint
    Buffer.from('9d06ffffffff', 'hex'), // field 99, fixed32
    Buffer.from('9906ffffffffffffffff', 'hex'), // field 99, fixed64
  ]
  return Buffer.concat([unknown[0] ?? Buffer.alloc(0), ...fields, ...unknown.slice(1)]).toString(
    'hex',
  )
}

/** The fields in the opposite order. */
export function backwards({ wire }: Labelled): string {
  const fields = split(Buffer.from(wire.value, 'hex')).map(({ bytes }) => bytes)
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

/** Field 11 is shorter than 128 bytes here, so one byte of length is enough. */
function entryWithUnknownField(bytes: Buffer): Buffer {
  const entry = Buffer.concat([bytes.subarray(2), Buffer.from('1a037a6f65', 'hex')]) // field 3
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
