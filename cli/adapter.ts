import { parseArgs } from 'node:util'
import type { Fault } from '../adapters/lint/check.ts'
import { type Linted, lint } from '../adapters/lint/lint.ts'
import type { Source } from '../adapters/lint/source.ts'
import { Subject } from '../adapters/lint/subject.ts'
import { EXIT } from '../reports/exit.ts'
import { line } from '../reports/plain.ts'
import { initAdapter, kitFor, languages } from './adapter-init.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance adapter init --lang LANG [--area AREA] [FOLDER]
       vac-conformance adapter lint ADDRESS [--deadline MS]

init writes a first adapter of at most 60 lines, which runs, and a README.

  --lang LANG    ${languages.join(', ')}
  --area AREA    sds, voting, archives or payloads (default sds)
  FOLDER         a new one (default vac-shim)

lint tells, before any scenario runs, whether an adapter keeps to the protocol: each fault with the
line to change. Exit 0: no fault (advice is none). 1: hello claims what is not so. 4: it breaks the
protocol, so nothing could be measured.

  ADDRESS        as in run --adapter, in quotes: "exec:python3 shim.py"
  --deadline MS  how long a call may take (default 5000)
`

/** `adapter`: what those who write an adapter need. */
export async function adapter(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      area: { type: 'string' },
      deadline: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [what, operand, ...others] = positionals
  if (what === undefined || others.length > 0)
    throw new UsageError('expected adapter init or adapter lint (adapter --help)')
  const { lang, area, deadline } = values
  switch (what) {
    case 'init':
      if (lang === undefined || deadline !== undefined)
        throw new UsageError(`expected adapter init --lang, one of ${languages.join(', ')}`)
      return init(lang, area ?? 'sds', operand ?? 'vac-shim')
    case 'lint':
      if (operand === undefined || lang !== undefined || area !== undefined)
        throw new UsageError('expected adapter lint ADDRESS, such as "exec:python3 shim.py"')
      if (deadline !== undefined && !/^[1-9]\d*$/.test(deadline))
        throw new UsageError(`expected --deadline as milliseconds, got "${deadline}"`)
      return lintAt(operand, Number(deadline ?? 5_000))
    default:
      throw new UsageError(`no command "adapter ${what}": ${nearest(what, ['init', 'lint'])}`)
  }
}

function init(language: string, area: string, folder: string): number {
  const written = initAdapter(language, area, folder)
  const { build, command } = kitFor(language, area)
  process.stdout.write(
    `${written.join('\n')}\n\nnow:\n  cd ${folder}\n  ${build}\n  npx vac-conformance adapter lint "exec:${command}"\n`,
  )
  return EXIT.conformant
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
