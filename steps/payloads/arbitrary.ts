import fc from 'fast-check'
import protobuf from 'protobufjs'
import { record, recordNames } from '../../proto/payloads/records.ts'

/* Random records: every kind, every field, the extremes of every type. */

export interface Sampled {
  readonly record: string
  readonly value: Readonly<Record<string, unknown>>
}

const bits = (low: bigint, high: bigint) => fc.bigInt(low, high).map(String)
const edge = (...values: bigint[]) => fc.constantFrom(...values.map(String))

/** No characters: the texts of protobuf have none of them. */
const SURROGATES = { from: 0xd800, count: 0x800 }
// The library's own characters of any plane come with a table of them all: a second and 100 MB at every start.
const character = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
  .map((n) => String.fromCodePoint(n < SURROGATES.from ? n : n + SURROGATES.count))
const text = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''))

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  uint64: fc.oneof(edge(2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n), bits(0n, 2n ** 64n - 1n)),
  int64: fc.oneof(edge(-1n, -(2n ** 63n), 2n ** 63n - 1n), bits(-(2n ** 63n), 2n ** 63n - 1n)),
  uint32: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  int32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  bool: fc.boolean(),
  string: text,
  bytes: fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes).toString('hex')),
}

const known = new Map<string, fc.Arbitrary<Readonly<Record<string, unknown>>>>()

/** A value of the record; messages in it down to a depth. */
function valuesOf(
  type: protobuf.Type,
  depth: number,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const key = `${type.fullName}/${depth}`
  let values = known.get(key)
  if (!values) {
    const loose = type.fieldsArray.filter(({ partOf }) => !partOf)
    const plain = fc.record(
      Object.fromEntries(loose.map((field) => [field.name, fieldValues(field, depth)])),
      { requiredKeys: [], noNullPrototype: true },
    )
    const members = type.oneofsArray.flatMap(({ fieldsArray }) =>
      fieldsArray.map((field) =>
        fieldValues(field, depth).map((value) => ({ [field.name]: value })),
      ),
    )
    const chosen: fc.Arbitrary<object> =
      members.length > 0 ? fc.oneof(fc.constant({}), ...members) : fc.constant({})
    values = fc.tuple(plain, chosen).map(([a, b]) => ({ ...a, ...b }))
    known.set(key, values)
  }
  return values
}

function fieldValues(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  const { resolvedType: type } = field
  const one: fc.Arbitrary<unknown> =
    type instanceof protobuf.Type
      ? depth > 0
        ? valuesOf(type, depth - 1)
        : fc.constant({})
      : type instanceof protobuf.Enum
        ? fc.oneof(
            fc.constantFrom(...Object.keys(type.values)),
            fc.constantFrom(-1, 99, 2 ** 31 - 1),
          )
        : (scalars[field.type] as fc.Arbitrary<unknown>)
  if (field instanceof protobuf.MapField)
    return fc.dictionary(fc.string({ maxLength: 6 }), one, { maxKeys: 3, noNullPrototype: true })
  return field.repeated ? fc.array(one, { maxLength: 3 }) : one
}

/** The same enumeration value said by name, as a client says it, or by number where it has no name. */
export const sampled: fc.Arbitrary<Sampled> = fc
  .constantFrom(...recordNames)
  .chain((name) => valuesOf(record(name).type, 2).map((value) => ({ record: name, value })))

/** Of one record, every field at a plain value. */
export function someOf(name: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return valuesOf(record(name).type, 1)
}

/** A small change to bytes: what a damaged or hostile sender would send. */
export interface Damage {
  readonly kind: 'flip' | 'cut' | 'insert' | 'double'
  readonly at: number
  readonly byte: number
}

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip' as const, 'cut' as const, 'insert' as const, 'double' as const),
    at: fc.nat({ max: 9_999 }),
    byte: fc.nat({ max: 255 }),
  }),
  { minLength: 1, maxLength: 4 },
)

export function damaged(hex: string, changes: readonly Damage[]): string {
  let bytes = [...Buffer.from(hex, 'hex')]
  for (const { kind, at, byte } of changes) {
    const place = bytes.length === 0 ? 0 : at % bytes.length
    if (kind === 'flip' && bytes.length > 0) bytes[place] = (bytes[place] as number) ^ (byte || 1)
    else if (kind === 'cut') bytes = bytes.slice(0, place)
    else if (kind === 'insert') bytes.splice(place, 0, byte)
    else bytes = [...bytes.slice(0, place), ...bytes.slice(0, 4096)]
  }
  return Buffer.from(bytes).toString('hex')
}
