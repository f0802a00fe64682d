import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeBaseline } from '../../reports/baseline.ts'
import { merge } from '../../reports/merge.ts'
import type { RequirementResult, Results } from '../../reports/results.ts'
import { judgeRequirement } from '../../reports/verdict.ts'
import { caseResult, failedCase, failing, requirement, results, unmeasured } from './example.ts'

/** A whole run with several cases each, one requirement whose control is another case, one without cases. */
function whole(): RequirementResult[] {
  const absence = caseResult({ presences: 0, absences: 1, line: 30 })
  return [
    requirement('SDS-X-01', { cases: [absence, caseResult()] }),
    failing('SDS-X-02', { reason: failedCase().reason }),
    requirement('SDS-X-03', {
      verdict: 'inconclusive',
      reason: 'only absences were observed: no control shows that the client does anything at all',
      cases: [absence, absence],
    }),
    unmeasured('SDS-X-04', 'untested: no scenario yet'),
    requirement('SDS-X-05'),
  ]
}

/** What shard `index` of `total` would tell: each n-th case is its own. */
function shard(index: number, total: number): Results {
  let at = 0
  const requirements = whole().map((each): RequirementResult => {
    const cases = each.cases.map((one) =>
      at++ % total === index - 1
        ? one
        : caseResult({
            line: one.line,
            name: one.name,
            verdict: 'not-measured',
            reason: 'it runs in another shard',
            presences: 0,
            wallMs: 0,
            elsewhere: true,
          }),
    )
    if (cases.length === 0) return each
    const { signature, ...rest } = each
    const judged = judgeRequirement(cases)
    return {
      ...rest,
      ...judged,
      ...(judged.verdict === 'fail' && signature !== undefined && { signature }),
      cases,
    }
  })
  return results(requirements, { shard: { index, total } })
}

test('the merged shards are the whole run', () => {
  for (const total of [2, 3, 7]) {
    const shards = Array.from({ length: total }, (_, i) => shard(i + 1, total))
    assert.deepEqual(
      merge(shards.reverse(), () => true),
      results(whole()),
    )
  }
})

test('a shard without a deviation is neither conformant nor a failure', () => {
  const requirements = [
    requirement('SDS-X-01', {
      cases: [caseResult(), caseResult({ elsewhere: true, verdict: 'not-measured' })],
    }),
  ]
  const { exit, verdict, reason } = results(requirements, { shard: { index: 1, total: 2 } })
  assert.deepEqual([exit, verdict], [0, 'not measured'])
  assert.match(reason, /report merge/)
})

test('a shard in which nothing ran is not measured', () => {
  const cases = [caseResult({ elsewhere: true, verdict: 'not-measured', presences: 0 })]
  const empty = [requirement('SDS-X-01', { verdict: 'not-measured', cases })]
  assert.equal(results(empty, { shard: { index: 1, total: 2 } }).exit, 4)
})

test('a baseline is held against the whole run', () => {
  const entries = [
    {
      id: 'SDS-X-02',
      signature: 'deviation-0123456789ab',
      reason: 'r',
      owner: 'o',
      expires: '2026-12-31',
    },
  ]
  const shards = [shard(1, 2), shard(2, 2)].map((each) => ({
    ...each,
    baseline: judgeBaseline(each.requirements, { entries }, '2026-11-22', () => true),
  }))
  assert.deepEqual(
    shards.map(({ baseline }) => baseline.entries[0]?.state),
    ['unmeasured', 'unmeasured'],
  )
  const merged = merge(shards, () => true)
  assert.equal(merged.baseline?.entries[0]?.state, 'live')
  assert.deepEqual(merged.requirements[1]?.flags, ['baselined'])
})

test('what are not the shards of one run is refused with what differs', () => {
  const refuses = (all: Results[], why: RegExp) => assert.throws(() => merge(all, () => true), why)
  refuses([], /got none/)
  refuses([shard(1, 2)], /expected shards 1 to 2 of one run, each once, got 1/)
  refuses([shard(1, 2), shard(1, 2)], /got 1, 1/)
  refuses([results(whole())], /got a whole run/)
  refuses(
    [shard(1, 2), { ...shard(2, 2), seed: 'ff' }],
    /the seed of shard 2 is not that of shard 1/,
  )
})
