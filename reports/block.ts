import { blameText, judgedText, triedText } from './blame.ts'
import type { CaseResult } from './case-result.ts'
import { dump, rowText } from './hex.ts'
import { line } from './plain.ts'
import { reproduce } from './reproduce.ts'
import type { RequirementResult, Results } from './results.ts'
import { againText, lastWords, moment, participants, type Step, trace } from './trace.ts'

/** Lines of calls in a block; the whole block stays within 25. */
const CALLS = 7

/** The case that speaks for a requirement that did not pass. */
export function speaking({ cases, verdict }: RequirementResult): CaseResult | undefined {
  return cases.find((each) => each.verdict === verdict)
}

/** A passed case of the same requirement: it shows that the client can be measured at all. */
export function control({ cases }: RequirementResult): CaseResult | undefined {
  const passed = cases.filter(({ verdict }) => verdict === 'pass')
  return passed.find(({ presences }) => presences > 0) ?? passed[0]
}

/** A failure in at most 25 lines: wanted, got, the control, the calls in virtual time, how to see it again. */
export function block(requirement: RequirementResult, results: Results): string {
  const { id, level, statement, cases, flags } = requirement
  const failed = speaking(requirement)
  if (!failed) return `${id}  ${level}  ${line(statement, 300)}`
  const { finding, name, uri, line: at } = failed
  const others = cases.filter(({ verdict }) => verdict === 'fail').length - 1
  return [
    `✗ ${id}  ${level}  ${flags.includes('disputed') ? 'disputed  ' : ''}${line(statement, 300)}`,
    field('wanted', line(finding?.wanted ?? '', 300)),
    field('got', `${line(finding?.got ?? failed.reason, 300)}`),
    field('about', line(finding?.subject ?? '')),
    field(
      'scenario',
      `${line(name, 120)}  ${uri}:${at}${others > 0 ? `  and ${others} more` : ''}`,
    ),
    field('control', controlText(requirement)),
    ...judged(failed),
    ...calls(failed),
    ...bytes(failed),
    ...lastWords(failed, 3).map((each, i) => field(i === 0 ? 'stderr' : '', each)),
    ...schedule(failed),
    field('again', reproduce(results, id)),
  ].join('\n')
}

/** A deviation from what is not demanded, in three lines. */
export function shortBlock(requirement: RequirementResult, results: Results): string {
  const finding = speaking(requirement)?.finding
  return [
    `≠ ${requirement.id}  ${requirement.level}  ${line(requirement.statement, 200)}`,
    field('wanted', `${line(finding?.wanted ?? '')}; got ${line(finding?.got ?? '')}`),
    field('again', reproduce(results, requirement.id)),
  ].join('\n')
}

function controlText(requirement: RequirementResult): string {
  const passed = control(requirement)
  return passed
    ? `✓ ${line(passed.name, 120)}  ${passed.uri}:${passed.line}`
    : 'none: no other scenario of this requirement passed'
}

/** Who answered what was compared, where several clients took part, and whose fault it is. */
function judged(failed: CaseResult): string[] {
  const { blame } = failed
  return [
    ...judgedText(failed).map((each) => field('judged', each)),
    ...(blame
      ? [field('blame', line(blameText(blame), 300)), field('tried', line(triedText(blame), 300))]
      : []),
  ]
}

function calls(failed: CaseResult): string[] {
  const steps = trace(failed)
  if (steps.length === 0) return []
  const blamed = steps.findIndex(({ deviates }) => deviates)
  const end = blamed < 0 ? steps.length : Math.min(steps.length, blamed + 2)
  const start = Math.max(0, end - CALLS)
  const shown = steps.slice(start, end)
  const columns = {
    at: Math.max(...shown.map(({ at }) => moment(at).length)),
    who: Math.max(...shown.map(({ participant }) => participant.length)),
  }
  const earlier = start + failed.callsDropped
  const left = [
    ...(earlier > 0 ? [`${earlier} earlier`] : []),
    ...(end < steps.length ? [`${steps.length - end} later`] : []),
  ]
  const who = participants(steps).slice(0, 6).join(', ')
  return [
    field(
      'calls',
      `of ${who}, in virtual ms${left.length > 0 ? ` (${left.join(', ')} not shown)` : ''}`,
    ),
    ...shown.map((step) => callText(step, columns)),
  ]
}

function callText(step: Step, columns: { at: number; who: number }): string {
  const { at, participant, op, said, answered, deviates, again } = step
  const text = `${moment(at).padStart(columns.at)}  ${participant.padEnd(columns.who)}  ${op} ${said} → ${answered}`
  return `  ${deviates ? '▶' : ' '}         ${text}${deviates ? '  ◀ first deviation' : again ? `  ↻ ${againText(step)}` : ''}`
}

function bytes({ finding }: CaseResult): string[] {
  if (!finding?.bytes) return []
  const { differs, wanted, got } = dump(finding.bytes, 0)
  const { field: where } = finding.bytes
  if (!wanted) return [field('bytes', `got ${got[0] ? rowText(got[0]) : 'none'}`)]
  return [
    field('bytes', `first difference at byte ${differs}${where ? `, in ${line(where, 200)}` : ''}`),
    `    wanted  ${wanted[0] ? rowText(wanted[0]) : 'no byte here'}`,
    `    got     ${got[0] ? rowText(got[0]) : 'no byte here'}`,
  ]
}

function schedule({ counterexample }: CaseResult): string[] {
  if (!counterexample) return []
  const { runs, shrinks, schedule } = counterexample
  return [field('shrunk', `in ${shrinks} steps from run ${runs}: ${line(schedule, 400)}`)]
}

function field(name: string, text: string): string {
  return `  ${name.padEnd(9)} ${text}`
}
