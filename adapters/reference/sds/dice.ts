import { sha256 } from '@noble/hashes/sha2.js'

/** The randomness of one participant: the same seed gives the same throws in the same order. */
export class Dice {
  readonly #block: Uint8Array
  readonly #counter: DataView

  constructor(seed: Uint8Array) {
    this.#block = new Uint8Array(seed.length + 4)
    this.#block.set(seed)
    this.#counter = new DataView(this.#block.buffer, seed.length)
  }

  /** 32 bytes: SHA-256 of the seed and the number of throws before this one. */
  bytes(): Uint8Array {
    const thrown = sha256(this.#block)
    this.#counter.setUint32(0, this.#counter.getUint32(0) + 1)
    return thrown
  }

  /** A number from 0 up to, not including, 1. */
  fraction(): number {
    const { buffer, byteOffset } = this.bytes()
    return new DataView(buffer, byteOffset).getUint32(0) / 2 ** 32
  }
}
