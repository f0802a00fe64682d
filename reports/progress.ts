import type { Hello } from '../adapters/contract/hello.ts'
import type { Planned } from './assess.ts'
import type { Ran } from './collector.ts'
import { line } from './plain.ts'

/** Wall time between two lines where there is no terminal, in milliseconds. */
const QUIET_MS = 10_000

/** What progress is written to: a terminal, or anything that takes text. */
export interface Out {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/**
 * Tells how far a run is. On a terminal one line is rewritten and names the last scenario; elsewhere
 * a line comes at each tenth, and at least every ten seconds of a slow run.
 */
export class Progress {
  readonly #out: Out
  readonly #started = performance.now()
  #total = 0
  #done = 0
  #failed = 0
  #lastMs = 0

  constructor(out: Out) {
    this.#out = out
  }

  begin(plan: readonly Planned[], hello: Hello): void {
    const { name, version } = hello.implementation
    this.#total = plan.reduce((sum, { cases }) => sum + cases.length, 0)
    this.#out.write(
      `${line(name, 60)} ${line(version, 40)}: ${plan.length} requirements, ${this.#total} scenarios\n`,
    )
  }

  step({ status, uri, line: at }: Ran): void {
    this.#done++
    if (status !== 'PASSED') this.#failed++
    const elapsed = performance.now() - this.#started
    const text = `${this.#done}/${this.#total} scenarios, ${this.#failed} not passed, ${(elapsed / 1000).toFixed(0)} s`
    if (this.#out.isTTY) {
      const shown = `${text}  ${uri}:${at}`.slice(0, (this.#out.columns ?? 80) - 1)
      this.#out.write(`\r${shown}\u001b[K`)
      return
    }
    const tenth = this.#done % Math.max(1, Math.ceil(this.#total / 10)) === 0
    if (!tenth && elapsed - this.#lastMs < QUIET_MS) return
    this.#lastMs = elapsed
    this.#out.write(`${text}\n`)
  }

  end(): void {
    if (this.#out.isTTY && this.#done > 0) this.#out.write('\n')
  }
}
