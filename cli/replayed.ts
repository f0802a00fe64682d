import type { Outcome } from '../adapters/contract/envelope.ts'
import type { Operation } from '../adapters/contract/operation.ts'
import { isOp, operations } from '../adapters/contract/operations.ts'
import type { RecordedCall } from '../adapters/recorded.ts'
import { describe, type Session } from '../adapters/session.ts'

/** A scenario of which the calls are sent again. */
export interface Replayable {
  readonly name: string
  readonly calls: readonly (RecordedCall & {
    /** Where the call stands: the line of a bundle, the step of a vector. */
    readonly at: string
  })[]
}

/** The first reply of a scenario that is another one than was recorded. */
export interface Difference {
  readonly call: Replayable['calls'][number]
  /** JSON pointer into the answer; empty where the two are of different kinds. */
  readonly path: string
  readonly recorded: string
  readonly got: string
}

/** What came of a scenario; `lacks`: a capability that it needs and the client does not claim. */
export type Replayed =
  | { readonly kind: 'equal'; readonly calls: number }
  | { readonly kind: 'differs'; readonly calls: number; readonly difference: Difference }
  | { readonly kind: 'not-asked'; readonly lacks: string }

/** Sends the calls of a scenario to another client, up to the first reply that differs. */
export async function replay(session: Session, { calls }: Replayable): Promise<Replayed> {
  const claimed = new Set(session.hello.capabilities)
  for (const { op } of calls) {
    const { needs } = (isOp(op) ? operations[op] : {}) as Partial<Operation>
    if (needs && !claimed.has(needs)) return { kind: 'not-asked', lacks: needs }
  }
  let sent = 0
  for (const call of calls) {
    const { op, instance, now, params, outcome } = call
    const answer = await session.raw(op, instance, now, params)
    sent++
    const difference = differs(call, outcome, answer)
    if (difference) return { kind: 'differs', calls: sent, difference }
  }
  return { kind: 'equal', calls: sent }
}

/** What an outcome says beyond the words that each implementation has of its own. */
function essence(outcome: Outcome): unknown {
  if (outcome.kind === 'ok') return { ok: outcome.ok }
  return outcome.kind === 'rejected' ? { rejected: outcome.rejected.code } : { [outcome.kind]: {} }
}

function differs(
  call: Replayable['calls'][number],
  recorded: Outcome,
  got: Outcome,
): Difference | undefined {
  const [was, is] = [essence(recorded), essence(got)]
  const found = firstDifference(was, is, [], 60)
  if (!found) return undefined
  const same = recorded.kind === 'ok' && got.kind === 'ok'
  return {
    call,
    path: same ? `/${found.path.slice(1).join('/')}` : '',
    recorded: same ? json(found.a) : describe(recorded),
    got: same ? json(found.b) : describe(got),
  }
}

const json = (value: unknown) => JSON.stringify(value) ?? 'nothing'

/** Where two JSON values first differ; nested deeper than `depth` they count as different. */
function firstDifference(
  a: unknown,
  b: unknown,
  path: readonly string[],
  depth: number,
): { path: readonly string[]; a: unknown; b: unknown } | undefined {
  if (a === b) return undefined
  const both = [a, b].every((each) => typeof each === 'object' && each !== null)
  if (!both || Array.isArray(a) !== Array.isArray(b) || depth === 0) return { path, a, b }
  const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>]
  for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
    const found = firstDifference(x[key], y[key], [...path, key], depth - 1)
    if (found) return found
  }
  return undefined
}
