/*
What one scenario tells about a client. A step writes it, as an attachment of the Cucumber message
stream; the reports judge by it. Nothing else passes between the two.
*/

export const CASE_MEDIA_TYPE = 'application/vnd.vac-conformance.case+json'

/** Virtual time at which every scenario begins, in milliseconds; inside int32, so that all integer encoders agree (SDS AMB-01). */
export const EPOCH = 1_000_000

/** One call to the client, in order. */
export interface Call {
  readonly participant: string
  readonly op: string
  /** Virtual time, Unix epoch milliseconds. */
  readonly now: number
  readonly params: object
  readonly outcome: { readonly kind: string }
}

/**
 * Why a scenario did not pass. The first five blame the client, the others never do:
 * `deviation` a comparison came out otherwise; `error`, `crash`, `timeout` how a call ended;
 * `false-claim` a claimed capability answered unsupported; `protocol` the adapter broke the
 * protocol; `not-measured` the client cannot show what is needed; `inconclusive` it may not be the
 * client; `harness` the suite is at fault.
 */
export type FindingKind =
  | 'deviation'
  | 'error'
  | 'crash'
  | 'timeout'
  | 'false-claim'
  | 'protocol'
  | 'not-measured'
  | 'inconclusive'
  | 'harness'

export interface Finding {
  readonly kind: FindingKind
  /** What was looked at, in the words of the scenario. */
  readonly subject: string
  readonly wanted: string
  readonly got: string
  /** Position in `calls` of the call whose answer was compared. */
  readonly call?: number
  /** Bytes compared, as hex, where the comparison was about bytes. */
  readonly bytes?: { readonly wanted?: string; readonly got: string }
}

/** Somebody who took part in a scenario, and the client that played them. */
export interface Seat {
  readonly participant: string
  readonly role: string
  /** Address. */
  readonly client: string
  /** Whether something that they answered was compared. */
  readonly judged: boolean
}

/** A shrunk counter-example of a property. */
export interface Counterexample {
  readonly runs: number
  readonly shrinks: number
  readonly schedule: string
  readonly path: string
}

export interface CaseRecord {
  /** Seed of the run, from which the case's own randomness is derived. */
  readonly seed: string
  /** Comparisons of something the client said with something it had to say. */
  readonly presences: number
  /** Comparisons that a client which does nothing would also meet: each needs a passed presence beside it. */
  readonly absences: number
  /** Whether an answer showed something drawn for this run: without that it could be the record of an earlier one. */
  readonly fresh: boolean
  readonly calls: readonly Call[]
  /** Calls left out of `calls`, oldest first, to bound its size. */
  readonly callsDropped: number
  /** Who took part, where it was more than one or could have been another client. */
  readonly seats?: readonly Seat[]
  readonly finding?: Finding
  readonly counterexample?: Counterexample
  /** Facts noticed that never decide a verdict, such as which of two allowed ways was taken. */
  readonly notes?: readonly string[]
}
