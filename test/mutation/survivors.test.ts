import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { MutantResult } from '@stryker-mutator/api/core'
import { parse } from 'yaml'
import { inSample, wasInSample } from './scope.ts'
import { blank, compare, kindsOf, known, readSurvivors } from './survivors.ts'
import { interval, table } from './table.ts'

const SOURCE = 'const one = 1\n  return a && b ? c : {\n    d,\n  }\n'

const mutant = (
  start: readonly [number, number],
  end: readonly [number, number],
  more: Partial<MutantResult> = {},
) =>
  ({
    fileName: 'adapters/reference/sds/log.ts',
    location: {
      start: { line: start[0], column: start[1] },
      end: { line: end[0], column: end[1] },
    },
    mutatorName: 'ConditionalExpression',
    replacement: 'true',
    status: 'Survived',
    ...more,
  }) as MutantResult

test('a mutant is known by its text, wherever its line has gone', () => {
  assert.deepEqual(known(mutant([2, 10], [2, 16]), SOURCE), {
    file: 'sds/log.ts',
    line: 'return a && b ? c : {',
    was: 'a && b',
    becomes: 'true',
  })
  const moved = known(mutant([4, 10], [4, 16]), `// one\n// two\n${SOURCE}`)
  assert.deepEqual(moved, known(mutant([2, 10], [2, 16]), SOURCE))
  assert.equal(known(mutant([2, 23], [4, 4]), SOURCE).was, '{ d, }')
})

test('a survivor needs its reason, and a reason its survivor', () => {
  const [one, two] = [
    known(mutant([2, 10], [2, 11]), SOURCE),
    known(mutant([2, 15], [2, 16]), SOURCE),
  ]
  const entries = [{ kind: 'same' as const, reason: 'equal', mutants: [one] }]
  assert.deepEqual(compare([one], [], entries), { unexplained: [], stale: [] })
  assert.deepEqual(compare([one, two], [], entries), { unexplained: [two], stale: [] })
  assert.deepEqual(compare([], [], entries), { unexplained: [], stale: [one] })
  // Of those that were not tried nothing is known.
  assert.deepEqual(compare([], [one], entries), { unexplained: [], stale: [] })
  assert.deepEqual([...kindsOf([one, two], entries)], [['same', 1]])
})

test('what is printed for a survivor is an entry with a blank', () => {
  const one = known(mutant([2, 10], [2, 16]), SOURCE)
  assert.deepEqual(parse(blank([one])), [{ kind: '', reason: '', mutants: [one] }])
  assert.throws(() => readSurvivors(blank([one])), /survivors\.yaml: \/0\/kind/)
})

test('each entry of the list stands in the source still', () => {
  for (const { mutants } of readSurvivors())
    for (const { file, line } of mutants) {
      const path = join('adapters/reference', file)
      assert.ok(existsSync(path), path)
      const lines = readFileSync(path, 'utf8').split('\n')
      assert.ok(
        lines.some((each) => each.trim() === line),
        `adapters/mutants/survivors.yaml: ${file} has no line "${line}" any more`,
      )
    }
})

test('a sample is the same in every run and in every copy, and about as large as asked', () => {
  const all = Array.from({ length: 1000 }, (_, i) => mutant([i, 1], [i, 2]))
  const drawn = all.filter((each) => inSample(each, { oneIn: 5 }))
  assert.ok(drawn.length > 150 && drawn.length < 250, String(drawn.length))
  const copies = all.map(({ fileName, ...rest }) => ({ ...rest, fileName: `/copy/${fileName}` }))
  assert.equal(copies.filter((each) => inSample(each, { oneIn: 5 })).length, drawn.length)
  assert.equal(all.filter((each) => inSample(each, { oneIn: 1 })).length, 1000)
})

test('a mutant is in the sample by its report as it was by its run, which count lines from 0', () => {
  const all = Array.from({ length: 100 }, (_, i) => ({ run: mutant([i, 4], [i, 9]), i }))
  for (const { run, i } of all)
    assert.equal(
      wasInSample(mutant([i + 1, 5], [i + 1, 10]), { oneIn: 5 }),
      inSample(run, { oneIn: 5 }),
    )
})

test('a sample is called one, and its score says how far it may be from that of all', () => {
  const some = [
    ...Array.from({ length: 8 }, () => mutant([1, 1], [1, 2], { status: 'Killed' })),
    ...Array.from({ length: 2 }, () => mutant([1, 1], [1, 2])),
  ]
  const whole = table('sds', some, 10, new Map([['free' as const, 2]]))
  assert.match(whole, /sds: all 10 mutants/)
  assert.match(whole, /raw score +80\.0 % {2}8 of 10\n/)
  assert.match(whole, /noticeable score +100\.0 % {2}8 of 8;/)
  const sample = table('sds', some, 100, new Map([['elsewhere' as const, 1]]))
  assert.match(sample, /sds: a sample, 10 of 100 mutants/)
  assert.match(sample, /raw score +80\.0 % {2}8 of 10, a sample: 49\.0 % to 94\.3 % of all/)
  assert.match(sample, /noticeable score +not known: 1 survived without a reason/)
})

test('a mutant that only the clock ended is neither killed nor alive', () => {
  const killed = mutant([1, 1], [1, 2], { status: 'Killed' })
  const endless = mutant([1, 1], [1, 2], { status: 'Timeout', statusReason: 'Hit limit reached' })
  const slow = mutant([1, 1], [1, 2], { status: 'Timeout' })
  assert.match(table('sds', [killed, endless, slow], 3, new Map()), /100\.0 % {2}2 of 2\n/)
})

test('the interval is that of Wilson', () => {
  // Wilson 1927 as in Newcombe 1998, table I: 81 of 263, and 0 of 20.
  const rounded = (part: number, whole: number) =>
    interval(part, whole).map((share) => Number(share.toFixed(4)))
  assert.deepEqual(rounded(81, 263), [0.2553, 0.3662])
  assert.deepEqual(rounded(0, 20), [0, 0.1611])
})
