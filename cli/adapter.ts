import { parseArgs } from 'node:util'
import type { Fault } from '../adapters/lint/check.ts'
import { type Linted, lint } from '../adapters/lint/lint.ts'
import type { Source } from '../adapters/lint/source.ts'
import { Subject } from '../adapters/lint/subject.ts'
import { EXIT } from '../reports/exit.ts'
import { line } from '../reports/plain.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance adapter lint ADDRESS [--deadline MS]

Tells, before any scenario runs, whether an adapter keeps to the protocol: each fault with the line to
change. Exit 0: no fault (advice is none). 1: hello claims what is not so. 4: it breaks the
protocol, so nothing could be measured.

  --deadline MS  how long a call may take (default 5000)
`

/** `adapter`: what those who write an adapter need. */
export async function adapter(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      deadline: { type: 'string', default: '5000' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [what, address, ...others] = positionals
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  if (what !== 'lint')
    throw new UsageError(
      what === undefined
        ? 'expected adapter lint ADDRESS (adapter --help)'
        : `no command "adapter ${what}": ${nearest(what, ['lint'])}`,
    )
  if (address === undefined || others.length > 0)
    throw new UsageError('expected one ADDRESS, such as "exec:python3 shim.py", in quotes')
  if (!/^[1-9]\d*$/.test(values.deadline))
    throw new UsageError(`expected --deadline as milliseconds, got "${values.deadline}"`)
  return lintAt(address, Number(values.deadline))
}

async function lintAt(address: string, deadlineMs: number): Promise<number> {
  await using subject = await Subject.at(address, deadlineMs)
  const all: Fault[] = []
  for await (const linted of lint(subject)) {
    process.stdout.write(told(linted, subject.source))
    all.push(...linted.faults)
  }
  const count = (weight: Fault['weight']) => all.filter((each) => each.weight === weight).length
  const [broken, falseClaims] = [count('protocol'), count('false-claim')]
  process.stdout.write(
    `\n${broken + falseClaims} faults (${broken} of the protocol, ${falseClaims} false claims), ${count('advice')} pieces of advice\n`,
  )
  return falseClaims > 0 ? EXIT.deviates : broken > 0 ? EXIT.notMeasured : EXIT.conformant
}

/** One check and its faults; what the client said is shown as text that cannot reach the terminal. */
function told({ name, faults, notAsked }: Linted, source: Source): string {
  if (notAsked !== undefined) return `– ${name}: not asked, ${line(notAsked)}\n`
  if (faults.length === 0) return `✓ ${name}\n`
  return faults
    .map(({ weight, wanted, got, repair }) => {
      const place = source.find(repair.near ?? [])
      const write = source.language && repair.line?.[source.language]
      return [
        `${weight === 'advice' ? '!' : '✗'} ${name} (${weight})`,
        `    wanted: ${line(wanted)}`,
        `    got:    ${line(got, 400)}`,
        `    do:     ${repair.does}`,
        ...(place ? [`    at:     ${place.file}:${place.line}  ${line(place.text)}`] : []),
        ...(write ? [`    write:  ${write}`] : []),
        '',
      ].join('\n')
    })
    .join('')
}
