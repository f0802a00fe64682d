import { createHash } from 'node:crypto'

/** Reproducible randomness: a stream of bytes that follows from a seed alone. */
export class Dice {
  readonly #seed: string
  #drawn = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  /** `length` bytes as hex. */
  hex(length: number): string {
    let out = ''
    while (out.length < length * 2)
      out += createHash('sha256')
        .update(`${this.#seed}/${this.#drawn++}`)
        .digest('hex')
    return out.slice(0, length * 2)
  }

  /** A signed 32-bit integer, as fast-check takes for a seed. */
  int32(): number {
    return Number.parseInt(this.hex(4), 16) | 0
  }
}
