import { Garbled } from './transport.ts'

/** Longest line or body either side may send, in bytes. */
export const MAX_LINE = 8 * 1024 * 1024

/** Cuts a byte stream into lines; a line is copied once, however many chunks it comes in. */
export class Lines {
  readonly #onLine: (line: string) => void
  #parts: Buffer[] = []
  #length = 0

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  /** Fails with Garbled when a line is longer than MAX_LINE, and holds no more than that. */
  push(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      this.#take(chunk.subarray(from, end))
      const line = Buffer.concat(this.#parts).toString('utf8')
      this.#parts = []
      this.#length = 0
      from = end + 1
      this.#onLine(line)
    }
    if (from < chunk.length) this.#take(chunk.subarray(from))
  }

  #take(part: Buffer): void {
    this.#length += part.length
    if (this.#length > MAX_LINE) {
      this.#parts = []
      throw new Garbled(`expected lines of at most ${MAX_LINE} bytes, got a longer one`)
    }
    this.#parts.push(part)
  }
}
