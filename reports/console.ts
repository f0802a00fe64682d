import { block, shortBlock } from './block.ts'
import { line } from './plain.ts'
import type { RequirementResult, Results, Summary } from './results.ts'

/** Blocks printed; the reports hold all. */
const BLOCKS = 20
const SHORT_BLOCKS = 10

/** The verdict, its reason and the denominators, in a few lines. */
export function headline(results: Results): string {
  const { must, summary, verdict, exit, reason, seed, wallMs, baseline, revision } = results
  return [
    `${verdict.toUpperCase()}  ${clientName(results)}  (exit ${exit}: ${line(reason, 300)})`,
    `  MUST ${counts(must)}`,
    `  all  ${counts(summary)}`,
    ...(baseline ? [`  baseline: ${entryCounts(results)}`] : []),
    `  specifications ${line(revision.name, 40)}, seed ${seed}, ${(wallMs / 1000).toFixed(1)} s`,
  ].join('\n')
}

/** The client's own name and version, else its address; of several, who plays what. */
export function clientName({ adapter, bindings }: Pick<Results, 'adapter' | 'bindings'>): string {
  return bindings && bindings.length > 0
    ? bindings.map((each) => `${line(each.name, 40)}: ${nameOf(each.adapter)}`).join(', ')
    : nameOf(adapter)
}

function nameOf({ hello, address }: Results['adapter']): string {
  return hello
    ? `${line(hello.implementation.name, 60)} ${line(hello.implementation.version, 40)}`
    : line(address, 100)
}

/** A block for every MUST that failed, a shorter one for what else deviates, and why the rest was not measured. */
export function failures(results: Results): string {
  const failed = results.requirements.filter(({ verdict }) => verdict === 'fail')
  const known = failed.filter(({ flags }) => flags.includes('baselined'))
  const fresh = failed.filter(({ flags }) => !flags.includes('baselined'))
  const must = fresh.filter(({ weight }) => weight === 'must')
  const others = fresh.filter(({ weight }) => weight !== 'must')
  const paragraphs = [
    ...must.slice(0, BLOCKS).map((each) => block(each, results)),
    ...more(must, BLOCKS),
    ...(others.length > 0 ? ['Deviations that do not decide (SHOULD, MAY, report-only)'] : []),
    ...others.slice(0, SHORT_BLOCKS).map((each) => shortBlock(each, results)),
    ...more(others, SHORT_BLOCKS),
    ...(known.length > 0
      ? [`Known failures (baseline): ${known.map(({ id }) => id).join(', ')}`]
      : []),
    ...untrue(results),
    ...unmeasured(results),
  ]
  return paragraphs.map((each) => `${each}\n\n`).join('')
}

function more(all: readonly RequirementResult[], shown: number): string[] {
  const rest = all.slice(shown)
  return rest.length > 0 ? [`and ${rest.length} more: ${rest.map(({ id }) => id).join(', ')}`] : []
}

function untrue({ baseline }: Results): string[] {
  const wrong = baseline?.entries.filter(
    ({ state }) => !['live', 'out-of-scope', 'unmeasured'].includes(state),
  )
  if (!wrong?.length) return []
  const lines = wrong.map(
    ({ id, state, because }) => `  ${state.padEnd(10)} ${id}: ${line(because)}`,
  )
  return [['Baseline entries that no longer hold', ...lines].join('\n')]
}

/** What was not measured, by reason: many requirements share one. */
function unmeasured({ requirements }: Results): string[] {
  const paragraph = (verdict: RequirementResult['verdict'], title: string) => {
    const some = requirements.filter((each) => each.verdict === verdict)
    const reasons = [...Map.groupBy(some, ({ reason }) => line(reason, 120))]
      .map(([reason, { length }]) => ({ reason, length }))
      .sort((a, b) => b.length - a.length)
    const shown = reasons.slice(0, 12)
    const left = reasons.length - shown.length
    return some.length === 0
      ? []
      : [
          [
            `${title} (${some.length})`,
            ...shown.map(({ reason, length }) => `  ${String(length).padStart(5)}  ${reason}`),
            ...(left > 0 ? [`         and ${left} more reasons`] : []),
          ].join('\n'),
        ]
  }
  return [
    ...paragraph('inconclusive', 'Inconclusive'),
    ...paragraph('not-measured', 'Not measured'),
    ...paragraph('not-applicable', 'Not applicable'),
  ]
}

function counts({
  pass,
  fail,
  inconclusive,
  notMeasured,
  notApplicable,
  baselined,
  total,
}: Summary) {
  const known = baselined > 0 ? ` (${baselined} known)` : ''
  return `${pass}/${total} passed, ${fail} failed${known}, ${inconclusive} inconclusive, ${notMeasured} not measured, ${notApplicable} not applicable`
}

function entryCounts({ baseline }: Results): string {
  const states = Map.groupBy(baseline?.entries ?? [], ({ state }) => state)
  return [...states].map(([state, { length }]) => `${length} ${state}`).join(', ') || 'no entry'
}
