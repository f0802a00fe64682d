import type { JsonObject } from '../../proto/payloads/json.ts'
import { record } from '../../proto/payloads/records.ts'
import type { World } from '../world.ts'
import { delimited, tag, varint } from './wire.ts'

/*
A field that is set beside what a scenario is about, at a value that no other run has: what is read then
cannot be the record of an earlier run, and a vector is never met twice.
*/

export interface Companion {
  readonly field: string
  readonly json: string
  /** The whole field as it stands on the wire. */
  readonly raw: string
}

/** A plain field of the record that is none of `besides`; undefined where it has none. */
export function companion(
  world: World,
  name: string,
  besides: readonly string[] = [],
): Companion | undefined {
  const plain = record(name).type.fieldsArray.filter(
    (field) => !field.repeated && !field.map && !field.partOf && !field.resolvedType,
  )
  const free = plain.filter((field) => !besides.includes(field.name))
  for (const type of ['string', 'bytes', 'uint64']) {
    const field = free.find((one) => one.type === type)
    if (!field) continue
    const drawn = world.dice.hex(7)
    if (type === 'uint64') {
      const number = BigInt(`0x${drawn}`)
      world.dice.mark(String(number))
      return {
        field: field.name,
        json: String(number),
        raw: `${tag(field.id, 0)}${varint(number)}`,
      }
    }
    const text = `fresh ${drawn}`
    if (type === 'bytes') return { field: field.name, json: drawn, raw: delimited(field.id, drawn) }
    const raw = delimited(field.id, Buffer.from(text).toString('hex'))
    return { field: field.name, json: text, raw }
  }
  return undefined
}

/** A value with the companion in it; unchanged where the record can have none. */
export function accompanied(value: JsonObject, beside: Companion | undefined): JsonObject {
  return beside ? { ...value, [beside.field]: beside.json } : value
}
