import type protobuf from 'protobufjs'
import { type MessageType, messageType, schema } from '../codec.ts'

/** Which file and package has the messages of a document. */
const documents = [
  ['archives/archives.proto', 'waku14'],
  ['archives/archives.proto', 'status61'],
  ['archives/communities.proto', 'communities56'],
] as const

/** One message type of the area. */
export interface ArchiveRecord {
  readonly codec: MessageType
  readonly type: protobuf.Type
}

const byName = new Map<string, ArchiveRecord>()
for (const [file, pack] of documents)
  for (const { name } of (schema(file).lookup(pack) as protobuf.Namespace).nestedArray)
    add(file, `${pack}.${name}`, name)
add('payloads/all.proto', 'status62.CommunityMessageArchive', 'CommunityMessageArchive')

/** The message of 61, 14 or 56, or the announcement of 62, by its name in the text. Throws RangeError. */
export function archiveRecord(name: string): ArchiveRecord {
  const found = byName.get(name)
  if (!found) throw new RangeError(`expected a message of 61, 14 or 56, got ${name.slice(0, 60)}`)
  return found
}

function add(file: string, fullName: string, name: string): void {
  const found = schema(file).lookup(fullName)
  if (found && 'fieldsArray' in found)
    byName.set(name, { codec: messageType(file, fullName), type: found as protobuf.Type })
}
