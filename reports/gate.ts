import { type Change, compare } from './compare.ts'
import { clientName } from './console.ts'
import { EXIT } from './exit.ts'
import { line } from './plain.ts'
import type { Results } from './results.ts'

/** Changes listed of one kind. */
const LISTED = 20

/** Exit codes from the gravest on. */
const GRAVITY: readonly number[] = [EXIT.suiteFault, EXIT.deviates, EXIT.notMeasured]

/** Whether a release may follow an earlier one, with the reasons against it, the gravest first. */
export function gate(before: Results, now: Results): { exit: number; text: string } {
  const reasons = [...broken(before, now), ...regressions(before, now)].sort(
    (a, b) => GRAVITY.indexOf(a.exit) - GRAVITY.indexOf(b.exit),
  )
  const exit = reasons[0]?.exit ?? EXIT.conformant
  const head =
    exit === EXIT.conformant
      ? `MAY PASS  ${clientName(now)}: ${now.must.pass}/${now.must.total} MUST passed, ${before.must.pass}/${before.must.total} before`
      : `MAY NOT PASS  ${clientName(now)}  (exit ${exit}: ${reasons[0]?.reason})`
  const lists = reasons.flatMap(({ reason, changes }) => [
    `  ${reason}`,
    ...changes.slice(0, LISTED).map((each) => `    ${changeText(each)}`),
    ...(changes.length > LISTED ? [`    and ${changes.length - LISTED} more`] : []),
  ])
  return { exit, text: [head, ...lists].join('\n') }
}

interface Reason {
  readonly exit: number
  readonly reason: string
  readonly changes: readonly Change[]
}

/** Why the comparison itself is not to be trusted. */
function broken(before: Results, now: Results): Reason[] {
  const whole = [
    ['the earlier results', before],
    ['the results', now],
  ] as const
  return whole.flatMap(([what, { exit, interrupted, shard, reason }]): Reason[] => {
    if (exit === EXIT.suiteFault)
      return [{ exit, reason: `${what} end in a fault of the suite: ${line(reason)}`, changes: [] }]
    if (interrupted || shard)
      return [
        {
          exit: EXIT.notMeasured,
          reason: `${what} are not of a whole run: ${interrupted ? 'it was interrupted' : 'merge the shards first'}`,
          changes: [],
        },
      ]
    return []
  })
}

function regressions(before: Results, now: Results): Reason[] {
  const { lost, shrunk, suite } = compare(before, now)
  const failed = lost.filter((each) => each.now?.verdict === 'fail')
  const names = [before, now].map(({ adapter }) => adapter.hello?.implementation.name ?? '')
  const { total } = before.summary
  const reasons: Reason[] = []
  const add = (exit: number, reason: string, changes: readonly Change[] = []) =>
    reasons.push({ exit, reason, changes })
  if (failed.length > 0) add(EXIT.deviates, `${passes(failed.length)} of ${total} lost`, failed)
  if (names[0] !== names[1])
    add(EXIT.notMeasured, `another client: was ${line(names[0] ?? '')}, is ${line(names[1] ?? '')}`)
  for (const each of suite)
    add(EXIT.notMeasured, `the suite is not pinned: ${each}; accept results of this suite first`)
  if (shrunk.length > 0)
    add(EXIT.notMeasured, `${shrunk.length} of ${total} no longer measured`, shrunk)
  const gone = lost.filter((each) => !failed.includes(each) && !shrunk.includes(each))
  if (gone.length > 0) add(EXIT.notMeasured, `${passes(gone.length)} lost`, gone)
  return reasons
}

const passes = (count: number) => (count === 1 ? '1 pass' : `${count} passes`)

/** `SDS-X-01: pass before, fail now (reason)`. */
export function changeText({ id, before, now }: Change): string {
  const reason = now && now.reason !== '' ? ` (${line(now.reason, 120)})` : ''
  return `${id}: ${before?.verdict ?? 'not in scope'} before, ${now?.verdict ?? 'not in scope'} now${reason}`
}
