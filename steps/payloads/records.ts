import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fromJson, type JsonObject, toJson } from '../../proto/payloads/json.ts'
import { record } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/* Records as the suite writes and reads them; what a client said is never trusted to be one. */

/** Encoded by the suite's codec, hex. */
export function encoded(name: string, value: object): string {
  return bytesToHex(record(name).codec.encode(fromJson(name, value)))
}

/** The value without what is at its default, so that two ways of saying it are one. */
export function plain(name: string, value: object): JsonObject {
  return decoded(name, encoded(name, value))
}

/** Decoded by the suite's codec. Throws where the bytes are no such record. */
export function decoded(name: string, bytes: string): JsonObject {
  return ordered(toJson(name, record(name).codec.decode(hexToBytes(bytes)))) as JsonObject
}

/** What a client encoded, as another decoder reads it; bytes that are no such record are a deviation. */
export function read(
  world: World,
  subject: string,
  name: string,
  bytes: Observed<string>,
): Observed<JsonObject> {
  return understood(world, subject, `bytes of a ${name}`, bytes, (hex) => decoded(name, hex))
}

/** A value that a client decoded, without its defaults; one that the record cannot have is a deviation. */
export function said(
  world: World,
  subject: string,
  name: string,
  value: Observed<object>,
): Observed<JsonObject> {
  return understood(world, subject, `a value of a ${name}`, value, (json) => plain(name, json))
}

function understood<T, U>(
  world: World,
  subject: string,
  wanted: string,
  got: Observed<T>,
  view: (value: T) => U,
): Observed<U> {
  try {
    return got.map(view)
  } catch (cause) {
    const { message } = cause as Error
    return world.fail({ kind: 'deviation', subject, wanted, got: message, call: got.call })
  }
}

/** Keys in one order, because maps and objects have none. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const object: Record<string, unknown> = {}
  for (const [key, one] of entries)
    Object.defineProperty(object, key, {
      value: ordered(one),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return object
}
