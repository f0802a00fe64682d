import { keccak_256 } from '@noble/hashes/sha3.js'
import protobuf from 'protobufjs'
import {
  archiveIndex,
  indexMetadata,
  type WakuMessageArchiveIndexMetadata,
  type WakuMessageArchiveMetadata,
} from '../../../proto/archives/messages.ts'
import { attempt } from './envelope.ts'

/** An archive as the index lists it. */
export interface Entry {
  readonly key: string
  /** The encoded WakuMessageArchiveIndexMetadata: what the key is the hash of. */
  readonly value: Uint8Array
}

/** The entry of an archive that Codex gave this CID. */
export function entryOf(metadata: WakuMessageArchiveMetadata, cid: string): Entry {
  const value = indexMetadata.encode({ metadata, cid })
  return { key: indexKey(value), value }
}

/** The key of an entry: 0x and the keccak-256 of its bytes in hex (A-06, K-A). */
export function indexKey(value: Uint8Array): string {
  return `0x${Buffer.from(keccak_256(value)).toString('hex')}`
}

/** The WakuMessageArchiveIndex of these entries, each with the very bytes that its key is the hash of. */
export function encodeIndex(entries: Iterable<Entry>): Uint8Array {
  const writer = protobuf.Writer.create()
  for (const { key, value } of entries) {
    writer.uint32((1 << 3) | 2).fork()
    writer.uint32((1 << 3) | 2).string(key)
    writer.uint32((2 << 3) | 2).bytes(value)
    writer.ldelim()
  }
  return writer.finish()
}

/** An archive that a member can download. */
export interface Listed {
  readonly key: string
  readonly cid: string
  readonly metadata: WakuMessageArchiveMetadata
}

/** The usable entries of an index; undefined where the bytes are none. One bad entry spoils no other. */
export function readIndex(bytes: Uint8Array): Listed[] | undefined {
  const index = attempt(() => archiveIndex.decode(bytes))
  if (!index) return undefined
  const listed: Listed[] = []
  for (const [key, entry] of index.archives) if (usable(entry)) listed.push({ key, ...entry })
  return listed
}

function usable(
  entry: WakuMessageArchiveIndexMetadata,
): entry is WakuMessageArchiveIndexMetadata & { metadata: WakuMessageArchiveMetadata } {
  if (!namesDataset(entry.cid)) return false
  return entry.metadata !== undefined && entry.metadata.from < entry.metadata.to
}

/** Whether a text can be a CID; the removed magnet links came in the same fields. */
export function namesDataset(cid: string): boolean {
  return /^z[1-9A-HJ-NP-Za-km-z]{40,100}$/.test(cid)
}
