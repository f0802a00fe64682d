import { isDeepStrictEqual } from 'node:util'
import type { Compared, Finding } from '../reports/case.ts'
import type { Ledger } from './ledger.ts'
import type { Observed } from './observed.ts'

/** How values are shown in a failure: labels of the scenario instead of raw ids. */
export type Show = (value: unknown) => string

/** Compares what a client said. Each method counts once, as a presence or as an absence. */
export class Comparison<T> {
  readonly #subject: string
  readonly #got: Observed<T>
  readonly #show: Show
  readonly #ledger: Ledger
  readonly #fail: (finding: Finding) => never

  constructor(
    subject: string,
    got: Observed<T>,
    show: Show,
    ledger: Ledger,
    fail: (finding: Finding) => never,
  ) {
    this.#subject = subject
    this.#got = got
    this.#show = show
    this.#ledger = ledger
    this.#fail = fail
  }

  /** The client had to say exactly this. Empty values (`[]`, undefined) count as absences. */
  equals(wanted: T): void {
    const absence = wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)
    const held = isDeepStrictEqual(this.#got.value, wanted)
    this.#taken('equals', absence, wanted, held)
    if (!held) this.#differs(this.#show(wanted), wanted)
  }

  /** The client had to say something that holds; `wanted` says what, as a phrase. */
  meets(wanted: string, holds: (value: T) => boolean): void {
    this.#holds('meets', wanted, holds)
  }

  /** Nothing of the kind had to be there: a client that does nothing meets it too. */
  avoids(wanted: string, holds: (value: T) => boolean): void {
    this.#holds('avoids', wanted, holds)
  }

  /** The client had to say the same as before. */
  isStill(before: Observed<T>): void {
    const held = isDeepStrictEqual(this.#got.value, before.value)
    this.#taken('is still', true, before.value, held)
    if (!held) this.#differs(`unchanged: ${this.#show(before.value)}`)
  }

  #holds(how: 'meets' | 'avoids', wanted: string, holds: (value: T) => boolean): void {
    const held = holds(this.#got.value)
    this.#taken(how, how === 'avoids', wanted, held)
    if (!held) this.#differs(wanted)
  }

  #taken(how: Compared['how'], absence: boolean, wanted: unknown, held: boolean): void {
    const { value: got, call } = this.#got
    this.#ledger.compared({ how, subject: this.#subject, call, got, wanted, absence, held })
  }

  #differs(wanted: string, exactly?: T): never {
    const { value, call } = this.#got
    return this.#fail({
      kind: 'deviation',
      subject: this.#subject,
      wanted,
      got: this.#show(value),
      call,
      ...(isHex(value) && isHex(exactly) && { bytes: { wanted: exactly, got: value } }),
    })
  }
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value)
}
