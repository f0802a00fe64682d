import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Outcome } from '../../adapters/contract/envelope.ts'
import type { Ran } from '../collector.ts'

/** Where a run keeps it, below its folder. */
export const TRANSCRIPT = 'transcript.ndjson.gz'

/** Writes down all that passes in a run, while it passes: what ran is there even where the run is stopped. */
export class Transcript {
  readonly #file: string

  /** Forgets the transcript of an earlier run into the same folder. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, TRANSCRIPT)
    rmSync(this.#file, { force: true })
  }

  /** An answer to what was asked before the first scenario. */
  probe(client: string, op: string, outcome: Outcome): void {
    this.#append(gzipSync(line({ type: 'probe', client, op, outcome })))
  }

  /** A scenario that has ended, with its tape. */
  case({ uri, line: at, status, record }: Ran, tape: Buffer | undefined): void {
    const told = record && endOf(record)
    const opening = gzipSync(line({ type: 'case', uri, line: at }))
    const end = gzipSync(line({ type: 'end', status, ...(told && { record: told }) }))
    this.#append(Buffer.concat(tape ? [opening, tape, end] : [opening, end]))
  }

  // Whole members of gzip: they follow one another in a file, and an unfinished run leaves whole ones.
  #append(members: Buffer): void {
    appendFileSync(this.#file, members)
  }
}

/** What a record tells beside the calls, which have lines of their own, and the seed, which is the run's. */
export function endOf(record: NonNullable<Ran['record']>): object {
  const { presences, absences, fresh, seats, finding, counterexample, notes } = record
  return { presences, absences, fresh, seats, finding, counterexample, notes }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
