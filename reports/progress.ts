import type { Hello } from '../adapters/contract/hello.ts'
import type { Planned } from './assess.ts'
import type { Ran } from './collector.ts'

/** Tells how far a run is: a line that is rewritten on a terminal, a line every tenth elsewhere. */
export class Progress {
  readonly #out: NodeJS.WriteStream
  #total = 0
  #done = 0
  #failed = 0

  constructor(out: NodeJS.WriteStream) {
    this.#out = out
  }

  begin(plan: readonly Planned[], hello: Hello): void {
    const { name, version } = hello.implementation
    this.#total = plan.reduce((sum, { cases }) => sum + cases.length, 0)
    this.#out.write(`${name} ${version}: ${plan.length} requirements, ${this.#total} scenarios\n`)
  }

  step({ status }: Ran): void {
    this.#done++
    if (status !== 'PASSED') this.#failed++
    const text = `${this.#done}/${this.#total} scenarios, ${this.#failed} not passed`
    if (this.#out.isTTY) this.#out.write(`\r${text}`)
    else if (this.#done % Math.max(1, Math.ceil(this.#total / 10)) === 0)
      this.#out.write(`${text}\n`)
  }

  end(): void {
    if (this.#out.isTTY && this.#done > 0) this.#out.write('\n')
  }
}
