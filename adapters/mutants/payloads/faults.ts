/*
Faults of a codec that mutants of the reference put in place of the true one: other numbers, other types,
other ideas of what may be read.
*/
import protobuf from 'protobufjs'
import { messageType } from '../../../proto/codec.ts'
import { decodeAs } from '../../../proto/decode.ts'
import { encodeAs } from '../../../proto/encode.ts'
import { DecodeError } from '../../../proto/errors.ts'
import { type FieldLayout, type Layout, layOut } from '../../../proto/layout.ts'
import type { Message } from '../../../proto/message.ts'
import type { RecordType } from '../../../proto/payloads/records.ts'

type Lookup = (name: string) => RecordType
type Codec = RecordType['codec']

/** The lookup, with one record's codec changed. */
function changed(
  lookup: Lookup,
  name: string,
  change: (codec: Codec, of: RecordType) => Codec,
): Lookup {
  let record: RecordType | undefined
  return (asked) => {
    if (asked !== name) return lookup(asked)
    const whole = lookup(name)
    return (record ??= { ...whole, codec: change(whole.codec, whole) })
  }
}

/** Fields of one record under other numbers. */
export function renumbered(
  lookup: Lookup,
  name: string,
  numbers: Readonly<Record<string, number>>,
): Lookup {
  return changed(lookup, name, (codec, { type }) => {
    const layout = moved(layOut(type), numbers)
    return {
      ...codec,
      encode: (message) => encodeAs(layout, message),
      decode: (bytes) => decodeAs(layout, bytes),
    }
  })
}

function moved(layout: Layout, numbers: Readonly<Record<string, number>>): Layout {
  const fields = layout.fields
    .map((field) => ({ ...field, number: numbers[field.name] ?? field.number }))
    .sort((a, b) => a.number - b.number)
  const byNumber = new Map<number, FieldLayout>(fields.map((field) => [field.number, field]))
  return { ...layout, fields, byNumber }
}

/** Two values of the enumeration in one field of a record exchanged. */
export function exchanged(
  lookup: Lookup,
  name: string,
  field: string,
  one: number,
  other: number,
): Lookup {
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap)
    return value === one ? other : value === other ? one : value
  }
  const swapped = (message: Message) =>
    ({ ...message, [field]: swap(message[field] ?? 0) }) as Message
  return changed(lookup, name, (codec) => ({
    ...codec,
    encode: (message) => codec.encode(swapped(message)),
    decode: (bytes) => swapped(codec.decode(bytes)),
  }))
}

/** Every record's codec, changed in the same way. */
function everywhere(lookup: Lookup, change: (codec: Codec, of: RecordType) => Codec): Lookup {
  return (name) => {
    const whole = lookup(name)
    return { ...whole, codec: change(whole.codec, whole) }
  }
}

/** What is read of every record, changed after the true codec has read it. */
export function afterwards(
  lookup: Lookup,
  change: (message: Message, bytes: Uint8Array) => Message,
): Lookup {
  return everywhere(lookup, (codec) => ({
    ...codec,
    decode: (bytes) => change(codec.decode(bytes), bytes),
  }))
}

/** Refuses what the true codec reads, if `unwelcome`. */
export function refusing(
  lookup: Lookup,
  unwelcome: (message: Message, bytes: Uint8Array) => boolean,
): Lookup {
  return afterwards(lookup, (message, bytes) => {
    if (unwelcome(message, bytes)) throw new DecodeError('mutant', 0, 'something else', 'this')
    return message
  })
}

/** Reads what comes before a fault of the kind that `told` matches, instead of refusing the whole. */
export function salvaging(lookup: Lookup, told: RegExp): Lookup {
  return everywhere(lookup, (codec) => ({
    ...codec,
    decode(bytes) {
      try {
        return codec.decode(bytes)
      } catch (cause) {
        if (!told.test((cause as Error).message)) throw cause
        return whole(codec, bytes)
      }
    },
  }))
}

/** The longest beginning that is a record. */
function whole(codec: Codec, bytes: Uint8Array): Message {
  for (let end = bytes.length - 1; end > 0; end--)
    try {
      return codec.decode(bytes.subarray(0, end))
    } catch {}
  return codec.decode(new Uint8Array())
}

/** Numbers of the fields at the top, in the order of the wire. */
export function numbersOf(bytes: Uint8Array): number[] {
  return split(bytes).map(({ number }) => number)
}

function split(bytes: Uint8Array): { number: number; raw: Uint8Array }[] {
  const reader = new protobuf.Reader(bytes)
  const fields: { number: number; raw: Uint8Array }[] = []
  while (reader.pos < reader.len) {
    const start = reader.pos
    const tag = reader.uint32()
    reader.skipType(tag & 7)
    fields.push({ number: tag >>> 3, raw: bytes.slice(start, reader.pos) })
  }
  return fields
}

/** Of fields that exclude each other the first one on the wire counts, and of one that comes twice too. */
export function firstCounts(lookup: Lookup, isOne: (number: number) => boolean): Lookup {
  return everywhere(lookup, (codec) => ({
    ...codec,
    decode(bytes) {
      const seen = new Set<number>()
      codec.decode(bytes)
      const kept = split(bytes).filter(({ number }) => {
        const later = isOne(number) && seen.size > 0 && !seen.has(number)
        if (isOne(number)) seen.add(number)
        return !later
      })
      return codec.decode(Buffer.concat(kept.map(({ raw }) => raw)))
    },
  }))
}

/** A scalar field read and written as another type of the same wire type. */
export function retyped(lookup: Lookup, name: string, field: string, type: string): Lookup {
  return changed(lookup, name, (_, { package: scope }) =>
    messageType('payloads/all.proto', `${scope}.${name}`, { [`${scope}.${name}.${field}`]: type }),
  )
}

/** A message, and every message in it, changed. */
export function throughout(message: Message, change: (message: Message) => Message): Message {
  const inner = (value: unknown): unknown => {
    if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, inner(one)]))
    if (Array.isArray(value)) return value.map(inner)
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    return throughout(value as Message, change)
  }
  const entries = Object.entries(message).map(([key, value]) => [
    key,
    key === '$unknown' ? value : inner(value),
  ])
  return change(Object.fromEntries(entries) as Message)
}

/** Fields written by descending number: another order, and as good as any (no fault, but a variant's way). */
export function descending(lookup: Lookup): Lookup {
  return everywhere(lookup, (codec) => ({
    ...codec,
    encode: (message) =>
      new Uint8Array(
        Buffer.concat(
          split(codec.encode(message))
            .toSorted((a, b) => b.number - a.number)
            .map(({ raw }) => raw),
        ),
      ),
  }))
}
