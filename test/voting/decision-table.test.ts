import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { byCounting } from './by-counting.ts'

/*
The decision table of the features is computed, not typed: by counting as the text says, with none of the
code that is tested. `UPDATE=1 node --test test/voting/decision-table.test.ts` writes it.
*/

const FEATURE = join(import.meta.dirname, '../../features/voting/decision-table.feature')
const OUTCOMES = ['open', 'yes end', 'no end', 'yes filled', 'no filled'] as const
const COLUMNS = ['n', 'yes', 'no', ...OUTCOMES] as const
const TALLIES = ['n', 'YES:NO', ...OUTCOMES] as const
/** Up to here votes are counted. */
const MOST = 12
/** Up to here the rows are tried with real votes. */
const WITH_VOTES = 4

type Row = Record<(typeof COLUMNS)[number], string>

function row(n: number, yes: number, no: number): Row {
  const silent = n - yes - no
  const live = byCounting({ n, yes, no, livenessYes: true, expired: false })
  const end = (livenessYes: boolean, filled: boolean) =>
    tolerant(byCounting({ n, yes, no, livenessYes, expired: true }, { filled }), filled)

  /** What the text leaves open for one or two voters (AMB-27). */
  function tolerant(result: string, filled: boolean): string {
    if (n === 2 && yes === 1 && no === 1) return 'NO or TIE'
    if (n === 2 && no === 1 && silent === 1 && result === 'UNDECIDED') return 'UNDECIDED or NO'
    if (n <= 2 && silent > 0 && filled) return 'UNDECIDED or NO'
    return result
  }
  const early = live === 'NO' && silent > 0 ? 'early NO' : tolerant(live, false)
  return {
    n: String(n),
    yes: String(yes),
    no: String(no),
    open: early,
    'yes end': end(true, false),
    'no end': end(false, false),
    'yes filled': end(true, true),
    'no filled': end(false, true),
  }
}

function rows(n: number, votesAtLeast: number): Row[] {
  const all: Row[] = []
  for (let yes = n; yes >= 0; yes--)
    for (let no = n - yes; no >= 0; no--) if (yes + no >= votesAtLeast) all.push(row(n, yes, no))
  return all
}

/** One row for all tallies of `n` voters that come to the same. */
function grouped(n: number): Record<(typeof TALLIES)[number], string>[] {
  const groups = Map.groupBy(rows(n, 0), (each) => OUTCOMES.map((column) => each[column]).join())
  return [...groups.values()].map((alike) => {
    const byYes = [...Map.groupBy(alike, ({ yes }) => yes)]
    const runs = byYes.flatMap(([yes, some]) =>
      runsOf(
        some.map(({ no }) => Number(no)),
        yes,
      ),
    )
    return { ...(alike[0] as Row), 'YES:NO': runs.join(', ') }
  })
}

/** `7:1–3`: seven YES and one, two or three NO. */
function runsOf(nos: readonly number[], yes: string): string[] {
  const runs: [number, number][] = []
  for (const no of nos.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === no - 1) run[1] = no
    else runs.push([no, no])
  }
  return runs.map(([from, to]) => `${yes}:${from}${to > from ? `–${to}` : ''}`)
}

function examples<C extends string>(
  name: string,
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): string[] {
  const widths = columns.map((column) =>
    Math.max(...rows.map((r) => r[column].length), column.length),
  )
  const line = (cells: readonly string[]) =>
    `        | ${cells.map((cell, at) => aligned(cell, widths[at] ?? 0)).join(' | ')} |`
  return [
    '',
    `      Examples: ${name}`,
    line(columns),
    ...rows.map((r) => line(columns.map((c) => r[c]))),
  ]
}

const voters = (n: number): string => `${n} voter${n === 1 ? '' : 's'}`
const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1)

/** As gherkin-utils formats a table: what begins with a number to the right. */
const aligned = (cell: string, width: number): string =>
  /^\d/.test(cell) ? cell.padStart(width) : cell.padEnd(width)

const THEN = [
  '      Then the results are',
  '        |                               | strictly  | where silence completes a quorum |',
  '        | before the end                | <open>    | <open>                           |',
  '        | after it, silence meaning YES | <yes end> | <yes filled>                     |',
  '        | after it, silence meaning NO  | <no end>  | <no filled>                      |',
]

const feature = (): string =>
  `${[
    'Feature: The decision table',
    '  Hashgraph-like consensus, sections 3 and 4: what any number of votes of 1 to 12 voters comes to, before the end',
    '  and after it. Where silence completes a quorum, the last column of the results holds. 7:1–3 are seven YES and one',
    '  to three NO. Computed by test/voting/decision-table.test.ts; do not edit.',
    '',
    '  @VOTE-RES-11 @must',
    '  Rule: A result is given when the liveness criteria hold, and only then',
    '',
    '    Scenario Outline: <yes> YES and <no> NO of <n>, voted',
    '      When Bob hears <yes> YES and <no> NO of <n> voters, thrice',
    ...THEN,
    ...upTo(WITH_VOTES).flatMap((n) => examples(voters(n), COLUMNS, rows(n, 1))),
    '',
    '    @needs-voting.decide',
    '    Scenario Outline: <YES:NO> of <n>',
    '      When Bob decides each of <YES:NO> of <n> voters',
    ...THEN,
    ...upTo(MOST).flatMap((n) => examples(voters(n), TALLIES, grouped(n))),
  ].join('\n')}\n`

test('the decision table is the one that counting by the text gives', () => {
  if (process.env.UPDATE) writeFileSync(FEATURE, feature())
  assert.equal(readFileSync(FEATURE, 'utf8'), feature())
})

test('every number of votes of 1 to 12 voters is in it, once', () => {
  const tallies = upTo(MOST).flatMap((n) =>
    grouped(n).flatMap((row) =>
      row['YES:NO'].split(', ').flatMap((run) => {
        const [yes, from, to = from] = run.split(/[:–]/)
        return upTo(Number(to) - Number(from) + 1).map(
          (at) => `${n}/${yes}/${Number(from) + at - 1}`,
        )
      }),
    ),
  )
  assert.equal(tallies.length, 454)
  assert.equal(new Set(tallies).size, 454)
})
