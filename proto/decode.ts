import protobuf from 'protobufjs'
import { DecodeError } from './errors.ts'
import type { FieldLayout, Kind, Layout } from './layout.ts'
import type { MapValue, Message } from './message.ts'
import type { Scalar, ScalarValue } from './scalars.ts'
import { maxDepth, readEnd, readTag, skipValue } from './tag.ts'

/** Reads `bytes` as one message of the given layout. Throws DecodeError, nothing else. */
export function decodeAs(layout: Layout, bytes: Uint8Array): Message {
  // A view that is no Buffer: protobufjs reads the two by different rules.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readMessage(new protobuf.Reader(plain), layout, blank(layout), 0)
}

/** A message of which nothing was on the wire. */
function blank(layout: Layout): Message {
  const message: Message = {}
  for (const { name, kind, repeated, presence } of layout.fields) {
    if (kind.is === 'map') message[name] = new Map()
    else if (repeated) message[name] = []
    else if (kind.is === 'scalar' && !presence) message[name] = kind.scalar.zero
  }
  return message
}

/** Reads records into `message` up to `reader.len`. */
function readMessage(
  reader: protobuf.Reader,
  layout: Layout,
  message: Message,
  depth: number,
): Message {
  while (reader.pos < reader.len) readRecord(reader, layout, message, depth)
  return message
}

function readRecord(
  reader: protobuf.Reader,
  layout: Layout,
  message: Message,
  depth: number,
): void {
  const start = reader.pos
  let where = layout.name
  let expected = 'a tag'
  try {
    const tag = readTag(reader)
    const field = layout.byNumber.get(tag.number)
    if (field !== undefined) {
      where = `${layout.name}.${field.name}`
      expected = nameOf(field.kind)
      if (readKnown(reader, field, tag.wireType, message, depth)) return
    }
    expected = `a value of wire type ${tag.wireType} for field ${tag.number}`
    skipValue(reader, tag)
    message.$unknown ??= []
    message.$unknown.push({ ...tag, raw: reader.buf.subarray(start, reader.pos) })
  } catch (error) {
    if (error instanceof DecodeError) throw error
    throw new DecodeError(where, start, expected, cameInstead(error as Error, reader.len - start))
  }
}

/** protobufjs tells of data that end too soon in terms of its own positions. */
function cameInstead(error: Error, left: number): string {
  return error.message.startsWith('index out of range')
    ? `the end of the data after ${left} bytes`
    : error.message
}

function nameOf(kind: Kind): string {
  if (kind.is === 'scalar') return `a value of type ${kind.scalar.name}`
  return kind.is === 'map' ? 'a map entry' : `a ${kind.layout.name}`
}

/** Reads the value of a known field; false if its wire type is not one the field can have. */
function readKnown(
  reader: protobuf.Reader,
  field: FieldLayout,
  wireType: number,
  message: Message,
  depth: number,
): boolean {
  const { name, kind, repeated } = field
  const packed = repeated && wireType === 2 && wireTypeOf(kind) !== 2
  if (!packed && wireType !== wireTypeOf(kind)) return false
  if (kind.is === 'map') readEntry(reader, kind, message[name] as MapValue, depth)
  else if (packed)
    readPacked(reader, (kind as { scalar: Scalar }).scalar, message[name] as ScalarValue[])
  else if (repeated) (message[name] as unknown[]).push(readValue(reader, kind, undefined, depth))
  else {
    message[name] = readValue(reader, kind, message[name] as Message, depth)
    // The last member of a oneof on the wire is the one that counts.
    for (const rival of field.rivals) delete message[rival]
  }
  return true
}

const wireTypeOf = (kind: Kind): number => (kind.is === 'scalar' ? kind.scalar.wireType : 2)

function readPacked(reader: protobuf.Reader, scalar: Scalar, values: ScalarValue[]): void {
  within(reader, () => {
    while (reader.pos < reader.len) values.push(scalar.read(reader))
  })
}

/** Reads one value; a message that came before is merged with, as the protobuf encoding rules say. */
function readValue(
  reader: protobuf.Reader,
  kind: Exclude<Kind, { is: 'map' }>,
  earlier: Message | undefined,
  depth: number,
): ScalarValue | Message {
  if (kind.is === 'scalar') return kind.scalar.read(reader)
  if (depth === maxDepth) throw new RangeError(`messages nested deeper than ${maxDepth}`)
  const message = earlier ?? blank(kind.layout)
  within(reader, () => readMessage(reader, kind.layout, message, depth + 1))
  return message
}

/** Reads one map entry; a later entry replaces an earlier one. Unknown fields of an entry are lost. */
function readEntry(
  reader: protobuf.Reader,
  kind: Extract<Kind, { is: 'map' }>,
  map: MapValue,
  depth: number,
): void {
  let key = kind.key.zero
  let value: ScalarValue | Message | undefined
  within(reader, () => {
    while (reader.pos < reader.len) {
      const tag = readTag(reader)
      if (tag.number === 1 && tag.wireType === kind.key.wireType) key = kind.key.read(reader)
      else if (tag.number === 2 && tag.wireType === wireTypeOf(kind.value))
        value = readValue(reader, kind.value, value as Message, depth)
      else skipValue(reader, tag)
    }
  })
  const unset = kind.value.is === 'scalar' ? kind.value.scalar.zero : blank(kind.value.layout)
  map.set(key as string, value ?? unset)
}

/** Lets `read` see no further than the length that stands before the value. */
function within(reader: protobuf.Reader, read: () => void): void {
  const end = readEnd(reader)
  const outer = reader.len
  reader.len = end
  read()
  reader.len = outer
}
