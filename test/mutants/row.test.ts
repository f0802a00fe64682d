import assert from 'node:assert/strict'
import { test } from 'node:test'
import { row } from '../../cli/mutant-pool.ts'
import type { Job } from '../../cli/mutant-run.ts'
import { killTable } from '../../reports/kill-matrix.ts'

const mutant: Job = {
  kind: 'mutant',
  name: 'deaf',
  area: 'sds',
  what: 'hears nothing',
  breaks: 'X-1',
  revision: '2025-09-16',
  ids: [],
}
const variant: Job = {
  kind: 'variant',
  name: 'slow',
  area: 'sds',
  what: 'takes its time',
  revision: '2025-09-16',
  ids: [],
}
const failure = (id: string, ...by: string[]) => ({ id, reason: 'wanted 1, got 2', by })

test('a mutant is right when the requirement that it breaks fails by a comparison', () => {
  const found = row(mutant, {
    failures: [failure('X-2', 'deviation'), failure('X-1', 'deviation')],
  })
  assert.deepEqual([found.killed, found.right], [true, true])
  assert.deepEqual(found.failed, ['X-2', 'X-1'])
  assert.equal(found.reason, 'wanted 1, got 2')
})

test('a mutant that only fails other requirements is missed', () => {
  const found = row(mutant, { failures: [failure('X-2', 'deviation')] })
  assert.deepEqual([found.killed, found.right], [false, false])
})

test('a mutant that only ends its calls badly breaks more than a rule', () => {
  for (const way of ['error', 'crash', 'timeout']) {
    const found = row(mutant, { failures: [failure('X-1', way)] })
    assert.deepEqual([found.killed, found.right], [true, false])
    assert.match(found.trouble ?? '', new RegExp(way))
  }
  assert.equal(
    row({ ...mutant, shownBy: 'error' }, { failures: [failure('X-1', 'error')] }).right,
    true,
  )
  assert.equal(row(mutant, 'hung').right, false)
})

test('a variant is right when nothing fails', () => {
  assert.equal(row(variant, { failures: [] }).right, true)
  assert.equal(row(variant, { failures: [failure('X-2', 'deviation')] }).right, false)
  assert.equal(row(variant, { failures: [], fault: 'no steps' }).right, false)
})

test('the table counts what was found and names what is missing', () => {
  const rows = [
    row(mutant, { failures: [failure('X-1', 'deviation'), failure('X-2', 'deviation')] }),
    row({ ...mutant, name: 'mute' }, { failures: [] }),
    row(variant, { failures: [] }),
  ]
  const table = killTable({ schema: 1, rows, unkilled: ['X-3'] })
  assert.match(table, /✓ deaf +X-1 wanted 1, got 2 \(and 1 others\)/)
  assert.match(table, /✗ mute +X-1 not noticed/)
  assert.match(table, /1 mutants killed, 1 missed; 1 variants passed, 0 failed/)
  assert.match(table, /1 MUST requirements have no killed mutant: X-3/)
})
