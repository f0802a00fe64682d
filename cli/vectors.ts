import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readBundle } from '../reports/evidence/open.ts'
import { EXIT } from '../reports/exit.ts'
import { nearest } from './nearest.ts'
import { recordVectors } from './record.ts'
import { rejudge } from './rejudge.ts'
import { otherSuite } from './suite.ts'
import { UsageError } from './usage.ts'
import { exportVectors } from './vectors-export.ts'

const HELP = `usage: vac-conformance vectors export DIR
       vac-conformance vectors record BUNDLE [--id ID]… [--out FILE]

export  the vectors, their schemas and a verifier as a folder that needs nothing of the suite;
        prints the SHA-256 of its manifest

record  makes vectors of the scenarios that passed in a bundle: what is asked and what was replied, in
        the words of the adapter protocol. The bundle is judged again first. A property with its
        thousands of calls is left out, and so is what speaks to servers of the suite.
        They say single-source: one client gave these replies, and nobody else's code confirms them.

  --id ID     one requirement; may be repeated (default: all that passed)
  --out FILE  where to write (default: standard output)
`

/** `vectors`: what the bytes must be, for those without the suite. */
export async function vectors(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      id: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [what, operand, ...others] = positionals
  if (what === undefined || operand === undefined || others.length > 0)
    throw new UsageError('expected vectors export DIR or vectors record BUNDLE (vectors --help)')
  switch (what) {
    case 'export': {
      const { files, digest } = exportVectors(operand)
      process.stdout.write(`${operand}: ${files} files\n${digest}\n`)
      return EXIT.conformant
    }
    case 'record':
      return record(operand, values.id, values.out)
    default:
      throw new UsageError(`no command "vectors ${what}": ${nearest(what, ['export', 'record'])}`)
  }
}

async function record(
  file: string,
  ids: readonly string[],
  out: string | undefined,
): Promise<number> {
  const bundle = await readBundle(file)
  const other = otherSuite(bundle.opening)
  if (other.length > 0) throw new UsageError(`another suite made ${file}: ${other.join('; ')}`)
  const { results } = await rejudge(bundle)
  for (const id of ids)
    if (!results.requirements.some((each) => each.id === id && each.verdict === 'pass'))
      throw new UsageError(`${id} did not pass in ${file}: only what passed becomes a vector`)
  const made = recordVectors(bundle, results, ids)
  if (made.cases.length === 0) throw new UsageError(`nothing in ${file} can become a vector`)
  const text = `${JSON.stringify(made, null, 2)}\n`
  if (out === undefined) process.stdout.write(text)
  else {
    writeFileSync(out, text)
    process.stdout.write(`${out}: ${made.cases.length} vectors\n`)
  }
  return EXIT.conformant
}
