import protobuf from 'protobufjs'

const VOTES = 14

/**
 * A Proposal of ETH-MLS-OFFCHAIN of which one field, or one of each of its votes, stands under `number + 100` instead
 * of `number`; and back, by the same call.
 */
export function moved(bytes: Uint8Array, number: number): Uint8Array {
  const { Reader, Writer } = protobuf
  const [reader, writer] = [Reader.create(bytes), Writer.create()]
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    const field = tag >>> 3
    const other = field === number ? number + 100 : field === number + 100 ? number : field
    writer.uint32(((other << 3) | (tag & 7)) >>> 0)
    const start = reader.pos
    reader.skipType(tag & 7)
    const value = bytes.subarray(start, reader.pos)
    if (field !== VOTES || number === VOTES) writer.raw(value)
    else writer.bytes(moved(Reader.create(value).bytes(), number))
  }
  return writer.finish()
}
