/*
The bloom filter for received message ids (SDS, Participant state). The text gives no format (AMB-03);
this is ours: four bytes of header, "vb", version 1, number of hash functions; then the bits, the
lowest bit of a byte first. Every other value of the field is a foreign filter, which says nothing.
*/
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const header = [0x76, 0x62, 1] as const
const headerLength = 4

/** Two independent hashes, signed 32-bit, of a message id, from which the positions in any filter follow. */
export interface BloomKey {
  readonly first: number
  readonly second: number
}

export function bloomKeyOf(messageId: string): BloomKey {
  const { buffer, byteOffset } = sha256(utf8ToBytes(messageId))
  const words = new DataView(buffer, byteOffset)
  return { first: words.getInt32(0), second: words.getInt32(4) }
}

/** The filter of one channel, which forgets old ids so as not to fill up. */
export class BloomFilter {
  readonly #capacity: number
  readonly #bits: Bits
  #keys: BloomKey[] = []

  /** Size and number of hash functions are the optimal ones for `capacity` ids at `errorRate`. */
  constructor(capacity: number, errorRate: number) {
    const size = Math.ceil((-capacity * Math.log(errorRate)) / Math.LN2 ** 2)
    const hashes = Math.max(1, Math.round((size / capacity) * Math.LN2))
    this.#capacity = capacity
    this.#bits = new Bits(Uint8Array.of(...header, hashes, ...new Uint8Array(Math.ceil(size / 8))))
  }

  include(messageId: string): void {
    if (this.#keys.length >= this.#capacity) this.#rollOver()
    const key = bloomKeyOf(messageId)
    this.#keys.push(key)
    this.#bits.add(key)
  }

  /** SDS, Participant state: "rolled over and recomputed once it reaches a predefined capacity". */
  #rollOver(): void {
    // The newer half stays: its senders are the ones still waiting for an acknowledgement (AMB-28).
    this.#keys = this.#keys.slice(Math.ceil(this.#capacity / 2))
    this.#bits.clear()
    for (const key of this.#keys) this.#bits.add(key)
  }

  /** The current state, for the field `bloom_filter`. */
  encode(): Uint8Array {
    return this.#bits.octets.slice()
  }
}

/** The filter in a received message. */
export interface ReceivedFilter {
  has(key: BloomKey): boolean
  /** The same, of the two hashes of a key. */
  hasHashes(first: number, second: number): boolean
}

/** Undefined for what is not a filter of ours: it must not stop anything else (AMB-29). */
export function readFilter(octets: Uint8Array): ReceivedFilter | undefined {
  if (octets.length <= headerLength || octets[3] === 0) return undefined
  return header.every((octet, at) => octets[at] === octet) ? new Bits(octets) : undefined
}

/** Header and bits. */
class Bits implements ReceivedFilter {
  readonly octets: Uint8Array
  readonly #hashes: number
  readonly #size: number

  constructor(octets: Uint8Array) {
    this.octets = octets
    this.#hashes = octets[3] as number
    this.#size = (octets.length - headerLength) * 8
  }

  add({ first, second }: BloomKey): void {
    for (let i = 0; i < this.#hashes; i++) {
      const bit = this.#position(first, second, i)
      const at = headerLength + (bit >>> 3)
      this.octets[at] = (this.octets[at] as number) | (1 << (bit & 7))
    }
  }

  has({ first, second }: BloomKey): boolean {
    return this.hasHashes(first, second)
  }

  hasHashes(first: number, second: number): boolean {
    for (let i = 0; i < this.#hashes; i++) {
      const bit = this.#position(first, second, i)
      if (((this.octets[headerLength + (bit >>> 3)] as number) & (1 << (bit & 7))) === 0)
        return false
    }
    return true
  }

  clear(): void {
    this.octets.fill(0, headerLength)
  }

  /** Double hashing: the i-th of any number of hash functions is first + i · second. */
  #position(first: number, second: number, i: number): number {
    return Math.floor((((first + i * second) >>> 0) / 2 ** 32) * this.#size)
  }
}
