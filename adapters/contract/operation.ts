import type { Static, TSchema } from 'typebox'

/** One operation: what it takes, what it answers, and what a client must claim to be asked for it. */
export interface Operation<Params extends TSchema = TSchema, Ok extends TSchema = TSchema> {
  readonly does: string
  readonly params: Params
  readonly ok: Ok
  /** Capability without which the suite never calls it. Absent: every client of the area has it. */
  readonly needs?: string
  /** Codes with which a client may refuse. Absent: nothing here may be refused. */
  readonly refuses?: readonly string[]
}

/** Gives an operation its types; nothing else. */
export function operation<Params extends TSchema, Ok extends TSchema>(
  o: Operation<Params, Ok>,
): Operation<Params, Ok> {
  return o
}

export type ParamsOf<O> = O extends Operation<infer P, TSchema> ? Static<P> : never
export type OkOf<O> = O extends Operation<TSchema, infer R> ? Static<R> : never
