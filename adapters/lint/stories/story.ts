import type { Area } from '../../contract/hello.ts'

/** One call, without the instance and the time, which the check chooses. */
export interface Call {
  readonly op: string
  readonly params: object
}

/** A short life that every client of an area can lead, whatever else it can. */
export interface Story {
  readonly area: Area
  /** Calls of a fresh instance, in order. All have to be `ok`, and what they answer follows from the nonce, 32 hex digits. */
  calls(nonce: string): readonly Call[]
  /** Calls of an instance that has lived the story which are mistakes of the caller: each has to be an `error`. */
  readonly mistakes: readonly Call[]
  /** A moment that the answers tell and that moves with `now`; undefined where they tell none. */
  moment?(answers: readonly object[]): bigint | undefined
}
