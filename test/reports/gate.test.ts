import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gate } from '../../reports/gate.ts'
import { failing, requirement, results, unmeasured } from './example.ts'

const before = results([requirement('SDS-X-01'), requirement('SDS-X-02'), failing('SDS-X-03')])

test('what failed before and what was gained do not stop a release', () => {
  const now = results([requirement('SDS-X-01'), requirement('SDS-X-02'), requirement('SDS-X-03')])
  assert.deepEqual(gate(before, before), {
    exit: 0,
    text: 'MAY PASS  some-sds 1.2.3: 2/3 MUST passed, 2/3 before',
  })
  assert.equal(gate(before, now).exit, 0)
})

test('a lost pass stops it, with the requirement', () => {
  const now = results([requirement('SDS-X-01'), failing('SDS-X-02'), failing('SDS-X-03')])
  const { exit, text } = gate(before, now)
  assert.equal(exit, 1)
  assert.match(text, /1 pass of 3 lost\n {4}SDS-X-02: pass before, fail now/)
})

for (const [what, last] of [
  ['is out of scope', []],
  ['is not applicable', [requirement('SDS-X-03', { verdict: 'not-applicable' })]],
  ['is not measured', [unmeasured('SDS-X-03', 'no clock')]],
] as const)
  test(`a denominator that shrank stops it, where a failure ${what}`, () => {
    const now = results([requirement('SDS-X-01'), requirement('SDS-X-02'), ...last])
    const { exit, text } = gate(before, now)
    assert.equal(exit, 4)
    assert.match(text, /1 of 3 no longer measured\n {4}SDS-X-03: fail before/)
  })

test('a pass that became inconclusive is a lost one', () => {
  const now = results([
    requirement('SDS-X-01'),
    requirement('SDS-X-02', { verdict: 'inconclusive' }),
    failing('SDS-X-03'),
  ])
  assert.equal(gate(before, now).exit, 4)
})

test('another suite, another client, a shard or an interrupted run are no measure', () => {
  const { requirements } = before
  for (const changes of [
    { suite: { version: '0.2.0', node: 'v24.21.0' } },
    { digests: { ...before.digests, features: 'sha256:cc' } },
    { digests: { ...before.digests, requirements: 'sha256:cc' } },
    { adapter: { ...before.adapter, hello: null } },
    { shard: { index: 1, total: 2 } },
    { interrupted: true },
  ])
    assert.equal(gate(before, results(requirements, changes)).exit, 4, JSON.stringify(changes))
  assert.equal(gate(before, results(requirements, { exit: 5 })).exit, 5)
})
