/** The last bytes of a stream that is drained and otherwise ignored. */
export class Ring {
  readonly #size: number
  #chunks: Buffer[] = []
  #length = 0

  constructor(size = 64 * 1024) {
    this.#size = size
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk.length > this.#size ? chunk.subarray(-this.#size) : chunk)
    this.#length += Math.min(chunk.length, this.#size)
    if (this.#length <= 2 * this.#size) return
    const kept = Buffer.concat(this.#chunks).subarray(-this.#size)
    this.#chunks = [Buffer.from(kept)]
    this.#length = kept.length
  }

  toString(): string {
    return Buffer.concat(this.#chunks).subarray(-this.#size).toString('utf8')
  }
}
