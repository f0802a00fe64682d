import type { DataTable } from '@cucumber/cucumber'
import { type RawRecord, rawRecords } from './raw-records.ts'
import { attempt } from './shelf.ts'

const wireTypes: Readonly<Record<string, number>> = { varint: 0, fixed64: 1, length: 2, fixed32: 5 }

/** Fields that a message may have, with the wire type of each. */
export type Allowed = ReadonlyMap<number, number>

/** The table of a step: columns `field` and `wire type`. */
export function allowed(table: DataTable): Allowed {
  return new Map(
    table
      .hashes()
      .map(({ field, 'wire type': name = '' }) => [Number(field), wireTypes[name] ?? -1]),
  )
}

/** Whether a message has these fields alone, with these wire types. */
export function hasOnly(bytes: Uint8Array, fields: Allowed): boolean {
  const records = attempt(() => rawRecords(bytes))
  return records?.every(({ field, wireType }) => fields.get(field) === wireType) ?? false
}

/** The records of a message for a failure: `1 varint, 2 length`; undefined bytes are said to be missing. */
export function tell(bytes: Uint8Array | undefined): string {
  if (!bytes) return 'nothing to read'
  const records = attempt(() => rawRecords(bytes))
  if (!records) return 'no protobuf'
  const seen = new Set(records.map(nameOf))
  return [...seen].join(', ') || 'no record'
}

function nameOf({ field, wireType }: RawRecord): string {
  const [name = `wire type ${wireType}`] =
    Object.entries(wireTypes).find(([, type]) => type === wireType) ?? []
  return `${field} ${name}`
}
