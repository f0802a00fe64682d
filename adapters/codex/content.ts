import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { TreeHasher } from './tree.ts'

/** Above this many bytes a dataset lives in a file instead of in memory. */
const inMemory = 1 << 20

/** The bytes of a dataset, shared by the nodes that hold it; the file goes when nobody holds it. */
export class Content {
  readonly size: number
  readonly root: Uint8Array
  readonly #source: Buffer | string
  #holders = 0

  private constructor(size: number, root: Uint8Array, source: Buffer | string) {
    this.size = size
    this.root = root
    this.#source = source
  }

  /** Takes a stream in, hashing as it comes. `folder` is where large datasets go; `room` is how many bytes fit. */
  static async from(
    source: AsyncIterable<Uint8Array>,
    folder: () => string,
    room: number,
  ): Promise<Content> {
    const hasher = new TreeHasher()
    const chunks: Uint8Array[] = []
    let file: { path: string; out: WriteStream } | undefined
    try {
      for await (const chunk of source) {
        hasher.update(chunk)
        if (hasher.size > room) throw new QuotaExceeded(hasher.size, room)
        if (file === undefined && hasher.size <= inMemory) {
          chunks.push(chunk)
          continue
        }
        file ??= spill(folder(), chunks.splice(0))
        if (!file.out.write(chunk)) await drained(file.out)
      }
      if (file) await finished(file.out.end())
      return new Content(hasher.size, hasher.root(), file?.path ?? Buffer.concat(chunks))
    } catch (error) {
      file?.out.destroy()
      if (file) rmSync(file.path, { force: true })
      throw error
    }
  }

  stream(): Readable {
    if (typeof this.#source === 'string') return createReadStream(this.#source)
    return Readable.from([this.#source], { objectMode: false })
  }

  hold(): this {
    this.#holders += 1
    return this
  }

  release(): void {
    this.#holders -= 1
    if (this.#holders === 0 && typeof this.#source === 'string')
      rmSync(this.#source, { force: true })
  }
}

/** A node has no room for a dataset. */
export class QuotaExceeded extends Error {
  constructor(size: number, room: number) {
    super(`the node has room for ${room} bytes, the upload has at least ${size}`)
  }
}

function spill(folder: string, chunks: readonly Uint8Array[]): { path: string; out: WriteStream } {
  const path = join(folder, randomUUID())
  const out = createWriteStream(path)
  for (const chunk of chunks) out.write(chunk)
  return { path, out }
}

function drained(out: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      out.off('error', reject)
      resolve()
    }
    out.once('drain', done).once('error', reject)
  })
}
