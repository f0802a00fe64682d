import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Decision, decide } from '../../adapters/reference/voting/decision.ts'
import { byCounting, everyTally } from './by-counting.ts'

const strict = { silent: 'strict', earlyNo: 'true' } as const

test('every result for 1 to 12 voters is what counting by the text gives', () => {
  const seen: Record<Decision, number> = { YES: 0, NO: 0, TIE: 0, UNDECIDED: 0 }
  for (const tally of everyTally(12)) {
    const result = decide(tally, strict)
    assert.equal(result, byCounting(tally), JSON.stringify(tally))
    seen[result]++
  }
  assert.deepEqual(seen, { YES: 452, NO: 456, TIE: 44, UNDECIDED: 864 })
})

test('where silence fills the quorum it does so at the end only', () => {
  const reading = { silent: 'quorum', earlyNo: 'true' } as const
  for (const tally of everyTally(12)) {
    const filled = tally.expired
    assert.equal(decide(tally, reading), byCounting(tally, { filled }), JSON.stringify(tally))
  }
})

test('no two parts of the same votes decide opposite results before expiry', () => {
  for (let n = 1; n <= 12; n++)
    for (let yes = 0; yes <= n; yes++) {
      const results = new Set<Decision>()
      for (let y = 0; y <= yes; y++)
        for (let no = 0; no <= n - yes; no++)
          for (const livenessYes of [true, false])
            results.add(decide({ n, yes: y, no, livenessYes, expired: false }, strict))
      assert.ok(!(results.has('YES') && results.has('NO')), `${n} voters, ${yes} of them YES`)
    }
})

test('a decision taken before expiry stands at expiry', () => {
  for (const tally of everyTally(12)) {
    if (tally.expired) continue
    const live = decide(tally, strict)
    if (live === 'UNDECIDED') continue
    assert.equal(decide({ ...tally, expired: true }, strict), live, JSON.stringify(tally))
  }
})

test('ten thousand voters are counted exactly', () => {
  const tally = { n: 10_000, no: 0, livenessYes: true, expired: false }
  assert.equal(decide({ ...tally, yes: 6_666 }, strict), 'UNDECIDED')
  assert.equal(decide({ ...tally, yes: 6_667 }, strict), 'YES')
  assert.equal(decide({ ...tally, yes: 5_000, no: 5_000 }, strict), 'TIE')
})
