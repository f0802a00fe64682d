import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import {
  archiveMetadata,
  type WakuMessage,
  type WakuMessageArchiveMetadata,
  wakuMessage,
} from '../../../proto/archives/messages.ts'

/** One part of an archive, in the order of the file. */
export type Part =
  | { readonly metadata: WakuMessageArchiveMetadata }
  | { readonly message: WakuMessage; readonly wire: Uint8Array }

/** A file that is no archive. */
export class NoArchive extends Error {
  override name = 'NoArchive'
}

/** The longest record read. 14 allows messages of 150 KB. */
const longest = 16 << 20
const window = 1 << 20

/** Walks over an archive file record by record; only one record is in memory. Fields of old writers are passed over. */
export function* walkArchive(path: string): Generator<Part> {
  const file = openSync(path, 'r')
  try {
    const reader = new Records(file)
    for (let record = reader.next(); record; record = reader.next()) {
      if (record.number === 2 && record.value)
        yield { metadata: archiveMetadata.decode(record.value) }
      if (record.number === 3 && record.value)
        yield { message: wakuMessage.decode(record.value), wire: record.value }
    }
  } finally {
    closeSync(file)
  }
}

/** Top-level protobuf records of a file, read through a sliding window. */
class Records {
  readonly #file: number
  readonly #chunk: number
  #window = Buffer.alloc(0)
  #offset = 0

  constructor(file: number) {
    this.#file = file
    this.#chunk = Math.min(window, fstatSync(file).size + 1)
  }

  /** The next record; `value` only where it is length-delimited. */
  next(): { number: number; value?: Uint8Array } | undefined {
    if (!this.#have(1)) return undefined
    const tag = this.#varint()
    const number = tag >>> 3
    if (number === 0) throw new NoArchive('field number 0 does not exist')
    switch (tag & 7) {
      case 0:
        this.#varint()
        return { number }
      case 1:
        this.#take(8)
        return { number }
      case 2:
        return { number, value: this.#take(this.#varint()) }
      case 5:
        this.#take(4)
        return { number }
      default:
        throw new NoArchive(`wire type ${tag & 7} does not exist`)
    }
  }

  #varint(): number {
    let value = 0
    for (let i = 0; i < 10; i += 1) {
      const byte = this.#take(1)[0] as number
      value += (byte & 127) * 2 ** (7 * i)
      if (byte < 128) return value
    }
    throw new NoArchive('a varint of more than ten bytes')
  }

  #take(length: number): Buffer {
    if (length > longest) throw new NoArchive(`a record of ${length} bytes`)
    if (!this.#have(length)) throw new NoArchive('the file ends inside a record')
    const taken = this.#window.subarray(this.#offset, this.#offset + length)
    this.#offset += length
    return taken
  }

  #have(length: number): boolean {
    while (this.#window.length - this.#offset < length) {
      const chunk = Buffer.allocUnsafe(Math.max(this.#chunk, length))
      const read = readSync(this.#file, chunk)
      if (read === 0) return false
      this.#window = Buffer.concat([this.#window.subarray(this.#offset), chunk.subarray(0, read)])
      this.#offset = 0
    }
    return true
  }
}
