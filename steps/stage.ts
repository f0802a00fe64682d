import type { Outcome } from '../adapters/contract/envelope.ts'
import type { Op, Params } from '../adapters/contract/operations.ts'
import type { Session } from '../adapters/session.ts'
import type { Call } from '../reports/case.ts'

/** Calls kept of one scenario; a longer one loses its oldest. */
const KEPT = 400

/** Wall time that one scenario may take. */
const DEADLINE_MS = 120_000

/** The participants of one scenario and what was said to them: instances of their own, shared with no other. */
export class Stage {
  readonly #session: Session
  readonly #key: string
  readonly #instances = new Map<string, string>()
  readonly #generation: number
  readonly #started = performance.now()
  #calls: Call[] = []
  #dropped = 0

  /** `key` is unique among all scenarios and runs, and the same in every run of the suite. */
  constructor(session: Session, key: string) {
    this.#session = session
    this.#key = key
    this.#generation = session.generation
  }

  /** What was said, the oldest left out. */
  get calls(): readonly Call[] {
    return this.#calls.slice(-KEPT)
  }

  get callsDropped(): number {
    return this.#dropped + Math.max(0, this.#calls.length - KEPT)
  }

  /** One call; `call` is its position among all of the scenario. */
  async say<O extends Op>(participant: string, op: O, now: number, params: Params<O>) {
    const instance = `${participant}@${this.#key}`
    this.#instances.set(participant, instance)
    const outcome = (this.#lost() ??
      (await this.#session.call(op, instance, now, params))) as Outcome<object>
    this.#calls.push({ participant, op, now, params, outcome })
    if (this.#calls.length > 2 * KEPT) {
      this.#dropped += this.#calls.length - KEPT
      this.#calls = this.#calls.slice(-KEPT)
    }
    return { outcome, call: this.#dropped + this.#calls.length - 1 }
  }

  /** Lets the client forget the participants; how it answers is nobody's concern. */
  async dismiss(): Promise<void> {
    for (const instance of this.#instances.values())
      if (!this.#lost()) await this.#session.call('destroy', instance, 0, {})
  }

  #lost(): Outcome | undefined {
    if (this.#session.generation !== this.#generation || !this.#session.alive)
      return { kind: 'crash', message: 'the client ended earlier in this scenario' }
    if (this.#session.deadlines && performance.now() - this.#started > DEADLINE_MS)
      return { kind: 'timeout', message: `the scenario took longer than ${DEADLINE_MS} ms` }
    return undefined
  }
}
