import { EXIT } from './exit.ts'
import type { BaselineResult, EntryState, RequirementResult, Results, Summary } from './results.ts'

const VERDICT_KEY = {
  pass: 'pass',
  fail: 'fail',
  inconclusive: 'inconclusive',
  'not-applicable': 'notApplicable',
  'not-measured': 'notMeasured',
} as const

/** Entry states in which the baseline is still true. */
export const TRUE_ENTRY: readonly EntryState[] = ['live', 'out-of-scope', 'unmeasured']

/** How many requirements came out how. */
export function count(requirements: readonly RequirementResult[]): Summary {
  const summary: Summary = {
    pass: 0,
    fail: 0,
    inconclusive: 0,
    notApplicable: 0,
    notMeasured: 0,
    baselined: 0,
    total: requirements.length,
  }
  for (const { verdict, flags } of requirements) {
    summary[VERDICT_KEY[verdict]]++
    if (flags.includes('baselined')) summary.baselined++
  }
  return summary
}

/** The requirements that decide: what the text demands, where it can be tested at all. */
export function deciding(requirements: readonly RequirementResult[]): RequirementResult[] {
  return requirements.filter(({ weight, state }) => weight === 'must' && state !== 'untestable')
}

/**
 * Whether the client ended, hung or talked nonsense where the requirement asked it. Whoever does that is
 * not conformant, also where the text asks for nothing but a SHOULD.
 */
function brokeDown({ cases }: RequirementResult): boolean {
  return cases.some(({ finding }) => finding && BREAKDOWNS.has(finding.kind))
}

const BREAKDOWNS: ReadonlySet<string> = new Set(['crash', 'timeout', 'protocol'])

/** What a run found, before it is summed up. */
export interface Found {
  readonly requirements: RequirementResult[]
  readonly suiteFaults: readonly string[]
  /** Why the client could not be measured at all. */
  readonly fault?: string | undefined
  readonly interrupted: boolean
  readonly baseline: BaselineResult | null
  readonly shard: Results['shard']
}

type Conclusion = Pick<Results, 'exit' | 'verdict' | 'reason'>

/**
 * Counts, exit code, word and the one reason. A fault of the suite outranks a deviation, that what
 * was not measured, that a baseline that is no longer true.
 */
export function conclude(
  found: Found,
): Conclusion & Pick<Results, 'summary' | 'must' | 'interrupted' | 'suiteFaults'> {
  const must = deciding(found.requirements)
  return {
    ...conclusion(must, found),
    interrupted: found.interrupted,
    suiteFaults: found.suiteFaults.slice(0, 100),
    summary: count(found.requirements),
    must: count(must),
  }
}

function conclusion(must: RequirementResult[], found: Found): Conclusion {
  const { requirements, suiteFaults, fault, interrupted, baseline, shard } = found
  const notMeasured = (reason: string, exit: number = EXIT.notMeasured): Conclusion => ({
    exit,
    verdict: 'not measured',
    reason,
  })
  if (interrupted) return notMeasured('interrupted before its end', EXIT.interrupted)
  if (suiteFaults.length > 0)
    return notMeasured(
      `${suiteFaults.length} fault(s) of the suite, the first: ${suiteFaults[0]?.split('\n')[0]}`,
      EXIT.suiteFault,
    )
  if (fault !== undefined) return notMeasured(fault)
  const { pass, fail, baselined, total } = count(must)
  const entries = new Set(baseline?.entries.map(({ id }) => id))
  const unknown = (each: RequirementResult) => each.verdict === 'fail' && !entries.has(each.id)
  const fresh = must.filter(unknown)
  if (fresh.length > 0)
    return {
      exit: EXIT.deviates,
      verdict: 'not conformant',
      reason: `${fresh.length}${fresh.length < fail ? ' new' : ''} of ${total} MUST requirements ${fresh.length === 1 ? 'fails' : 'fail'}, the first: ${fresh[0]?.id}`,
    }
  const broken = requirements.filter(brokeDown)
  const brokenIn = ({ id, reason }: RequirementResult) =>
    `the client broke down in ${id} (${reason})`
  const ended = broken.find(unknown)
  if (ended) return { exit: EXIT.deviates, verdict: 'not conformant', reason: brokenIn(ended) }
  const open = must.filter(
    (each) =>
      each.verdict === 'inconclusive' ||
      (each.verdict === 'not-measured' && !(shard && each.cases.some((one) => one.elsewhere))),
  )
  if (open.length > 0) {
    const one = open.find(({ verdict }) => verdict === 'inconclusive') ?? open[0]
    return notMeasured(
      `${open.length} of ${total} MUST requirements ${open.length === 1 ? 'was' : 'were'} not measured, the first: ${one?.id} (${one?.reason})`,
    )
  }
  const garbled = broken.find(({ verdict }) => verdict === 'not-measured')
  if (garbled) return notMeasured(brokenIn(garbled))
  const untrue = baseline?.entries.filter(({ state }) => !TRUE_ENTRY.includes(state)) ?? []
  if (untrue.length > 0)
    return {
      exit: EXIT.baseline,
      verdict: fail > 0 ? 'not conformant' : 'baseline outdated',
      reason: `${untrue.length} of ${baseline?.entries.length} baseline entries no longer hold, the first: ${untrue[0]?.id} (${untrue[0]?.because})`,
    }
  const passed = ({ verdict }: { verdict: string }) => verdict === 'pass'
  if (!requirements.some((each) => passed(each) || (shard && each.cases.some(passed))))
    return notMeasured('no requirement was passed')
  if (shard)
    return notMeasured(
      `shard ${shard.index} of ${shard.total}: nothing in it deviates; report merge gives the verdict`,
      EXIT.conformant,
    )
  const inapplicable = total - pass - fail
  const rest = inapplicable > 0 ? `, ${inapplicable} do not apply` : ''
  return {
    exit: EXIT.conformant,
    verdict: baselined > 0 ? 'known failures only' : 'conformant',
    reason: `${pass} of ${total} MUST requirements passed${baselined > 0 ? `, ${baselined} fail as the baseline says` : ''}${rest}`,
  }
}
