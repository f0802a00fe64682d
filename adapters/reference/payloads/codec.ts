import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { DecodeError } from '../../../proto/errors.ts'
import type { Message } from '../../../proto/message.ts'
import { fromJson, type JsonObject, toJson } from '../../../proto/payloads/json.ts'
import { record } from '../../../proto/payloads/records.ts'
import { Refused } from '../../contract/handler.ts'

/** A field that the schema does not have, and where it was found. */
export interface UnknownField {
  readonly path: string
  readonly number: number
  readonly wireType: number
  readonly raw: string
}

/** Decodes a record. Refuses bytes that are none. */
export function decode<T extends object = Message>(name: string, bytes: Uint8Array): T {
  try {
    return record(name).codec.decode(bytes) as T
  } catch (cause) {
    if (cause instanceof DecodeError) throw new Refused('malformed', cause.message)
    throw cause
  }
}

export function encode(name: string, message: object): Uint8Array {
  return record(name).codec.encode(message as Message)
}

export function encodeValue(name: string, value: object): string {
  return bytesToHex(encode(name, fromJson(name, value)))
}

export function decodeValue(name: string, hex: string) {
  const message = decode(name, hexToBytes(hex))
  return { value: toJson(name, message), unknown: unknownIn(message, '') }
}

/** Decoded, not changed, encoded: what the schema does not know is kept. */
export function reencode(name: string, hex: string): string {
  return bytesToHex(encode(name, decode(name, hexToBytes(hex))))
}

/** A value of the protocol as the record that the node works with, all fields at least at their default. */
export function recordOf<T extends object>(name: string, value: object): T {
  return decode<T>(name, encode(name, fromJson(name, value)))
}

export function jsonOf(name: string, message: object): JsonObject {
  return toJson(name, message as Message)
}

function unknownIn(message: Message, path: string): UnknownField[] {
  const own = (message.$unknown ?? []).map(({ number, wireType, raw }) => ({
    path,
    number,
    wireType,
    raw: bytesToHex(raw),
  }))
  const below = Object.entries(message).flatMap(([key, value]) =>
    key === '$unknown' ? [] : unknownBelow(value, path === '' ? key : `${path}.${key}`),
  )
  return [...own, ...below]
}

function unknownBelow(value: unknown, path: string): UnknownField[] {
  if (value instanceof Map)
    return [...value].flatMap(([key, one]) => unknownBelow(one, `${path}.${key}`))
  if (Array.isArray(value)) return value.flatMap((one, i) => unknownBelow(one, `${path}.${i}`))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return unknownIn(value as Message, path)
}
