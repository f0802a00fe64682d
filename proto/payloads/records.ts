import type protobuf from 'protobufjs'
import { type MessageType, messageType, schema } from '../codec.ts'

const file = 'payloads/all.proto'

/** The packages of the area: 62, what it takes from 56, and the wrapper of the real network. */
const packages = ['status62', 'status56', 'status_deployed'] as const
export type Package = (typeof packages)[number]

/** One record: how it is read and written, and its schema for those who walk over the fields. */
export interface RecordType {
  /** The name in the text, without a package: `ChatMessage`. */
  readonly name: string
  readonly package: Package
  readonly codec: MessageType
  readonly type: protobuf.Type
}

const byName = new Map<string, RecordType>()
for (const name of packages) {
  for (const type of (schema(file).lookup(name) as protobuf.Namespace).nestedArray) {
    if (!('fieldsArray' in type)) continue
    const codec = messageType(file, `${name}.${type.name}`)
    byName.set(type.name, { name: type.name, package: name, codec, type: type as protobuf.Type })
  }
}

/** Names of all records, those of 62 first. */
export const recordNames: readonly string[] = [...byName.keys()]

export function isRecord(name: string): boolean {
  return byName.has(name)
}

/** The record of that name. Throws RangeError on a name that no document has. */
export function record(name: string): RecordType {
  const found = byName.get(name)
  if (found === undefined)
    throw new RangeError(`expected the name of a record of 62 or 56, got ${name.slice(0, 60)}`)
  return found
}
