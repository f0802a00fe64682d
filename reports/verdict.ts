import type { CaseRecord } from './case.ts'

/** What is said of a requirement, and of each of its cases. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not-applicable' | 'not-measured'

export interface Judged {
  readonly verdict: Verdict
  readonly reason: string
  /** The suite itself is at fault; the run exits 5. */
  readonly harness?: true
}

/** How Cucumber says that a scenario ended. */
export type Status =
  | 'PASSED'
  | 'FAILED'
  | 'SKIPPED'
  | 'PENDING'
  | 'UNDEFINED'
  | 'AMBIGUOUS'
  | 'UNKNOWN'

/** One case alone. Passed steps are not enough: something that the client said has to have been compared. */
export function judgeCase(status: Status, record: CaseRecord | undefined): Judged {
  if (!record) return harness(`the scenario ended ${status.toLowerCase()} and told nothing`)
  const { finding } = record
  if (status === 'PASSED' && !finding)
    return record.presences + record.absences > 0
      ? { verdict: 'pass', reason: '' }
      : { verdict: 'inconclusive', reason: 'nothing that the client said was compared' }
  if (!finding)
    return harness(
      `the scenario ended ${status.toLowerCase()}: a step has no definition or was skipped`,
    )
  const reason = `${finding.subject}: wanted ${finding.wanted}, got ${finding.got}`
  switch (finding.kind) {
    case 'deviation':
    case 'error':
    case 'crash':
    case 'timeout':
    case 'false-claim':
      return { verdict: 'fail', reason }
    case 'inconclusive':
      return { verdict: 'inconclusive', reason }
    case 'protocol':
    case 'not-measured':
      return { verdict: 'not-measured', reason }
    case 'harness':
      return harness(reason)
  }
}

/** What the judging of a requirement looks at in each of its cases. */
export interface JudgedCase extends Judged {
  readonly presences: number
  readonly fresh: boolean
  readonly elsewhere?: true
}

/**
 * A requirement by its cases. Fail outranks inconclusive, that not-measured, that pass.
 * Where a case only found that something did not happen, another one of the requirement has to have
 * found that it does happen when it should; and where all inputs are fixed, another one has to have
 * told by its answers that it was asked in this run (trust rule 2: controls).
 */
export function judgeRequirement(cases: readonly JudgedCase[]): Judged {
  const own = cases.filter(({ elsewhere }) => !elsewhere)
  for (const verdict of ['fail', 'inconclusive', 'not-measured'] as const) {
    const worst = own.find((each) => each.verdict === verdict)
    if (worst) return { verdict, reason: worst.reason }
  }
  const passed = own.filter(({ verdict }) => verdict === 'pass')
  const present = passed.filter(({ presences }) => presences > 0)
  if (present.some(({ fresh }) => fresh)) return { verdict: 'pass', reason: '' }
  if (own.length < cases.length) return { verdict: 'not-measured', reason: ELSEWHERE }
  if (present.length > 0)
    return {
      verdict: 'inconclusive',
      reason:
        'no answer shows anything drawn for this run: a record of an earlier run would pass as well',
    }
  if (passed.length > 0)
    return {
      verdict: 'inconclusive',
      reason: 'only absences were observed: no control shows that the client does anything at all',
    }
  const [first] = own
  return first
    ? { verdict: first.verdict, reason: first.reason }
    : { verdict: 'not-measured', reason: 'no scenario ran' }
}

/** Why a shard says nothing of a case that is not its own. */
export const ELSEWHERE = 'it runs in another shard'

function harness(reason: string): Judged {
  return { verdict: 'not-measured', reason: `fault of the suite: ${reason}`, harness: true }
}
