import protobuf from 'protobufjs'
import { EncodeError } from './errors.ts'
import type { FieldLayout, Kind, Layout } from './layout.ts'
import type { MapValue, Message } from './message.ts'
import type { Scalar } from './scalars.ts'
import { maxDepth } from './tag.ts'

/** Writes a message: known fields by ascending number, then the unknown ones as they came. */
export function encodeAs(layout: Layout, message: Message): Uint8Array {
  const writer = new protobuf.Writer()
  writeMessage(writer, layout, message, 0)
  return writer.finishInto(new Uint8Array(writer.pos))
}

function writeMessage(
  writer: protobuf.Writer,
  layout: Layout,
  message: Message,
  depth: number,
): void {
  checkShape(layout, message, depth)
  for (const field of layout.fields) {
    const value = message[field.name]
    if (value === undefined) continue
    const where = `${layout.name}.${field.name}`
    checkRivals(field, message, where)
    writeField(writer, field, value, where, depth)
  }
  for (const { raw } of message.$unknown ?? []) writer.raw(raw)
}

/** A misspelt or misplaced key would be lost without a word. */
function checkShape(layout: Layout, message: Message, depth: number): void {
  if (typeof message !== 'object' || message === null)
    throw new EncodeError(layout.name, 'an object', show(message))
  if (depth > maxDepth)
    throw new EncodeError(layout.name, `at most ${maxDepth} levels of nesting`, 'one more')
  for (const key of Object.keys(message))
    if (key !== '$unknown' && !layout.names.has(key))
      throw new EncodeError(layout.name, `one of ${[...layout.names].join(', ')}`, `the key ${key}`)
}

function checkRivals(field: FieldLayout, message: Message, where: string): void {
  const rival = field.rivals.find((name) => message[name] !== undefined)
  if (rival !== undefined)
    throw new EncodeError(where, 'one member of the oneof', `${rival} beside it`)
}

function writeField(
  writer: protobuf.Writer,
  field: FieldLayout,
  value: unknown,
  where: string,
  depth: number,
): void {
  const { number, kind } = field
  if (kind.is === 'map') {
    if (!(value instanceof Map)) throw new EncodeError(where, 'a Map', show(value))
    for (const entry of value as MapValue) writeEntry(writer, number, kind, entry, where, depth)
  } else if (field.repeated) {
    if (!Array.isArray(value)) throw new EncodeError(where, 'an array', show(value))
    if (field.packed) writePacked(writer, number, (kind as { scalar: Scalar }).scalar, value, where)
    else for (const one of value) writeRecord(writer, number, kind, one, where, depth)
  } else if (field.presence || !isZero(kind, value)) {
    writeRecord(writer, number, kind, value, where, depth)
  }
}

/** The zero value of a field without presence is not written. -0 is not zero, as for protoc. */
function isZero(kind: Kind, value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0
  return kind.is === 'scalar' && Object.is(value, kind.scalar.zero)
}

function writeRecord(
  writer: protobuf.Writer,
  number: number,
  kind: Exclude<Kind, { is: 'map' }>,
  value: unknown,
  where: string,
  depth: number,
): void {
  if (kind.is === 'scalar') {
    writeTag(writer, number, kind.scalar.wireType)
    writeScalar(writer, kind.scalar, value, where)
  } else {
    writeTag(writer, number, 2).fork()
    writeMessage(writer, kind.layout, value as Message, depth + 1)
    writer.ldelim()
  }
}

function writePacked(
  writer: protobuf.Writer,
  number: number,
  scalar: Scalar,
  values: unknown[],
  where: string,
): void {
  if (values.length === 0) return
  writeTag(writer, number, 2).fork()
  for (const value of values) writeScalar(writer, scalar, value, where)
  writer.ldelim()
}

function writeEntry(
  writer: protobuf.Writer,
  number: number,
  kind: Extract<Kind, { is: 'map' }>,
  [key, value]: [unknown, unknown],
  where: string,
  depth: number,
): void {
  writeTag(writer, number, 2).fork()
  writeRecord(writer, 1, { is: 'scalar', scalar: kind.key }, key, where, depth)
  writeRecord(writer, 2, kind.value, value, where, depth)
  writer.ldelim()
}

function writeTag(writer: protobuf.Writer, number: number, wireType: number): protobuf.Writer {
  return writer.uint32(((number << 3) | wireType) >>> 0)
}

function writeScalar(writer: protobuf.Writer, scalar: Scalar, value: unknown, where: string): void {
  if (!scalar.fits(value)) throw new EncodeError(where, scalar.range, show(value))
  scalar.write(writer, value as never)
}

function show(value: unknown): string {
  const type = value === null ? 'null' : typeof value
  return type === 'number' || type === 'bigint' || type === 'string'
    ? `the ${type} ${String(value).slice(0, 40)}`
    : type
}
