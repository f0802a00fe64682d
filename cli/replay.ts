import { parseArgs } from 'node:util'
import { closeAll, open } from '../adapters/open.ts'
import { EXIT } from '../reports/exit.ts'
import { dump, rowText } from '../reports/hex.ts'
import { line } from '../reports/plain.ts'
import { readReplayables } from './replayables.ts'
import { replay as again, type Difference, type Replayable, type Replayed } from './replayed.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance replay FILE --to ADDRESS [--deadline MS]

Sends the calls of an earlier run to another client and compares the replies: ok in all its
members, a refusal by its code, the rest by its kind. Of each scenario that differs, the first reply
that does is shown; what comes after it follows from another state and is not sent.

  FILE           a bundle, or vectors that "vectors record" made
  --to ADDRESS   the client, as in run --adapter
  --deadline MS  how long a call may take (default 5000)

A difference is no deviation: where the text leaves a choice, both may be right. Exit 0: all replies
are the same. 1: some differ. 4: no scenario could be sent.
`

/** `replay`: the recorded calls to another client. */
export async function replay(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      deadline: { type: 'string', default: '5000' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0 || values.to === undefined)
    throw new UsageError(
      'expected FILE --to ADDRESS: which calls, to which client? (replay --help)',
    )
  if (!/^\d+$/.test(values.deadline))
    throw new UsageError(`expected --deadline as milliseconds, got "${values.deadline}"`)
  const { scenarios, left } = await readReplayables(file)
  const counts = { equal: 0, differs: 0, 'not-asked': 0 }
  let calls = 0
  try {
    const session = await open(values.to, { deadlineMs: Number(values.deadline) })
    for (const scenario of scenarios) {
      const found = await again(session, scenario)
      counts[found.kind]++
      if (found.kind !== 'not-asked') calls += found.calls
      process.stdout.write(told(scenario, found))
    }
  } finally {
    await closeAll()
  }
  process.stdout.write(
    `${calls} calls sent: ${counts.equal} scenarios reply the same, ${counts.differs} otherwise, ${counts['not-asked']} need what the client does not claim${left > 0 ? `, ${left} speak to servers of the suite and cannot be sent` : ''}\n`,
  )
  if (counts.differs > 0) return EXIT.deviates
  return counts.equal > 0 ? EXIT.conformant : EXIT.notMeasured
}

function told({ name }: Replayable, found: Replayed): string {
  return found.kind === 'differs' ? difference(name, found.difference) : ''
}

function difference(name: string, { call, path, recorded, got }: Difference): string {
  return [
    `≠ ${line(name, 200)}`,
    `    ${call.at}  ${line(call.instance, 60)}  ${line(call.op, 60)} at ${call.now}`,
    `    asked     ${line(JSON.stringify(call.params), 200)}`,
    ...(path === '' ? [] : [`    in        ${line(path, 120)}`]),
    `    recorded  ${line(recorded, 200)}`,
    `    got       ${line(got, 200)}`,
    ...bytes(recorded, got),
    '',
  ].join('\n')
}

/** Two byte strings around their first difference. */
function bytes(recorded: string, got: string): string[] {
  const [wanted, is] = [recorded, got].map((text) => /^"((?:[0-9a-f]{2})+)"$/.exec(text)?.[1])
  if (wanted === undefined || is === undefined) return []
  const { differs, wanted: left, got: right } = dump({ wanted, got: is }, 0)
  const row = (rows: typeof right | undefined) => (rows?.[0] ? rowText(rows[0]) : 'no byte here')
  return [
    `    first difference at byte ${differs}`,
    `      recorded  ${row(left)}`,
    `      got       ${row(right)}`,
  ]
}
