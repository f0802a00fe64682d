import { keccak_256 } from '@noble/hashes/sha3.js'
import protobuf from 'protobufjs'
import {
  archive,
  indexMetadata,
  type WakuMessage,
  type WakuMessageArchive,
  type WakuMessageArchiveIndexMetadata,
} from '../../proto/archives/messages.ts'
import { rawRecords } from './raw-records.ts'

/* Archives and indices that the suite makes as a control node would. */

/** An entry as it stands in the map: key, and the bytes of the value. */
export interface RawEntry {
  readonly key: string
  readonly value: Uint8Array
}

/** The file of an archive. */
export function archiveFile(
  from: bigint,
  to: bigint,
  contentTopic: string[],
  messages: WakuMessage[],
  extra: Partial<WakuMessageArchive> = {},
): Uint8Array {
  return archive.encode({ metadata: { from, to, contentTopic }, messages, ...extra })
}

/** The entry of an archive, under its key by K-A. */
export function entry(record: WakuMessageArchiveIndexMetadata): RawEntry {
  return keyed(indexMetadata.encode(record))
}

/** An entry of any bytes, under the key that these bytes have. */
export function keyed(value: Uint8Array): RawEntry {
  return { key: `0x${Buffer.from(keccak_256(value)).toString('hex')}`, value }
}

/** The file of an index with its entries in this order. `valueFirst`: each value before its key. */
export function indexFile(entries: readonly RawEntry[], valueFirst = false): Uint8Array {
  const writer = protobuf.Writer.create()
  for (const { key, value } of entries) {
    writer.uint32(0x0a).fork()
    if (!valueFirst) writer.uint32(0x0a).string(key)
    writer.uint32(0x12).bytes(value)
    if (valueFirst) writer.uint32(0x0a).string(key)
    writer.ldelim()
  }
  return writer.finish()
}

/** The same entry as another encoder writes it: its zero version on the wire, its fields in another order. */
export function differently({ value }: RawEntry): RawEntry {
  const fields = rawRecords(value).toReversed()
  const writer = protobuf.Writer.create()
  for (const { field, value: bytes } of fields) writer.uint32((field << 3) | 2).bytes(bytes)
  return keyed(Buffer.concat([writer.finish(), Uint8Array.of(0x08, 0x00)]))
}
