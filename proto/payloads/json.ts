/*
Records as JSON, the way the adapter protocol writes them: field names as in the text, bytes as
lower-case hex, 64-bit integers as decimal strings, enums by name (a value without one as its number),
maps as objects. What is at its default is left out; a member of a oneof never is.
*/
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import protobuf from 'protobufjs'
import type { MapValue, Message } from '../message.ts'
import { record } from './records.ts'

export type Json = string | number | boolean | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** The JSON is at fault: it is no value of that record. */
export class ValueError extends Error {
  override name = 'ValueError'

  constructor(where: string, expected: string, got: unknown) {
    super(`${where}: expected ${expected}, got ${JSON.stringify(got)?.slice(0, 60)}`)
  }
}

/** Throws ValueError on a key that the record does not have and on a value that its field cannot hold. */
export function fromJson(name: string, value: unknown): Message {
  return fromJsonAs(record(name).type, value)
}

/** The same for a type of another document. */
export function fromJsonAs(type: protobuf.Type, value: unknown): Message {
  return messageFrom(type, value, type.name)
}

export function toJson(name: string, message: Message): JsonObject {
  return toJsonAs(record(name).type, message)
}

/** The same for a type of another document. */
export function toJsonAs(type: protobuf.Type, message: Message): JsonObject {
  return messageTo(type, message)
}

function messageFrom(type: protobuf.Type, value: unknown, where: string): Message {
  const message: Message = {}
  for (const [key, given] of Object.entries(object(value, where))) {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
    if (field === undefined)
      throw new ValueError(where, `one of ${Object.keys(type.fields).join(', ')}`, key)
    message[key] = fieldFrom(field, given, `${where}.${key}`)
  }
  return message
}

function fieldFrom(field: protobuf.Field, value: unknown, where: string): Message[string] {
  if (field instanceof protobuf.MapField) {
    const entries: MapValue = new Map()
    for (const [key, one] of Object.entries(object(value, where)))
      entries.set(key, oneFrom(field, one, `${where}.${key}`) as Message)
    return entries
  }
  if (!field.repeated) return oneFrom(field, value, where)
  if (!Array.isArray(value)) throw new ValueError(where, 'a list', value)
  return value.map((one, i) => oneFrom(field, one, `${where}.${i}`)) as Message[]
}

function oneFrom(field: protobuf.Field, value: unknown, where: string): Message[string] {
  const type = field.resolvedType
  if (type instanceof protobuf.Type) return messageFrom(type, value, where)
  if (type instanceof protobuf.Enum) return enumFrom(type, value, where)
  return scalarFrom(field.type, value, where)
}

function enumFrom(type: protobuf.Enum, value: unknown, where: string): number {
  if (typeof value === 'string' && Object.hasOwn(type.values, value))
    return type.values[value] as number
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 31)
    return value
  throw new ValueError(where, `a name or number of ${type.name}`, value)
}

function scalarFrom(type: string, value: unknown, where: string): Message[string] {
  switch (type) {
    case 'uint64':
    case 'int64':
    case 'sint64':
      if (typeof value === 'string' && /^-?[0-9]{1,20}$/.test(value)) return BigInt(value)
      throw new ValueError(where, 'a 64-bit integer as a decimal string', value)
    case 'bytes':
      // A pattern for pairs of digits remembers each pair, and megabytes of them overflow its stack.
      if (typeof value === 'string' && value.length % 2 === 0 && !/[^0-9a-f]/.test(value))
        return hexToBytes(value)
      throw new ValueError(where, 'bytes as lower-case hex', value)
    case 'string':
      if (typeof value === 'string') return value
      throw new ValueError(where, 'text', value)
    case 'bool':
      if (typeof value === 'boolean') return value
      throw new ValueError(where, 'true or false', value)
    default:
      if (typeof value === 'number') return value
      throw new ValueError(where, `a number (${type})`, value)
  }
}

function messageTo(type: protobuf.Type, message: Message): JsonObject {
  const json: Record<string, Json> = {}
  for (const field of type.fieldsArray) {
    const value = message[field.name]
    if (value === undefined) continue
    const shown = fieldTo(field, value)
    if (shown !== undefined) json[field.name] = shown
  }
  return json
}

function fieldTo(field: protobuf.Field, value: Message[string]): Json | undefined {
  if (value instanceof Map) {
    if (value.size === 0) return undefined
    // `__proto__` is a key like any other.
    const json: Record<string, Json> = Object.create(null)
    for (const [key, one] of value) json[String(key)] = oneTo(field, one)
    return json
  }
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((one) => oneTo(field, one))
  const shown = oneTo(field, value)
  return field.hasPresence || !isDefault(value) ? shown : undefined
}

function isDefault(value: unknown): boolean {
  return value instanceof Uint8Array ? value.length === 0 : !value
}

function oneTo(field: protobuf.Field, value: unknown): Json {
  const type = field.resolvedType
  if (type instanceof protobuf.Type) return messageTo(type, value as Message)
  if (type instanceof protobuf.Enum) return type.valuesById[value as number] ?? (value as number)
  if (value instanceof Uint8Array) return bytesToHex(value)
  return typeof value === 'bigint' ? value.toString() : (value as Json)
}

function object(value: unknown, where: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ValueError(where, 'an object', value)
}
