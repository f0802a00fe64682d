import { isDeepStrictEqual } from 'node:util'
import type { RequirementResult, Results } from './results.ts'

/** One requirement whose verdict is another one now. */
export interface Change {
  readonly id: string
  readonly before: RequirementResult | undefined
  readonly now: RequirementResult | undefined
}

/** What differs between two results. */
export interface Comparison {
  /** Passed before and does not now, for whatever reason. */
  readonly lost: readonly Change[]
  readonly gained: readonly Change[]
  /** Passed or failed before, and is out of scope, not applicable or not measured now: the denominator shrank. */
  readonly shrunk: readonly Change[]
  readonly newlyMeasured: readonly Change[]
  /** Fails as before, but otherwise. */
  readonly otherwise: readonly Change[]
  /** Why the two were not found by the same suite; empty: they were. */
  readonly suite: readonly string[]
}

const MEASURED: readonly string[] = ['pass', 'fail']

/** Compares the results of one client with earlier ones. */
export function compare(before: Results, now: Results): Comparison {
  const [old, fresh] = [before, now].map(
    ({ requirements }) => new Map(requirements.map((each) => [each.id, each])),
  ) as [Map<string, RequirementResult>, Map<string, RequirementResult>]
  const ids = [...new Set([...old.keys(), ...fresh.keys()])]
  const all = ids.map((id): Change => ({ id, before: old.get(id), now: fresh.get(id) }))
  const measured = (each: RequirementResult | undefined) => MEASURED.includes(each?.verdict ?? '')
  return {
    lost: all.filter(({ before, now }) => before?.verdict === 'pass' && now?.verdict !== 'pass'),
    gained: all.filter(({ before, now }) => before?.verdict !== 'pass' && now?.verdict === 'pass'),
    shrunk: all.filter(({ before, now }) => measured(before) && !measured(now)),
    newlyMeasured: all.filter(({ before, now }) => !measured(before) && measured(now)),
    otherwise: all.filter(
      ({ before, now }) =>
        before?.verdict === 'fail' && now?.verdict === 'fail' && before.signature !== now.signature,
    ),
    suite: suiteDiffers(before, now),
  }
}

function suiteDiffers(before: Results, now: Results): string[] {
  const differs = (what: string, a: string, b: string) =>
    a === b ? [] : [`${what} was ${a}, is ${b}`]
  return [
    ...differs('the version of the suite', before.suite.version, now.suite.version),
    ...differs('the digest of the specifications', before.revision.digest, now.revision.digest),
    ...differs('the digest of the features', before.digests.features, now.digests.features),
    // Its digest covers the requirements in scope, so another scope has another one.
    ...(isDeepStrictEqual(before.scope, now.scope) && sameIds(before, now)
      ? differs(
          'the digest of the requirements',
          before.digests.requirements,
          now.digests.requirements,
        )
      : []),
  ]
}

function sameIds(a: Results, b: Results): boolean {
  return isDeepStrictEqual(
    a.requirements.map(({ id }) => id),
    b.requirements.map(({ id }) => id),
  )
}
