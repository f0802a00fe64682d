import type { CaseRecord, Compared, Finding, Said } from '../reports/case.ts'
import { Tape } from './tape.ts'

/** What a scenario has seen so far: counted always, and kept word for word where the run asks for it. */
export class Ledger {
  readonly #tally = { presences: 0, absences: 0 }
  readonly #tape: Tape | undefined
  #fresh = false

  constructor(taped: boolean) {
    this.#tape = taped ? new Tape() : undefined
  }

  get counts(): Pick<CaseRecord, 'presences' | 'absences' | 'fresh'> {
    return { ...this.#tally, fresh: this.#fresh }
  }

  /** All that happened, compressed, where the run keeps it. */
  get tape(): Buffer | undefined {
    return this.#tape?.bytes
  }

  said(said: Said): void {
    this.#tape?.record({ type: 'call', ...said })
  }

  /** `mark` finds in the last answer what was drawn for this run. */
  answered(mark: () => string | undefined): void {
    const text = this.#fresh ? undefined : mark()
    if (text === undefined) return
    this.#fresh = true
    this.#tape?.record({ type: 'mark', text })
  }

  compared(compared: Compared): void {
    this.#tally[compared.absence ? 'absences' : 'presences']++
    this.#tape?.record({ type: 'comparison', ...compared })
  }

  found(finding: Finding): void {
    this.#tape?.record({ type: 'finding', ...finding })
  }

  /** The next run of a property begins, or the client gets an address of the suite's. */
  noted(type: 'again' | 'servers'): void {
    this.#tape?.record({ type })
  }
}
