import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bundle, readBundle } from '../reports/evidence/open.ts'
import { Contradiction } from '../reports/evidence/recount.ts'
import { EXIT } from '../reports/exit.ts'
import { line } from '../reports/plain.ts'
import { writeReports } from '../reports/write.ts'
import { rejudge } from './rejudge.ts'
import { otherSuite } from './suite.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance verify FILE [--expect HASH] [--out DIR]

Judges a bundle again, from its transcript alone: the hash chain, then every comparison and count, then
every scenario, whose steps run on the recorded answers; the verdicts have to come out as the bundle
has them. Names the first line that does not fit.

  --expect HASH  the last hash as whoever made the bundle published it (sha256:…)
  --out DIR      writes results.json and the reports, as they were judged again

Exit 0: all of it follows. 1: it does not. 4: another version of the suite made it, so its lines were
judged but not played again; the version is told.
`

/** `verify`: whether a bundle's verdicts follow from what was said. */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      expect: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    throw new UsageError('expected one FILE, a bundle (verify --help)')
  if (values.expect !== undefined && !/^sha256:[0-9a-f]{64}$/.test(values.expect))
    throw new UsageError(`expected --expect as sha256: and 64 hex digits, got "${values.expect}"`)
  const print = (what: string, text: string) => process.stdout.write(`${what.padEnd(9)}${text}\n`)
  try {
    const bundle = await readBundle(file)
    print('chain', `${bundle.lines} lines as they were made, sha256:${bundle.hash}`)
    if (values.expect !== undefined && values.expect !== `sha256:${bundle.hash}`) {
      print('✗', `expected was ${values.expect}: this is another bundle`)
      return EXIT.deviates
    }
    print('lines', `${bundle.cases.length} scenarios follow from their lines`)
    return await again(bundle, print, values.out)
  } catch (fault) {
    if (!(fault instanceof Contradiction)) throw fault
    print('✗', line(`${file}: ${fault.message}`, 1_000))
    return EXIT.deviates
  }
}

async function again(
  bundle: Bundle,
  print: (what: string, text: string) => void,
  out: string | undefined,
): Promise<number> {
  const other = otherSuite(bundle.opening)
  if (other.length > 0) {
    print('?', `not judged again by this suite: ${other.join('; ')}`)
    return EXIT.notMeasured
  }
  const { results, played, recounted } = await rejudge(bundle)
  print(
    'again',
    `${played} scenarios played on the recorded answers${recounted > 0 ? `, ${recounted} not: the client spoke to servers of the suite, whose part is not recorded, or had not started` : ''}`,
  )
  print('verdict', `${results.verdict}, exit ${results.exit}: ${line(results.reason, 300)}`)
  if (out !== undefined) print('results', writeReports(results, resolve(out)).json)
  return EXIT.conformant
}
