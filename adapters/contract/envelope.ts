import Type, { type Static } from 'typebox'
import { closed, Millis } from './scalars.ts'

/** What the suite sends: one JSON object, a line on stdio or the body of `POST /v1/call`. */
export const Request = closed({
  /** Counts up from 1 on a connection; never reused. */
  id: Type.Integer({ minimum: 1 }),
  /** `hello`, `destroy` or `<area>.<verb>`; of de-MLS `demls.<verb>`. */
  op: Type.String(),
  /** The participant addressed; the suite chooses the name. Absent where an operation has no participant. */
  instance: Type.Optional(Type.String()),
  /** Virtual time of the call. */
  now: Millis,
  params: Type.Object({}),
})
export type Request = Static<typeof Request>

/** A refusal that the specification lets a client make; a catch-all must answer `error` instead. */
export const Rejection = closed({
  /** Canonical reason, in the words of the operation's description. */
  code: Type.String({ minLength: 1, maxLength: 100 }),
  /** What the implementation itself said. */
  native: Type.Optional(Type.String()),
})
export type Rejection = Static<typeof Rejection>

export const Unsupported = closed({ capability: Type.String() })
export const Failure = closed({ message: Type.String(), stack: Type.Optional(Type.String()) })

const id = Type.Integer({ minimum: 0 })

/** What the client answers: the id of the request and exactly one of four members. */
export const Reply = Type.Union([
  closed({ id, ok: Type.Object({}) }),
  closed({ id, rejected: Rejection }),
  closed({ id, unsupported: Unsupported }),
  closed({ id, error: Failure }),
])
export type Reply = Static<typeof Reply>

/**
 * How a call ended. The client gives the first four; the suite assigns the others:
 * `crash` (it ended with a call in flight), `timeout` (no reply in time), `protocol`
 * (a reply that is not one), `not-measured` (it could not be asked: no restart is left, or something
 * is missing that is not its own), `harness` (the suite's own fault). `stderr`: its last words.
 */
export type Outcome<Ok = object> =
  | { readonly kind: 'ok'; readonly ok: Ok }
  | { readonly kind: 'rejected'; readonly rejected: Rejection }
  | { readonly kind: 'unsupported'; readonly capability: string }
  | { readonly kind: 'error'; readonly message: string }
  | {
      readonly kind: 'crash' | 'timeout' | 'protocol' | 'not-measured' | 'harness'
      readonly message: string
      readonly stderr?: string
    }
