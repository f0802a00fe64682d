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
const COLUMNS = ['n', 'yes', 'no', 'open', 'yes end', 'no end', 'yes filled', 'no filled'] as const
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

function examples(n: number, rows: readonly Row[]): string[] {
  const widths = COLUMNS.map((column) =>
    Math.max(...rows.map((r) => r[column].length), column.length),
  )
  const line = (cells: readonly string[]) =>
    `        | ${cells.map((cell, at) => aligned(cell, widths[at] ?? 0)).join(' | ')} |`
  return [
    '',
    `      Examples: ${n} voter${n === 1 ? '' : 's'}`,
    line(COLUMNS),
    ...rows.map((r) => line(COLUMNS.map((column) => r[column]))),
  ]
}

/** As gherkin-utils formats a table: numbers to the right. */
const aligned = (cell: string, width: number): string =>
  /^\d+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width)

const feature = (): string =>
  `${[
    'Feature: The decision table',
    '  Hashgraph-like consensus, sections 3 and 4: what any number of votes of 1 to 12 voters comes to, before the end',
    '  and after it. Where silence completes a quorum, the last two columns hold instead of the two before them.',
    '  Computed by test/voting/decision-table.test.ts; do not edit.',
    '',
    '  @VOTE-RES-11 @must',
    '  Rule: A result is given when the liveness criteria hold, and only then',
    '',
    '    Scenario Outline: <yes> YES and <no> NO of <n>, voted',
    '      When Bob hears <yes> YES and <no> NO of <n> voters, thrice',
    '      Then the result is <open> before the end',
    '      And it is <yes end> after it where silence means YES, or <yes filled> where it completes a quorum',
    '      And it is <no end> after it where silence means NO, or <no filled> where it completes a quorum',
    ...Array.from({ length: WITH_VOTES }, (_, at) => examples(at + 1, rows(at + 1, 1))).flat(),
    '',
    '    @needs-voting.decide',
    '    Scenario Outline: <yes> YES and <no> NO of <n>',
    '      When Bob decides <yes> YES and <no> NO of <n> voters',
    '      Then the result is <open> before the end',
    '      And it is <yes end> after it where silence means YES, or <yes filled> where it completes a quorum',
    '      And it is <no end> after it where silence means NO, or <no filled> where it completes a quorum',
    ...Array.from({ length: 12 }, (_, at) => examples(at + 1, rows(at + 1, 0))).flat(),
  ].join('\n')}\n`

test('the decision table is the one that counting by the text gives', () => {
  if (process.env.UPDATE) writeFileSync(FEATURE, feature())
  assert.equal(readFileSync(FEATURE, 'utf8'), feature())
})
