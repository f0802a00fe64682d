import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportPage } from '../../reports/site/report.ts'
import { failedCase, failing, HOSTILE, requirement, results, unmeasured } from './example.ts'

test('a report gives verdict, reason and denominators before the failures', () => {
  const text = reportPage(
    results([failing('SDS-X-01'), requirement('SDS-X-02'), unmeasured('SDS-X-03', 'no clock')]),
  )
  const places = [
    'not conformant',
    'exit 1: 1 of 3 MUST',
    '1 of 3 passed',
    'Failures (1)',
    'Wanted',
    'Got',
    'Control',
    'first deviation',
  ]
  const found = places.map((each) => text.indexOf(each, text.indexOf('<main')))
  assert.ok(
    found.every((at) => at >= 0),
    `${found}`,
  )
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  )
})

test('what a client says is text in the report, and there is not too much of it', () => {
  const finding = {
    kind: 'error',
    subject: HOSTILE,
    wanted: HOSTILE,
    got: HOSTILE.repeat(20_000),
    call: 0,
  }
  const calls = Array.from({ length: 400 }, (_, i) => ({
    participant: HOSTILE,
    op: HOSTILE,
    now: i,
    params: { [HOSTILE]: HOSTILE.repeat(500) },
    outcome: { kind: 'crash', message: HOSTILE, stderr: HOSTILE.repeat(1_000) },
  }))
  const cases = [failedCase({ name: HOSTILE, reason: HOSTILE, notes: [HOSTILE], finding, calls })]
  const text = reportPage(results([failing('SDS-X-01', { statement: HOSTILE, cases })]))
  assert.doesNotMatch(text, /<script>alert|<img/)
  assert.doesNotMatch(text, /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u)
  assert.ok(text.length < 200_000, `${text.length}`)
})
