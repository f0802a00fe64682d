import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { MutantResult } from '@stryker-mutator/api/core'
import { parse } from 'yaml'
import { inSample } from './scope.ts'
import { blank, compare, kindsOf, known, readSurvivors } from './survivors.ts'

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
