import { capabilities } from '../adapters/contract/capabilities.ts'
import type { Hello } from '../adapters/contract/hello.ts'
import type { Case } from '../spec/catalogue.ts'
import type { Requirement } from '../spec/requirements.ts'
import type { Ran } from './collector.ts'
import { EXIT } from './exit.ts'
import type { CaseResult, RequirementResult, Results, Summary } from './results.ts'
import { type Judged, judgeCase, judgeRequirement } from './verdict.ts'

const VERDICT_KEY = {
  pass: 'pass',
  fail: 'fail',
  inconclusive: 'inconclusive',
  'not-applicable': 'notApplicable',
  'not-measured': 'notMeasured',
} as const

/** One requirement in scope, with what of it runs. */
export interface Planned {
  readonly requirement: Requirement
  readonly cases: readonly Case[]
  /** Cases that this client cannot take part in, with the capability that is missing. */
  readonly left: readonly { readonly case: Case; readonly lacks: string }[]
}

/** The verdict of every requirement in scope, from what ran. */
export function assess(
  plan: readonly Planned[],
  ran: readonly Ran[],
  hello: Hello | null,
): { requirements: RequirementResult[]; suiteFaults: string[] } {
  const byPlace = new Map(ran.map((each) => [`${each.uri}:${each.line}`, each]))
  const suiteFaults: string[] = []
  const requirements = plan.map(({ requirement, cases, left }) => {
    const judgedCases = [
      ...cases.map((each) => judgedOf(each, byPlace.get(`${each.uri}:${each.line}`))),
      ...left.map(({ case: each, lacks }) => ({
        each,
        judged: lacking(lacks, hello),
        ran: undefined,
      })),
    ]
    for (const { each, judged } of judgedCases)
      if (judged.harness) suiteFaults.push(`${each.uri}:${each.line}: ${judged.reason}`)
    const { status, id, area, document, section, level, weight, statement, readings } = requirement
    const { verdict, reason } =
      judgedCases.length > 0
        ? judgeRequirement(judgedCases.map(({ judged, ran }) => ({ judged, record: ran?.record })))
        : withoutCases(status)
    return {
      id,
      area,
      document,
      section,
      level,
      weight,
      statement,
      readings: [...readings],
      verdict,
      reason,
      cases: judgedCases.map(({ each, judged, ran }) => caseResult(each, judged, ran)),
    }
  })
  return { requirements, suiteFaults }
}

/** How many requirements came out how. */
export function count(requirements: readonly RequirementResult[]): Summary {
  const summary: Summary = {
    pass: 0,
    fail: 0,
    inconclusive: 0,
    notApplicable: 0,
    notMeasured: 0,
    total: requirements.length,
  }
  for (const { verdict } of requirements) summary[VERDICT_KEY[verdict]]++
  return summary
}

/** The requirements that decide: what the text demands, where it can be tested at all. */
export function deciding(
  plan: readonly Planned[],
  requirements: readonly RequirementResult[],
): RequirementResult[] {
  return requirements.filter(
    ({ weight }, i) => weight === 'must' && plan[i]?.requirement.status === 'testable',
  )
}

/** Exit code, word and the one reason; a fault of the suite outranks a deviation, that what was not measured. */
export function conclude(
  must: readonly RequirementResult[],
  all: readonly RequirementResult[],
  suiteFaults: readonly string[],
): Pick<Results, 'exit' | 'verdict' | 'reason'> {
  const { pass, fail, inconclusive, notMeasured, total } = count(must)
  const first = (verdict: string) => must.find((each) => each.verdict === verdict)
  if (suiteFaults.length > 0)
    return {
      exit: EXIT.suiteFault,
      verdict: 'not measured',
      reason: `${suiteFaults.length} fault(s) of the suite, the first: ${suiteFaults[0]}`,
    }
  if (fail > 0)
    return {
      exit: EXIT.deviates,
      verdict: 'not conformant',
      reason: `${fail} of ${total} MUST requirements fail, the first: ${first('fail')?.id}`,
    }
  if (inconclusive + notMeasured > 0) {
    const one = first('inconclusive') ?? first('not-measured')
    return {
      exit: EXIT.notMeasured,
      verdict: 'not measured',
      reason: `${inconclusive + notMeasured} of ${total} MUST requirements were not measured, the first: ${one?.id} (${one?.reason})`,
    }
  }
  if (!all.some(({ verdict }) => verdict === 'pass'))
    return { exit: EXIT.notMeasured, verdict: 'not measured', reason: 'no requirement was passed' }
  return {
    exit: EXIT.conformant,
    verdict: 'conformant',
    reason: `${pass} of ${total} MUST requirements passed${pass < total ? `, ${total - pass} do not apply` : ''}`,
  }
}

function judgedOf(each: Case, ran: Ran | undefined) {
  const judged: Judged = ran
    ? judgeCase(ran.status, ran.record)
    : { verdict: 'not-measured', reason: 'it did not run' }
  return { each, judged, ran }
}

function lacking(capability: string, hello: Hello | null): Judged {
  const means = capabilities[capability]
  if (hello?.emulated?.includes(capability))
    return {
      verdict: 'not-measured',
      reason: `${capability} is emulated by the adapter: what it does is not the client's`,
    }
  return means?.kind === 'choice'
    ? {
        verdict: 'not-applicable',
        reason: `the client does not claim ${capability}: ${means.means}`,
      }
    : {
        verdict: 'not-measured',
        reason: `the client does not claim ${capability}: ${means?.means ?? ''}`,
      }
}

function withoutCases(status: Planned['requirement']['status']): Judged {
  return status === 'testable'
    ? { verdict: 'not-measured', reason: 'untested: no scenario yet' }
    : { verdict: 'not-measured', reason: `untestable: ${status.untestable}` }
}

function caseResult(each: Case, judged: Judged, ran: Ran | undefined): CaseResult {
  const { record } = ran ?? {}
  const passed = judged.verdict === 'pass'
  return {
    name: each.name,
    uri: each.uri,
    line: each.line,
    verdict: judged.verdict,
    reason: judged.reason,
    presences: record?.presences ?? 0,
    absences: record?.absences ?? 0,
    wallMs: ran?.wallMs ?? 0,
    notes: [...(record?.notes ?? [])],
    ...(record?.finding && { finding: record.finding }),
    ...(record?.counterexample && { counterexample: record.counterexample }),
    calls: passed ? [] : [...(record?.calls ?? [])],
    callsDropped: record?.callsDropped ?? 0,
  }
}
