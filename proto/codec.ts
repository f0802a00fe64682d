/*
The one reader and writer of protobuf bytes: .proto files are read at run time, nothing is generated.
protobufjs parses the schema and reads and writes the primitives; what becomes of a field is decided
here, because its own decoder drops unknown fields, loses 64-bit integers and tells no offset.
*/
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import protobuf from 'protobufjs'
import { decodeAs } from './decode.ts'
import { encodeAs } from './encode.ts'
import { layOut, type Retyped } from './layout.ts'
import type { Message } from './message.ts'

/** Reads and writes one message type. `T` names the fields that the caller relies on. */
export interface MessageType<T extends object = Message> {
  /** Full name: `vac.sds.Message`. */
  readonly name: string
  /** Throws DecodeError if the bytes are no encoding of this type. */
  decode(bytes: Uint8Array): T
  /** Throws EncodeError on a key the schema does not know and on a value its field cannot hold. */
  encode(message: T): Uint8Array
}

/**
 * The message type `name` (full, with its package) of a file in `proto/`.
 *
 * `retyped` reads and writes single scalar fields by another type of the same wire type, by full
 * field name: `{ 'vac.sds.Message.lamport_timestamp': 'int64' }`.
 */
export function messageType<T extends object = Message>(
  file: string,
  name: string,
  retyped: Retyped = {},
): MessageType<T> {
  const layout = layOut(schema(file).lookupType(name), retyped)
  return {
    name: layout.name,
    decode: (bytes) => decodeAs(layout, bytes) as T,
    encode: (message) => encodeAs(layout, message as Message),
  }
}

const schemas = new Map<string, protobuf.Root>()

/** The parsed .proto file, with what it imports; for those who compare schemas. */
export function schema(file: string): protobuf.Root {
  let root = schemas.get(file)
  if (root === undefined) {
    root = new protobuf.Root()
    root.resolvePath = (_origin, target) => protoPath(target)
    root.loadSync(file, { keepCase: true }).resolveAll()
    schemas.set(file, root)
  }
  return root
}

/** Where a .proto file is. None is compiled or copied: code in `dist/proto` reads those of `proto/`. */
function protoPath(file: string): string {
  const here = join(import.meta.dirname, file)
  const source = join(import.meta.dirname, '..', '..', 'proto', file)
  if (existsSync(here)) return here
  if (existsSync(source)) return source
  throw new Error(`expected the schema at ${here} or ${source}, found neither`)
}
