import type { Database } from './database.ts'

/** A Lamport clock on the scale of Unix milliseconds (56, "Clock"), kept in the database. */
export class LamportClock {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The clock of the next message: above all clocks sent and seen. */
  next(now: number): bigint {
    const last = this.#last
    const next = last >= BigInt(now) ? last + 1n : BigInt(now)
    this.#store(next)
    return next
  }

  /** Takes notice of a received clock. One that leaves no room above it is passed over. */
  observe(clock: bigint): void {
    if (clock > this.#last && clock < 1n << 63n) this.#store(clock)
  }

  get #last(): bigint {
    const row = this.#database.get("select value from numbers where name = 'clock'")
    return BigInt((row?.value as string | undefined) ?? '0')
  }

  #store(clock: bigint): void {
    this.#database.run("insert or replace into numbers values ('clock', ?)", String(clock))
  }
}
