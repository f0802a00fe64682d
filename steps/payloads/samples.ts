import protobuf from 'protobufjs'
import { record, recordNames } from '../../proto/payloads/records.ts'
import type { Dice } from '../dice.ts'
import { delimited, tag, varint } from './wire.ts'

/** A value of a field, as JSON and as it stands on the wire behind its tag. */
export interface Sample {
  readonly json: unknown
  readonly wireType: 0 | 2
  /** Hex: a varint, or the content of a length-delimited field. */
  readonly content: string
}

/**
 * Values of a type, by hand: some at the bounds where wrong widths, signs and encodings show, and one of
 * this run alone. `type` is as in the text: a scalar, an enumeration or a record.
 */
export function samplesOf(type: string, dice: Dice): Sample[] {
  const number = (value: bigint, json: unknown = String(value)): Sample => ({
    json,
    wireType: 0,
    content: varint(value),
  })
  const small = (value: number) => number(BigInt(value), value)
  const bytes = (hex: string, json: unknown = hex): Sample => ({ json, wireType: 2, content: hex })
  const text = (json: string) => bytes(Buffer.from(json).toString('hex'), json)
  const any = BigInt(`0x${dice.hex(7)}`)
  dice.mark(String(any + 1n))
  switch (type) {
    case 'uint64':
      return [2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n, any + 1n].map((n) => number(n))
    case 'int64':
      return [-1n, -(2n ** 63n), 2n ** 53n + 1n, -any - 1n].map((n) => number(n))
    case 'uint32':
      return [2 ** 32 - 1, 2 ** 31, 1 + Number(any % 2n ** 31n)].map(small)
    case 'int32':
      return [-1, -(2 ** 31), 2 ** 31 - 1, 1 + Number(any % 2n ** 30n)].map(small)
    case 'bool':
      return [number(1n, true)]
    case 'string':
      return ['e\u0301\u00e9\u{1f600}', `some ${dice.hex(6)}`].map(text)
    case 'bytes':
      return [bytes('ff0001'), bytes(dice.hex(20))]
    default:
      return enumeration(type)?.map(([name, value]) => small2(name, value)) ?? [message(type, dice)]
  }
  function small2(name: string, value: number): Sample {
    return number(BigInt(value), name)
  }
}

/** The values but the default. */
function enumeration(type: string): [string, number][] | undefined {
  const found = enumNamed(type)
  return found && Object.entries(found.values).filter(([, value]) => value !== 0)
}

/** An enumeration by its name in the text: `MessageType`, `ChatMessage.ContentType`. */
export function enumNamed(name: string): protobuf.Enum | undefined {
  const [first = '', nested] = name.split('.')
  const owner = nested === undefined ? record('ChatMessage').type.parent : undefined
  const scope = owner ?? (recordNames.includes(first) ? record(first).type : undefined)
  const found = scope?.get(nested ?? first)
  return found instanceof protobuf.Enum ? found : undefined
}

/** A record with one field set; one without fields, or with none that is plain, is empty. */
function message(type: string, dice: Dice): Sample {
  const field = record(type).type.fieldsArray.find(
    (one) => !one.repeated && !one.map && !one.partOf && one.resolvedType === null,
  )
  if (field === undefined) return { json: {}, wireType: 2, content: '' }
  const { json, wireType, content } = samplesOf(field.type, dice).at(-1) as Sample
  return { json: { [field.name]: json }, wireType: 2, content: onWire(field.id, wireType, content) }
}

/** A whole field. */
export function onWire(number: number, wireType: 0 | 2, content: string): string {
  return wireType === 0 ? `${tag(number, 0)}${content}` : delimited(number, content)
}
