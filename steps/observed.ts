/**
 * Something the client said. Only the world makes one, of a client's answer, and only an Observed
 * can be compared: so every comparison is an observation, and is counted (trust rule 3).
 */
export class Observed<T> {
  readonly value: T
  /** Position of the answer among the calls of the scenario. */
  readonly call: number

  constructor(value: T, call: number) {
    this.value = value
    this.call = call
  }

  /** A part of what was said, or another view of it. */
  map<U>(view: (value: T) => U): Observed<U> {
    return new Observed(view(this.value), this.call)
  }
}
