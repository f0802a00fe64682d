import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { judgeBaseline, readBaseline } from '../reports/baseline.ts'
import { TRUE_ENTRY } from '../reports/conclude.ts'
import { EXIT } from '../reports/exit.ts'
import { line } from '../reports/plain.ts'
import { readResults } from '../reports/read.ts'
import { renew } from '../reports/renew.ts'
import { requirements } from '../spec/requirements.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance baseline FILE [--update] [--from results.json]

Holds a baseline of known failures against the results of a run.

  --from FILE  the results (default reports/out/results.json)
  --update     write what was found into FILE: an entry for every MUST that fails, with blanks for
               reason, owner and expires; stale entries go, and what fails otherwise is blank again

Without --update exits 3 where an entry no longer holds.
`

/** `baseline`: keeps the list of known failures true. */
export async function baseline(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      update: { type: 'boolean' },
      from: { type: 'string', default: 'reports/out/results.json' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    throw new UsageError('expected one FILE, the baseline (baseline --help)')
  const results = readResults(values.from)
  if (results.shard)
    throw new UsageError(`${values.from} is a shard: merge the shards first (report merge)`)
  const exists = existsSync(file)
  if (!exists && !values.update)
    throw new UsageError(`there is no ${file}: --update makes one from ${values.from}`)
  const known = requirements(results.revision.name)
  const today = new Date().toISOString().slice(0, 10)
  const judged = exists
    ? judgeBaseline(results.requirements, readBaseline(file), today, (id) => known.has(id))
    : undefined
  if (!values.update) {
    const states = judged?.entries ?? []
    for (const { id, state, because } of states)
      process.stdout.write(`${state.padEnd(13)}${line(id, 60)}: ${line(because)}\n`)
    return states.every(({ state }) => TRUE_ENTRY.includes(state)) ? EXIT.conformant : EXIT.baseline
  }
  const text = exists ? readFileSync(file, 'utf8') : undefined
  const done = renew(text, results.requirements, judged)
  writeFileSync(file, done.text)
  for (const [word, ids] of [
    ['added', done.added],
    ['blanked', done.renewed],
    ['removed', done.removed],
  ] as const)
    for (const id of ids) process.stdout.write(`${word.padEnd(9)}${id}\n`)
  process.stdout.write(
    `${file}: ${done.added.length} added, ${done.renewed.length} blanked, ${done.removed.length} removed; fill in what is blank\n`,
  )
  return EXIT.conformant
}
