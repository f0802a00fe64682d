import { speaking } from './block.ts'
import { compare } from './compare.ts'
import { clientName } from './console.ts'
import { changeText } from './gate.ts'
import { line } from './plain.ts'
import { reproduce } from './reproduce.ts'
import type { RequirementResult, Results, Summary } from './results.ts'

/** Rows of one table: the whole stays within 60 lines. */
const ROWS = 15

/** A summary for a CI page or a pull request, at most 60 lines. */
export function markdown(results: Results): string {
  const { verdict, exit, reason, must, summary, seed, revision, suite, requirements } = results
  const failed = requirements.filter(
    (each) => each.verdict === 'fail' && !each.flags.includes('baselined'),
  )
  const violations = failed.filter(({ weight }) => weight === 'must')
  const deviations = failed.filter(({ weight }) => weight !== 'must')
  return `${[
    `## ${verdict.toUpperCase()}: ${text(clientName(results), 120)}`,
    '',
    `Exit ${exit}: ${text(reason, 300)}`,
    '',
    '| | passed | failed | known | inconclusive | not measured | not applicable |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    row('MUST, IMPLIED', must),
    row('all', summary),
    '',
    ...table('Failures', violations),
    ...table('Deviations that do not decide', deviations, 8),
    ...entries(results),
    ...(violations[0]
      ? ['See the first again:', '', '```sh', reproduce(results, violations[0].id), '```', '']
      : []),
    `Seed \`${seed}\`, suite ${text(suite.version, 40)}, specifications ${text(revision.name, 40)} \`${revision.digest.slice(0, 19)}\``,
  ].join('\n')}\n`
}

/** What differs between two results, as a comment for a pull request. */
export function markdownDiff(before: Results, now: Results): string {
  const { lost, gained, shrunk, newlyMeasured, otherwise, suite } = compare(before, now)
  const list = (title: string, changes: typeof lost) =>
    changes.length === 0
      ? []
      : [
          `### ${title} (${changes.length})`,
          '',
          ...changes.slice(0, ROWS).map((each) => `- ${text(changeText(each), 300)}`),
          ...(changes.length > ROWS ? [`- and ${changes.length - ROWS} more`] : []),
          '',
        ]
  return `${[
    `## ${text(clientName(now), 120)} compared with ${text(clientName(before), 120)}`,
    '',
    `MUST ${now.must.pass}/${now.must.total} passed, before ${before.must.pass}/${before.must.total}`,
    '',
    ...suite.map((each) => `Not the same suite: ${text(each, 200)}`),
    ...(suite.length > 0 ? [''] : []),
    ...list('Lost', lost),
    ...list('Gained', gained),
    ...list('No longer measured', shrunk),
    ...list('Newly measured', newlyMeasured),
    ...list('Fail otherwise', otherwise),
    ...([lost, gained, shrunk, newlyMeasured, otherwise].every(({ length }) => length === 0)
      ? ['No verdict changed.']
      : []),
  ].join('\n')}\n`
}

function row(name: string, each: Summary): string {
  const { pass, fail, baselined, inconclusive, notMeasured, notApplicable, total } = each
  return `| ${name} | ${pass} of ${total} | ${fail} | ${baselined} | ${inconclusive} | ${notMeasured} | ${notApplicable} |`
}

function table(title: string, failed: readonly RequirementResult[], most = ROWS): string[] {
  if (failed.length === 0) return []
  return [
    `### ${title} (${failed.length})`,
    '',
    '| requirement | level | wanted | got |',
    '| --- | --- | --- | --- |',
    ...failed.slice(0, most).map((each) => {
      const finding = speaking(each)?.finding
      return `| ${text(each.id, 40)} | ${text(each.level, 20)} | ${text(finding?.wanted ?? '', 100)} | ${text(finding?.got ?? each.reason, 100)} |`
    }),
    ...(failed.length > most ? [`| and ${failed.length - most} more | | | |`] : []),
    '',
  ]
}

function entries({ baseline }: Results): string[] {
  if (!baseline) return []
  const states = [...Map.groupBy(baseline.entries, ({ state }) => state)]
  const counts = states.map(([state, { length }]) => `${length} ${state}`).join(', ')
  return [`Baseline: ${counts || 'no entry'}`, '']
}

/** Text of a client as Markdown that is nothing but text, in one line. */
function text(value: string, most: number): string {
  return line(value, most)
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replace(/\b(https?|www)(?=[:.])/gi, '$1&#8203;')
}
