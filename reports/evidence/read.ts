import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Unreadable } from '../read.ts'

/** What a file may come to; it is somebody else's. */
export interface Bounds {
  /** Bytes when decompressed. */
  readonly bytes: number
  /** Bytes of one line. */
  readonly line: number
}

const BOUNDS: Bounds = { bytes: 2 * 1024 ** 3, line: 64 * 1024 ** 2 }

/** The lines of an NDJSON file that is compressed with gzip, one after the other. Fails with Unreadable. */
export async function* linesOf(
  file: string,
  { bytes: most, line: longest }: Bounds = BOUNDS,
): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const unzipped = createReadStream(file)
    .on('error', (cause) => unzipped.destroy(cause))
    .pipe(createGunzip())
  let parts: Buffer[] = []
  let [total, held] = [0, 0]
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total > most) throw new Unreadable(`${file} is more than ${most} bytes when decompressed`)
      let from = 0
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, to))
        yield utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
        ;[parts, held, from] = [[], 0, to + 1]
      }
      parts.push(chunk.subarray(from))
      held += chunk.length - from
      if (held > longest) throw new Unreadable(`${file} has a line of more than ${longest} bytes`)
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable(`${file} cannot be read as NDJSON in gzip: ${(cause as Error).message}`)
  } finally {
    unzipped.destroy()
  }
  if (held > 0) throw new Unreadable(`${file} ends in the midst of a line`)
}
