import protobuf from 'protobufjs'

/** One record of the wire as it stands there, read without a schema. */
export interface RawField {
  readonly number: number
  readonly wireType: number
  /** Varints as decimals, everything else as hex. */
  readonly value: string
}

/** The records of a message, in order. Fails on bytes that are no message. */
export function rawFields(bytes: Uint8Array): RawField[] {
  const reader = new protobuf.Reader(new Uint8Array(bytes))
  const fields: RawField[] = []
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    const [number, wireType] = [tag >>> 3, tag & 7]
    fields.push({ number, wireType, value: readValue(reader, wireType) })
  }
  return fields
}

function readValue(reader: protobuf.Reader, wireType: number): string {
  if (wireType === 0) return String(reader.uint64())
  if (wireType === 2) return Buffer.from(reader.bytes()).toString('hex')
  const start = reader.pos
  reader.skipType(wireType)
  return Buffer.from(reader.buf.slice(start, reader.pos)).toString('hex')
}

/** Writes records in the order given. */
export function writeRaw(fields: readonly RawField[]): Uint8Array {
  const writer = new protobuf.Writer()
  for (const { number, wireType, value } of fields) {
    writer.uint32(((number << 3) | wireType) >>> 0)
    if (wireType === 0) writer.uint64(value as unknown as number)
    else if (wireType === 2) writer.bytes(Buffer.from(value, 'hex'))
    else writer.raw(Buffer.from(value, 'hex'))
  }
  return writer.finish()
}
