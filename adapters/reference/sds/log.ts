import { comparePositions, type Position } from './order.ts'

/** An entry of the local log. The hint is told to others in `causal_history`. */
export interface LogEntry extends Position {
  readonly retrievalHint?: Uint8Array
}

/** Entries of a block before it is split in two. */
const blockLimit = 512

/**
 * The local log of one channel: every content message id of the channel, in order, never removed.
 *
 * Kept in sorted blocks of bounded size, so that an insertion anywhere moves few entries; it costs
 * two binary searches and one short move, whether messages come in order or shuffled.
 */
export class Log {
  readonly #ids = new Set<string>()
  readonly #blocks: LogEntry[][] = [[]]

  get size(): number {
    return this.#ids.size
  }

  has(messageId: string): boolean {
    return this.#ids.has(messageId)
  }

  /** Puts an entry in its place. One message id has one entry, the first (AMB-32). */
  insert(entry: LogEntry): void {
    if (this.#ids.has(entry.messageId)) return
    this.#ids.add(entry.messageId)
    const at = this.#blockFor(entry)
    const block = this.#blocks[at] as LogEntry[]
    block.splice(placeIn(block, entry), 0, entry)
    if (block.length > blockLimit) this.#blocks.splice(at + 1, 0, block.splice(blockLimit / 2))
  }

  /** The last `count` entries, oldest first; all of them if there are fewer. */
  tail(count: number): LogEntry[] {
    const tail: LogEntry[][] = []
    let wanted = count
    for (let at = this.#blocks.length - 1; at >= 0 && wanted > 0; at--) {
      const block = this.#blocks[at] as LogEntry[]
      const part = block.slice(Math.max(0, block.length - wanted))
      tail.unshift(part)
      wanted -= part.length
    }
    return tail.flat()
  }

  /** All entries in order. */
  *[Symbol.iterator](): Generator<LogEntry> {
    for (const block of this.#blocks) yield* block
  }

  /** The first block whose last entry is not before `entry`; the last block if there is none. */
  #blockFor(entry: LogEntry): number {
    let low = 0
    let high = this.#blocks.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      const last = (this.#blocks[middle] as LogEntry[]).at(-1) as LogEntry
      if (comparePositions(last, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function placeIn(block: readonly LogEntry[], entry: LogEntry): number {
  let low = 0
  let high = block.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (comparePositions(block[middle] as LogEntry, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
