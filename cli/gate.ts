import { parseArgs } from 'node:util'
import { gate as judge } from '../reports/gate.ts'
import { readResults } from '../reports/read.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance gate --against results.json [--from results.json]

May this be released, measured by what was released before? Fails where a pass was lost (exit 1),
where less is measured than before, the suite is another one or the run did not end well (exit 4).

  --against FILE  the results of the last release
  --from FILE     the results of now (default reports/out/results.json)
`

/** `gate`: compares a run with an accepted earlier one. */
export async function gate(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      against: { type: 'string' },
      from: { type: 'string', default: 'reports/out/results.json' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values.against === undefined)
    throw new UsageError('expected --against results.json: which results were accepted before?')
  const { exit, text } = judge(readResults(values.against), readResults(values.from))
  process.stdout.write(`${text}\n`)
  return exit
}
