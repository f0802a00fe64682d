import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/** Numbers that follow from a seed: the hash of the seed, the voter and a counter. */
export class Dice {
  readonly #seed: Uint8Array
  #thrown = 0

  constructor(seed: Uint8Array, owner: Uint8Array) {
    this.#seed = concatBytes(seed, owner)
  }

  /** 32 bytes. */
  bytes(): Uint8Array {
    const counter = new Uint8Array(8)
    new DataView(counter.buffer).setBigUint64(0, BigInt(this.#thrown++))
    return sha256(concatBytes(this.#seed, counter))
  }

  /** 1 to 2^32 - 1. */
  uint32(): number {
    const hash = this.bytes()
    return new DataView(hash.buffer, hash.byteOffset).getUint32(0) || this.uint32()
  }

  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T {
    return from[this.uint32() % from.length] as T
  }
}
