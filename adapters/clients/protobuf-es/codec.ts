import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createFileRegistry,
  type DescField,
  type DescMessage,
  fromBinary,
  fromJson,
  type JsonObject,
  type JsonValue,
  toBinary,
  toJson,
} from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'

/* Records by protobuf-es, whose JSON differs from the adapter protocol's in bytes alone: base64, not hex. */

const set = fromBinary(
  FileDescriptorSetSchema,
  readFileSync(join(import.meta.dirname, 'records.pb')),
)
const registry = createFileRegistry(set)

function record(name: string): DescMessage {
  for (const scope of ['status62', 'status56', 'status_deployed']) {
    const found = registry.getMessage(`${scope}.${name}`)
    if (found) return found
  }
  throw new Error(`there is no record ${name}`)
}

export class Malformed extends Error {}

function parse(name: string, hex: string) {
  try {
    return fromBinary(record(name), Buffer.from(hex, 'hex'))
  } catch (cause) {
    throw new Malformed((cause as Error).message, { cause })
  }
}

export function encode(name: string, value: JsonObject): string {
  const type = record(name)
  return hexOf(toBinary(type, fromJson(type, recoded(type, value, toBase64) as JsonValue)))
}

export function decode(name: string, hex: string): JsonObject {
  const type = record(name)
  const json = toJson(type, parse(name, hex), { useProtoFieldName: true })
  return recoded(type, json as JsonObject, fromBase64)
}

export function reencode(name: string, hex: string): string {
  return hexOf(toBinary(record(name), parse(name, hex)))
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

const toBase64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')
const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString('hex')

type Recode = (text: string) => string

/** The value with its bytes written in another way. */
function recoded(type: DescMessage, value: JsonObject, recode: Recode): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const field = type.fields.find((each) => each.name === name)
      // protobuf-es would also take camelCase, which the text does not have.
      if (!field) throw new Error(`${type.name} has no field ${name}`)
      return [name, inField(field, one, recode)]
    }),
  ) as JsonObject
}

function inField(field: DescField, value: JsonValue, recode: Recode): JsonValue {
  if (Array.isArray(value)) return value.map((one) => single(field, one, recode))
  if (field.fieldKind !== 'map') return single(field, value, recode)
  const entries = Object.entries(value as JsonObject)
  return Object.fromEntries(entries.map(([key, one]) => [key, single(field, one, recode)]))
}

function single(field: DescField, value: JsonValue, recode: Recode): JsonValue {
  if (field.message) return recoded(field.message, value as JsonObject, recode)
  const isBytes = 'scalar' in field && field.scalar === 12
  return isBytes ? recode(value as string) : value
}
