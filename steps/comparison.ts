import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '../reports/case.ts'
import type { Observed } from './observed.ts'

/** Where comparisons are counted. */
export interface Tally {
  presences: number
  absences: number
}

/** How values are shown in a failure: labels of the scenario instead of raw ids. */
export type Show = (value: unknown) => string

/** Compares what a client said. Each method counts once, as a presence or as an absence. */
export class Comparison<T> {
  readonly #subject: string
  readonly #got: Observed<T>
  readonly #show: Show
  readonly #tally: Tally
  readonly #fail: (finding: Finding) => never

  constructor(
    subject: string,
    got: Observed<T>,
    show: Show,
    tally: Tally,
    fail: (finding: Finding) => never,
  ) {
    this.#subject = subject
    this.#got = got
    this.#show = show
    this.#tally = tally
    this.#fail = fail
  }

  /** The client had to say exactly this. Empty values (`[]`, undefined) count as absences. */
  equals(wanted: T): void {
    const empty = wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)
    this.#count(empty)
    if (!isDeepStrictEqual(this.#got.value, wanted)) this.#differs(this.#show(wanted), wanted)
  }

  /** The client had to say something that holds; `wanted` says what, as a phrase. */
  meets(wanted: string, holds: (value: T) => boolean): void {
    this.#count(false)
    if (!holds(this.#got.value)) this.#differs(wanted)
  }

  /** Nothing of the kind had to be there: a client that does nothing meets it too. */
  avoids(wanted: string, holds: (value: T) => boolean): void {
    this.#count(true)
    if (!holds(this.#got.value)) this.#differs(wanted)
  }

  /** The client had to say the same as before. */
  isStill(before: Observed<T>): void {
    this.#count(true)
    if (!isDeepStrictEqual(this.#got.value, before.value))
      this.#differs(`unchanged: ${this.#show(before.value)}`)
  }

  #count(absence: boolean): void {
    if (absence) this.#tally.absences++
    else this.#tally.presences++
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
