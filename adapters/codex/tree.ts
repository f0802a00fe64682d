import { createHash, type Hash } from 'node:crypto'

/** Codex splits every dataset into blocks of this many bytes; the last one is padded with zeros. */
export const blockSize = 65_536

const zeros = Buffer.alloc(blockSize)
const empty = Buffer.alloc(32)

/** The byte that Codex appends to a pair before hashing: which layer, and whether a node is missing. */
const key = { inner: 0, bottom: 1, innerOdd: 2, bottomOdd: 3 } as const

/**
 * The Merkle tree over a dataset's blocks, fed in chunks of any length.
 * Keeps 32 bytes per block, so a dataset never has to be in memory.
 */
export class TreeHasher {
  #block: Hash = createHash('sha256')
  #filled = 0
  #size = 0
  readonly #leaves: Buffer[] = []

  /** Bytes taken so far. */
  get size(): number {
    return this.#size
  }

  get blockCount(): number {
    return Math.ceil(this.#size / blockSize)
  }

  update(chunk: Uint8Array): this {
    let offset = 0
    while (offset < chunk.length) {
      const end = Math.min(chunk.length, offset + blockSize - this.#filled)
      this.#block.update(chunk.subarray(offset, end))
      this.#filled += end - offset
      offset = end
      if (this.#filled === blockSize) this.#close()
    }
    this.#size += chunk.length
    return this
  }

  /** The 32-byte root. An empty dataset has none: Codex refuses to store it. */
  root(): Buffer {
    if (this.#filled > 0) {
      this.#block.update(zeros.subarray(this.#filled))
      this.#close()
    }
    if (this.#leaves.length === 0)
      throw new Error('a dataset needs at least one byte, this has none')
    return merkleRoot(this.#leaves)
  }

  #close(): void {
    this.#leaves.push(this.#block.digest())
    this.#block = createHash('sha256')
    this.#filled = 0
  }
}

function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let layer = leaves
  for (let bottom = true; bottom || layer.length > 1; bottom = false) layer = parents(layer, bottom)
  return layer[0] as Buffer
}

function parents(layer: readonly Buffer[], bottom: boolean): Buffer[] {
  const above: Buffer[] = []
  for (let i = 0; i < layer.length; i += 2) {
    const left = layer[i] as Buffer
    const right = layer[i + 1]
    const suffix = right ? (bottom ? key.bottom : key.inner) : bottom ? key.bottomOdd : key.innerOdd
    above.push(
      createHash('sha256')
        .update(left)
        .update(right ?? empty)
        .update(Uint8Array.of(suffix))
        .digest(),
    )
  }
  return above
}
