/*
Faults of a codec that mutants of the reference put in place of the true one: records whose fields or
enumeration values have other numbers.
*/
import { decodeAs } from '../../../proto/decode.ts'
import { encodeAs } from '../../../proto/encode.ts'
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
