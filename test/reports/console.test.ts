import assert from 'node:assert/strict'
import { test } from 'node:test'
import { block } from '../../reports/block.ts'
import { failures, headline } from '../../reports/console.ts'
import { failedCase, failing, HOSTILE, requirement, results, unmeasured } from './example.ts'

test('a failure tells what was wanted before what came, and marks the call and the byte', () => {
  const failed = failing('SDS-X-01')
  const text = block(failed, results([failed]))
  const lines = text.split('\n')
  assert.ok(lines.length <= 25, `${lines.length} lines`)
  assert.match(lines[0] ?? '', /SDS-X-01 {2}MUST {2}A participant delivers/)
  assert.ok(text.indexOf('wanted ') < text.indexOf('got '))
  assert.match(text, /control +✓ Bob delivers what Alice sent {2}features\/sds\/receive.feature:12/)
  const marked = lines.filter((each) => each.includes('▶'))
  assert.equal(marked.length, 1)
  assert.match(marked[0] ?? '', /\+60001 {2}bob +sds.receive wire 0a0a0a0a0a0a… \(64 bytes\)/)
  assert.match(text, /first difference at byte 6/)
  assert.match(text, /wanted {2}0000 {2}0a 05 68 65 6c 6c \[6f\]/)
  assert.match(
    text,
    /npx vac-conformance run --adapter "client:some-sds" --id SDS-X-01 --seed 00ff00ff/,
  )
})

test('a failure with everything in it stays within 25 lines', () => {
  const calls = Array.from({ length: 300 }, (_, i) => ({
    participant: `p${i % 9}`,
    op: 'sds.receive',
    now: 1_000_000 + i,
    params: { wire: 'ab'.repeat(5_000) },
    outcome: { kind: 'crash', message: 'it ended', stderr: 'line\n'.repeat(500) },
  }))
  const failed = failing('SDS-X-01', {
    cases: [
      failedCase({
        calls,
        finding: {
          kind: 'crash',
          subject: 'x'.repeat(900),
          wanted: 'an answer\n'.repeat(50),
          got: 'y\n'.repeat(900),
          call: 299,
          bytes: { wanted: '00'.repeat(400), got: `${'00'.repeat(399)}01` },
        },
        counterexample: { runs: 7, shrinks: 4, schedule: 'send, drop\n'.repeat(99), path: '1:2' },
      }),
    ],
  })
  const text = block(failed, results([failed]))
  assert.ok(text.split('\n').length <= 25, text)
  assert.match(text, /293 earlier/)
  assert.match(text, /stderr +line/)
  assert.match(text, /shrunk +in 4 steps from run 7/)
  assert.match(text, /first difference at byte 399/)
})

test('nothing that a client says reaches the terminal as a command', () => {
  const failed = failing('SDS-X-01', {
    cases: [
      failedCase({
        finding: { kind: 'error', subject: HOSTILE, wanted: HOSTILE, got: HOSTILE.repeat(9_999) },
      }),
    ],
  })
  const text = failures(results([failed]))
  assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
  assert.ok(text.length < 5_000)
})

test('deviations from a SHOULD stand apart, and what was not measured is summed up by reason', () => {
  const text = failures(
    results([
      failing('SDS-X-01'),
      failing('SDS-X-02', { level: 'SHOULD', weight: 'should' }),
      unmeasured('SDS-X-03', 'no clock'),
      unmeasured('SDS-X-04', 'no clock'),
    ]),
  )
  assert.match(text, /Deviations that do not decide[\s\S]*≠ SDS-X-02/)
  assert.match(text, /Not measured \(2\)\n +2 {2}no clock/)
  assert.doesNotMatch(text, /SDS-X-03/)
})

test('the headline gives the denominators, never a share alone', () => {
  const text = headline(results([failing('SDS-X-01'), requirement('SDS-X-02')]))
  assert.match(text, /^NOT CONFORMANT {2}some-sds 1.2.3 {2}\(exit 1: 1 of 2 MUST/)
  assert.match(text, /MUST 1\/2 passed, 1 failed, 0 inconclusive, 0 not measured/)
})
