import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failedCase, failing, requirement, results } from './example.ts'

/** A requirement that only a SHOULD makes, in which a call ended so. */
function should(kind: 'deviation' | 'crash' | 'timeout' | 'protocol') {
  const finding = { kind, subject: 'Bob: sds.send', wanted: 'an answer', got: kind }
  const verdict = kind === 'protocol' ? 'not-measured' : 'fail'
  const cases = [failedCase({ verdict, finding })]
  const reason = `Bob: sds.send: wanted an answer, got ${kind}`
  return failing('SDS-X-02', { level: 'SHOULD', weight: 'should', verdict, reason, cases })
}

for (const [kind, exit] of [
  ['deviation', 0],
  ['crash', 1],
  ['timeout', 1],
  ['protocol', 4],
] as const)
  test(`a ${kind} where nothing but a SHOULD asked ends with exit ${exit}`, () => {
    const run = results([requirement('SDS-X-01'), should(kind)])
    assert.equal(run.exit, exit, run.reason)
    if (exit !== 0) assert.match(run.reason, /^the client broke down in SDS-X-02 \(Bob: sds.send/)
  })
