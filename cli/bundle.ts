import { parseArgs } from 'node:util'
import { writeBundle } from '../reports/evidence/bundle.ts'
import { EXIT } from '../reports/exit.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance bundle RUNDIR [-o FILE]

Packs what a run left in its folder (run --out DIR) into one file that others can judge again: the
terms of the run, everything that was asked, answered and compared, what it came to, and a hash
chain over all lines. Prints the last hash: whoever knows it knows the file.

  -o FILE  where to write (default RUNDIR/bundle.ndjson.gz)
`

/** `bundle`: the evidence of a run as one file. */
export async function bundle(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', short: 'o' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0)
    throw new UsageError('expected one RUNDIR, the folder of a run (bundle --help)')
  const file = values.out ?? `${folder}/bundle.ndjson.gz`
  const { lines, hash } = await writeBundle(folder, file)
  process.stdout.write(`${file}: ${lines} lines\nsha256:${hash}\n`)
  return EXIT.conformant
}
