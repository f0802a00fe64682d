import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import {
  archiveMetadata,
  type WakuMessageArchiveMetadata,
} from '../../../proto/archives/messages.ts'

/** Tags of WakuMessageArchive (61): both fields are length-delimited. */
const metadataTag = (2 << 3) | 2
const messageTag = (3 << 3) | 2

/** Bytes gathered before they are written. */
const batch = 256 * 1024

/** The range of time and topics that an archive covers, as its metadata says (61, "WakuMessageHistoryArchive"). */
export function metadataOf(
  from: bigint,
  to: bigint,
  contentTopic: string[],
): WakuMessageArchiveMetadata {
  return { from, to, contentTopic }
}

/**
 * Writes a WakuMessageArchive of encoded messages, one batch in memory at a time. The file appears under
 * its name when it is whole, and if `lasting` is on the disk by then. Returns the number of messages.
 */
export function writeArchive(
  path: string,
  metadata: WakuMessageArchiveMetadata,
  messages: Iterable<Uint8Array>,
  lasting = true,
): number {
  const unfinished = `${path}.unfinished`
  const file = openSync(unfinished, 'w')
  let count = 0
  try {
    const out = new Batches(file)
    out.record(metadataTag, archiveMetadata.encode(metadata))
    for (const message of messages) {
      out.record(messageTag, message)
      count += 1
    }
    out.flush()
    if (lasting) fsyncSync(file)
  } catch (error) {
    closeSync(file)
    rmSync(unfinished)
    throw error
  }
  closeSync(file)
  renameSync(unfinished, path)
  return count
}

/** Length-delimited records gathered into large writes. */
class Batches {
  readonly #file: number
  readonly #buffer = Buffer.allocUnsafe(batch)
  #filled = 0

  constructor(file: number) {
    this.#file = file
  }

  record(tag: number, value: Uint8Array): void {
    if (this.#filled + 12 + value.length > batch) this.flush()
    this.#buffer[this.#filled++] = tag
    this.#varint(value.length)
    if (12 + value.length > batch) {
      this.flush()
      writeWhole(this.#file, value)
    } else {
      this.#buffer.set(value, this.#filled)
      this.#filled += value.length
    }
  }

  flush(): void {
    writeWhole(this.#file, this.#buffer.subarray(0, this.#filled))
    this.#filled = 0
  }

  #varint(value: number): void {
    let rest = value
    while (rest > 127) {
      this.#buffer[this.#filled++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#buffer[this.#filled++] = rest
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}
