import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Decision, decide, type Tally } from '../../adapters/reference/voting/decision.ts'

/** The text again, by counting and not by formula: voters are listed one by one. */
function fromTheText({ n, yes, no, livenessYes, expired }: Tally): Decision {
  const votes = [
    ...Array.from({ length: yes }, () => 'YES' as const),
    ...Array.from({ length: no }, () => 'NO' as const),
    ...Array.from({ length: n - yes - no }, () => 'silent' as const),
  ]
  // "at least 2n/3 distinct peers": three times as many as twice the voters.
  const heard = votes.filter((vote) => vote !== 'silent')
  if ([...heard, ...heard, ...heard].length < [...votes, ...votes].length) return 'UNDECIDED'
  // "liveness_criteria_yes": silent peers count for one side once nobody can be late any more.
  const silence = expired ? (livenessYes ? 'YES' : 'NO') : 'silent'
  const counted = votes.map((vote) => (vote === 'silent' ? silence : vote))
  const all = !counted.includes('silent')
  // "when n ≤ 2, unanimous agreement (100% YES votes)": votes, so silence is none.
  if (n <= 2) return votes.every((vote) => vote === 'YES') ? 'YES' : all ? 'NO' : 'UNDECIDED'
  // "more than n/2": still some left when each is paired off with one of the others.
  const outnumber = (side: 'YES' | 'NO') => {
    const own = counted.filter((vote) => vote === side)
    return own.length > counted.length - own.length
  }
  if (outnumber('YES')) return 'YES'
  if (outnumber('NO')) return 'NO'
  return all ? 'TIE' : 'UNDECIDED'
}

function* everyTally(upTo: number): Generator<Tally> {
  for (let n = 1; n <= upTo; n++)
    for (let yes = 0; yes <= n; yes++)
      for (let no = 0; yes + no <= n; no++)
        for (const livenessYes of [true, false])
          for (const expired of [true, false]) yield { n, yes, no, livenessYes, expired }
}

const strict = { silent: 'strict', earlyNo: 'true' } as const

test('every result for 1 to 12 voters is what counting by the text gives', () => {
  const seen: Record<Decision, number> = { YES: 0, NO: 0, TIE: 0, UNDECIDED: 0 }
  for (const tally of everyTally(12)) {
    const result = decide(tally, strict)
    assert.equal(result, fromTheText(tally), JSON.stringify(tally))
    seen[result]++
  }
  assert.deepEqual(seen, { YES: 452, NO: 456, TIE: 44, UNDECIDED: 864 })
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
