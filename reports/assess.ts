import { capabilities } from '../adapters/contract/capabilities.ts'
import type { Hello } from '../adapters/contract/hello.ts'
import type { Case } from '../spec/catalogue.ts'
import type { Requirement } from '../spec/requirements.ts'
import { bound, boundBytes, boundText, firstDifference } from './bound.ts'
import type { CaseRecord, Finding } from './case.ts'
import type { CaseResult } from './case-result.ts'
import { place, type Ran } from './collector.ts'
import { fieldPath } from './field-path.ts'
import type { RequirementResult } from './results.ts'
import { caseSignature, requirementSignature } from './signature.ts'
import { ELSEWHERE, type Judged, judgeCase, judgeRequirement } from './verdict.ts'

/** One requirement in scope, with what of it runs. */
export interface Planned {
  readonly requirement: Requirement
  readonly cases: readonly Case[]
  /** Cases that this client cannot take part in, with the capability that is missing. */
  readonly left: readonly { readonly case: Case; readonly lacks: string }[]
}

/**
 * The verdict of every requirement in scope, from what ran.
 * `elsewhere` tells the cases that another shard runs.
 */
export function assess(
  plan: readonly Planned[],
  ran: readonly Ran[],
  hello: Hello | null,
  elsewhere: (place: string) => boolean = () => false,
): { requirements: RequirementResult[]; suiteFaults: string[] } {
  const byPlace = new Map(ran.map((each) => [place(each), each]))
  const suiteFaults: string[] = []
  const requirements = plan.map(({ requirement, cases, left }) => {
    const results = [
      ...cases.map((each) => {
        if (elsewhere(place(each)))
          return { ...caseResult(each, NOT_HERE, undefined), elsewhere: true as const }
        const found = byPlace.get(place(each))
        const judged: Judged = found ? judgeCase(found.status, found.record) : DID_NOT_RUN
        if (judged.harness) suiteFaults.push(`${place(each)}: ${boundText(judged.reason, 2_000)}`)
        return caseResult(each, judged, found)
      }),
      ...left.map(({ case: each, lacks }) => caseResult(each, lacking(lacks, hello), undefined)),
    ]
    const { status, id, area, document, section, level, weight, statement, locator, readings } =
      requirement
    const { verdict, reason } =
      results.length > 0 ? judgeRequirement(results) : withoutCases(status)
    const signature = requirementSignature(results.flatMap((each) => each.signature ?? []))
    return {
      id,
      area,
      document,
      section,
      level,
      weight,
      statement,
      locator,
      readings: [...readings],
      state: results.length > 0 ? 'tested' : status === 'testable' ? 'untested' : 'untestable',
      verdict,
      reason,
      flags: [],
      ...(verdict === 'fail' && signature !== undefined && { signature }),
      cases: results,
    } satisfies RequirementResult
  })
  return { requirements, suiteFaults }
}

const DID_NOT_RUN: Judged = { verdict: 'not-measured', reason: 'it did not run' }
const NOT_HERE: Judged = { verdict: 'not-measured', reason: ELSEWHERE }

function lacking(capability: string, hello: Hello | null): Judged {
  const means = capabilities[capability]
  if (hello?.emulated?.includes(capability))
    return {
      verdict: 'not-measured',
      reason: `${capability} is emulated by the adapter: what it does is not the client's`,
    }
  return {
    verdict: means?.kind === 'choice' ? 'not-applicable' : 'not-measured',
    reason: `the client does not claim ${capability}: ${means?.means ?? ''}`,
  }
}

function withoutCases(status: Planned['requirement']['status']): Judged {
  return status === 'testable'
    ? { verdict: 'not-measured', reason: 'untested: no scenario yet' }
    : { verdict: 'not-measured', reason: `untestable: ${status.untestable}` }
}

function caseResult({ name, uri, line }: Case, judged: Judged, ran: Ran | undefined): CaseResult {
  const { record } = ran ?? {}
  const { verdict, reason } = judged
  const signature =
    verdict === 'fail' && record ? caseSignature(`${uri}: ${name}`, record) : undefined
  return {
    name,
    uri,
    line,
    verdict,
    reason: boundText(reason, 4_000),
    presences: record?.presences ?? 0,
    absences: record?.absences ?? 0,
    fresh: record?.fresh ?? false,
    wallMs: ran?.wallMs ?? 0,
    notes: (record?.notes ?? []).slice(0, 100).map((note) => boundText(note, 1_000)),
    ...(record?.finding && { finding: bounded(record.finding, uri.split('/')[1] ?? '') }),
    ...(signature !== undefined && { signature }),
    ...(record?.counterexample && {
      counterexample: {
        ...record.counterexample,
        schedule: boundText(record.counterexample.schedule),
      },
    }),
    ...(record?.seats && { seats: [...record.seats] }),
    ...(verdict === 'pass' ? { calls: [], callsDropped: 0 } : callsOf(record)),
  }
}

/** Characters kept of the calls of one case, the latest first. */
const CALLS = 100_000

function callsOf(record: CaseRecord | undefined): Pick<CaseResult, 'calls' | 'callsDropped'> {
  const all = record?.calls ?? []
  const kept: CaseResult['calls'] = []
  let left = CALLS
  for (const { participant, op, now, params, outcome } of all.toReversed()) {
    const call = { participant, op, now, params: bound(params), outcome: bound(outcome) }
    left -= JSON.stringify(call).length
    if (left < 0 && kept.length > 0) break
    kept.push(call)
  }
  const callsDropped = (record?.callsDropped ?? 0) + all.length - kept.length
  return { calls: kept.reverse(), callsDropped }
}

function bounded(
  { bytes, wanted, got, ...rest }: Finding,
  area: string,
): NonNullable<CaseResult['finding']> {
  return {
    ...rest,
    wanted: boundText(wanted, 4_000),
    got: boundText(got, 4_000),
    ...(bytes && { bytes: { ...boundBytes(bytes), ...fieldOf(bytes, area) } }),
  }
}

/** The field in which two records first differ; of the longer one where the other is its beginning. */
function fieldOf({ wanted, got }: NonNullable<Finding['bytes']>, area: string) {
  if (wanted === undefined) return {}
  const at = firstDifference(wanted, got)
  const field = fieldPath(area, wanted, at) ?? fieldPath(area, got, at)
  return field === undefined ? {} : { field }
}
