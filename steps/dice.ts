import { createHash } from 'node:crypto'

/** Draws that are shorter turn up by chance. */
const MARK_BYTES = 4
/** Enough of them; a scenario may draw a thousand contents. */
const MOST_MARKS = 128

/** Reproducible randomness: a stream of bytes that follows from a seed alone. */
export class Dice {
  readonly #seed: string
  #drawn = 0
  /** What the client's answers are searched for: draws that no other run makes, as hex and as text in hex. */
  readonly #marks: string[] = []

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
    const hex = out.slice(0, length * 2)
    if (length >= MARK_BYTES) this.mark(hex)
    return hex
  }

  /** Remembers something that was made of drawn bytes and in which they cannot be seen, such as a public key. */
  mark(text: string): void {
    if (this.#marks.length < MOST_MARKS) this.#marks.push(text, Buffer.from(text).toString('hex'))
  }

  /** What an answer shows of what was drawn or marked, so that no earlier run can have given it. */
  markIn(answer: object): string | undefined {
    const text = JSON.stringify(answer)
    return this.#marks.find((mark) => text.includes(mark))
  }

  /** A signed 32-bit integer, as fast-check takes for a seed. */
  int32(): number {
    return Number.parseInt(this.hex(4), 16) | 0
  }
}
