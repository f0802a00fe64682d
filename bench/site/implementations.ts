import type { CaseResult } from '../../reports/case-result.ts'
import { conclude } from '../../reports/conclude.ts'
import type { RequirementResult, Results } from '../../reports/results.ts'

/** Of a hundred requirements so many come out otherwise than pass, in a client that is as good as most. */
const OTHERWISE = [
  ['fail', 8],
  ['inconclusive', 2],
  ['not-measured', 5],
  ['not-applicable', 5],
] as const

/** Numbers from 0 to below 1 that look random and are the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Results of a client that does not exist: those of a real run, with verdicts drawn. */
export function variant(real: Results, at: number): Results {
  const roll = dice(at + 1)
  const requirements = real.requirements.map((each) => drawn(each, roll))
  const { hello } = real.adapter
  const implementation = { name: `implementation ${at}`, version: '1.0', language: 'any' }
  return {
    ...real,
    ...conclude({
      requirements,
      suiteFaults: [],
      interrupted: false,
      baseline: null,
      shard: null,
    }),
    shard: null,
    adapter: {
      ...real.adapter,
      address: `exec:./implementation-${at}`,
      hello: hello && { ...hello, implementation },
    },
    requirements,
  }
}

function drawn(requirement: RequirementResult, roll: () => number): RequirementResult {
  let left = 100 * roll()
  const [verdict = 'pass'] = OTHERWISE.find(([, share]) => (left -= share) < 0) ?? []
  if (requirement.state !== 'tested' || requirement.cases.length === 0) return requirement
  const passed = requirement.cases.map(
    ({ elsewhere: _, ...each }): CaseResult => ({
      ...each,
      verdict: 'pass',
      reason: '',
      presences: 3,
    }),
  )
  if (verdict === 'pass') return { ...requirement, verdict, reason: '', cases: passed }
  const [first, ...others] = passed as [CaseResult, ...CaseResult[]]
  const told = verdict === 'fail' ? failed(first, roll) : { ...first, verdict, reason: 'drawn' }
  const { reason, signature } = told
  return {
    ...requirement,
    verdict,
    reason,
    ...(signature !== undefined && { signature }),
    cases: [told, ...others],
  }
}

/** The case as it fails: with bytes that differ, and six calls. */
function failed(each: CaseResult, roll: () => number): CaseResult {
  const hex = (length: number) =>
    Array.from({ length }, () =>
      Math.floor(256 * roll())
        .toString(16)
        .padStart(2, '0'),
    ).join('')
  const [wanted, got] = [hex(60), hex(60)]
  return {
    ...each,
    verdict: 'fail',
    reason: `its message: wanted ${wanted}, got ${got}`,
    finding: {
      kind: roll() < 0.1 ? 'crash' : 'deviation',
      subject: 'its message',
      wanted,
      got,
      call: 5,
      bytes: { wanted, got },
    },
    signature: `deviation-${hex(6)}`,
    calls: Array.from({ length: 6 }, (_, at) => ({
      participant: 'alice',
      op: 'sds.receive',
      now: 1_757_930_643_000 + at,
      params: { wire: hex(100) },
      outcome: { kind: 'ok', ok: { wire: hex(100) } },
    })),
  }
}
