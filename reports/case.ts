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

/** One comparison of something that the client said. */
export interface Compared {
  readonly how: 'equals' | 'meets' | 'avoids' | 'is still'
  readonly subject: string
  /** Position in `calls` of the call whose answer was compared; -1: of none. */
  readonly call: number
  readonly got: unknown
  /** The value itself; of `meets` and `avoids` a phrase. */
  readonly wanted: unknown
  /** A client that does nothing meets it too. */
  readonly absence: boolean
  readonly held: boolean
}

/** A call with what those who judge it again have to know beside. */
export interface Said extends Call {
  /** The participant as the client knows it. */
  readonly instance: string
  /** The client ended in it. */
  readonly ended?: true
  /** The client had ended before: the suite asked no more and answered itself. */
  readonly unsent?: true
}

/**
 * Everything that passed between the suite and the clients in one scenario, in order, for those who
 * judge it again: what was said, what was compared, what was found, where the next run of a property begins.
 */
export type Event =
  | ({ readonly type: 'call' } & Said)
  | ({ readonly type: 'comparison' } & Compared)
  | ({ readonly type: 'finding' } & Finding)
  /** Something drawn for this run that the last answer showed. */
  | { readonly type: 'mark'; readonly text: string }
  | { readonly type: 'again' }
  /** A client was told an address of the suite's own: beside the calls it spoke to servers there. */
  | { readonly type: 'servers' }

/** The events of a scenario, one JSON object a line, compressed with gzip. */
export const TAPE_MEDIA_TYPE = 'application/vnd.vac-conformance.tape+ndjson+gzip'

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
