import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { judgeBaseline, readBaseline } from '../../reports/baseline.ts'
import { renew } from '../../reports/renew.ts'
import type { RequirementResult } from '../../reports/results.ts'
import { failing, requirement, results, unmeasured } from './example.ts'

const entry = {
  id: 'SDS-X-01',
  signature: 'deviation-0123456789ab',
  reason: 'a fix is on its way',
  owner: '@someone',
  expires: '2026-12-31',
}

function judge(requirements: RequirementResult[], changes: Partial<typeof entry> = {}) {
  const judged = judgeBaseline(
    requirements,
    { entries: [{ ...entry, ...changes }] },
    '2026-11-22',
    (id) => id.startsWith('SDS-X-'),
  )
  return {
    judged,
    state: judged.entries[0]?.state,
    run: results(requirements, { baseline: judged }),
  }
}

test('a failure that a live entry knows is no new one, and never conformant', () => {
  const { state, run } = judge([failing('SDS-X-01'), requirement('SDS-X-02')])
  assert.equal(state, 'live')
  assert.equal(run.exit, 0)
  assert.equal(run.verdict, 'known failures only')
  assert.match(run.reason, /^1 of 2 MUST requirements passed, 1 fail as the baseline says/)
  assert.deepEqual(run.requirements[0]?.flags, ['baselined'])
  assert.equal(run.must.baselined, 1)
})

for (const [state, requirements, changes] of [
  ['stale', [requirement('SDS-X-01')], {}],
  ['stale', [requirement('SDS-X-01', { verdict: 'not-applicable' }), requirement('SDS-X-02')], {}],
  ['changed', [failing('SDS-X-01', { signature: 'crash-000000000000' })], {}],
  ['expired', [failing('SDS-X-01')], { expires: '2026-11-21' }],
  ['unmatched', [requirement('SDS-X-02')], { id: 'SDS-Y-01' }],
  ['blank', [failing('SDS-X-01')], { reason: ' ' }],
] as const)
  test(`a ${state} entry ends with exit 3`, () => {
    const { state: got, run } = judge([...requirements], changes)
    assert.equal(got, state)
    assert.equal(run.exit, 3, run.reason)
    assert.notEqual(run.verdict, 'conformant')
  })

test('an entry holds through its last day', () => {
  assert.equal(judge([failing('SDS-X-01')], { expires: '2026-11-22' }).state, 'live')
})

test('an entry says nothing of what was not in scope or not measured', () => {
  assert.equal(judge([requirement('SDS-X-02')]).state, 'out-of-scope')
  const { state, run } = judge([unmeasured('SDS-X-01', 'no clock'), requirement('SDS-X-02')])
  assert.equal(state, 'unmeasured')
  assert.equal(run.exit, 4)
})

test('a new failure and what was not measured outrank an entry that no longer holds', () => {
  const stale = requirement('SDS-X-01')
  assert.equal(judge([stale, failing('SDS-X-02')]).run.exit, 1)
  assert.equal(judge([stale, unmeasured('SDS-X-02', 'no clock')]).run.exit, 4)
})

const folder = mkdtempSync(join(tmpdir(), 'baseline-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0

function file(text: string): string {
  const path = join(folder, `baseline-${++files}.yaml`)
  writeFileSync(path, text)
  return path
}

test('a baseline that is not one says where', () => {
  const read = (entries: string) => () => readBaseline(file(`schema: 1\nentries:\n${entries}`))
  const one = `  - {id: A, signature: s, reason: r, owner: o, expires: 2026-12-31}\n`
  assert.equal(read(one)().entries[0]?.expires, '2026-12-31')
  assert.throws(read(one + one), /A stands in it twice/)
  assert.throws(read(one.replace('12-31', '02-30')), /2026-02-30, which is no day/)
  assert.throws(read(one.replace('owner', 'onwer')), /\/entries\/0/)
  assert.throws(() => readBaseline('/no/such/file.yaml'), /cannot be read/)
  assert.throws(() => readBaseline(file('')), /baseline-\d+.yaml: \/ must be object/)
})

test('renewing adds what fails with blanks, blanks what changed, removes what is stale, keeps the rest', () => {
  const text = `# Kept by hand.
schema: 1
entries:
  # live, stays as it is
  - id: SDS-X-01
    signature: deviation-0123456789ab
    reason: a fix is on its way
    owner: "@someone"
    expires: 2026-12-31
  - { id: SDS-X-02, signature: gone-1, reason: r, owner: o, expires: 2026-12-31 }
  - { id: SDS-X-03, signature: other-1, reason: r, owner: o, expires: 2026-12-31 }
`
  const requirements = [
    failing('SDS-X-01'),
    requirement('SDS-X-02'),
    failing('SDS-X-03', { signature: 'error-222222222222' }),
    failing('SDS-X-04', { statement: 'A: statement # with marks\nand lines' }),
    failing('SDS-X-05', { level: 'SHOULD', weight: 'should' }),
  ]
  const path = file(text)
  const judged = judgeBaseline(requirements, readBaseline(path), '2026-11-22', () => true)
  const done = renew(text, requirements, judged)
  assert.deepEqual(
    [done.added, done.renewed, done.removed],
    [['SDS-X-04'], ['SDS-X-03'], ['SDS-X-02']],
  )
  assert.match(done.text, /^# Kept by hand\.[\s\S]*# live, stays as it is/)
  writeFileSync(path, done.text)
  const again = readBaseline(path).entries
  assert.deepEqual(again[0], entry)
  assert.deepEqual(again[1], {
    id: 'SDS-X-03',
    signature: 'error-222222222222',
    reason: '',
    owner: 'o',
    expires: '',
  })
  assert.deepEqual(again[2], {
    id: 'SDS-X-04',
    signature: entry.signature,
    reason: '',
    owner: '',
    expires: '',
  })
  assert.match(readFileSync(path, 'utf8'), /# wanted 0a0568656c6c6f; got 0a0568656c6c70/)
})

test('the first baseline is made of nothing, and is not accepted before its blanks are filled', () => {
  const path = file(renew(undefined, [failing('SDS-X-01')], undefined).text)
  const requirements = [failing('SDS-X-01')]
  const judged = judgeBaseline(requirements, readBaseline(path), '2026-11-22', () => true)
  assert.equal(judged.entries[0]?.state, 'blank')
  assert.equal(results(requirements, { baseline: judged }).exit, 3)
})
