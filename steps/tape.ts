import { gzipSync } from 'node:zlib'
import type { Event } from '../reports/case.ts'

/** Characters of one scenario that are kept; a longer one cannot be judged again and says so. */
const MOST = 64 * 1024 * 1024

/** Everything that passes in one scenario, in order, as lines of JSON. */
export class Tape {
  #lines: string[] = []
  #left = MOST

  record(event: Event): void {
    const line = JSON.stringify(event, plainly)
    this.#left -= line.length + 1
    if (this.#left >= 0) this.#lines.push(line)
    else this.#lines = []
  }

  /** Compressed; undefined where it grew too long. */
  get bytes(): Buffer | undefined {
    return this.#left < 0 ? undefined : gzipSync(this.#lines.map((line) => `${line}\n`).join(''))
  }
}

/** Steps compare values that JSON does not have. */
function plainly(this: unknown, key: string, value: unknown): unknown {
  // Buffers turn themselves into arrays of numbers before a replacer sees them.
  const own = (this as Record<string, unknown>)[key]
  if (own instanceof Uint8Array) return { bytes: Buffer.from(own).toString('hex') }
  if (typeof value === 'bigint') return { integer: value.toString() }
  if (value instanceof Map || value instanceof Set) return { members: [...value] }
  return value
}
