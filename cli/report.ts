import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { baselineSchema, judgeBaseline, readBaseline } from '../reports/baseline.ts'
import { conclude } from '../reports/conclude.ts'
import { headline } from '../reports/console.ts'
import { EXIT } from '../reports/exit.ts'
import { junit } from '../reports/junit.ts'
import { merge, NotShards } from '../reports/merge.ts'
import { readResults } from '../reports/read.ts'
import type { Results } from '../reports/results.ts'
import { resultsSchema } from '../reports/schema.ts'
import { reportPage } from '../reports/site/report.ts'
import { writeReports } from '../reports/write.ts'
import { requirements } from '../spec/requirements.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance report KIND [FILE...] [flags]

Makes reports from results.json without running anything. FILE: reports/out/results.json unless given.

  html FILE          the run as one static page
  junit FILE         the run as JUnit XML
  merge FILE...      the shards of one run as one; --out DIR says where its reports go
  schema [NAME]      the JSON Schema of results (default) or baseline

  --out PATH         where to write (default: standard output; merge: reports/out)
  --baseline FILE    merge: known failures, held against the whole run
`

const one: Record<string, (results: Results) => string> = { html: reportPage, junit }
const schemas: Record<string, () => object> = { results: resultsSchema, baseline: baselineSchema }

/** `report`: everything that is made from results.json. */
export async function report(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      baseline: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [kind, ...files] = positionals
  if (values.help || kind === undefined) {
    process.stdout.write(HELP)
    return values.help ? EXIT.conformant : EXIT.usage
  }
  if (kind === 'merge') return mergeShards(files, values.out ?? 'reports/out', values.baseline)
  if (kind === 'schema') return write(schemaText(files), values.out)
  const make = one[kind]
  if (!make)
    throw new UsageError(
      `no report "${kind}": ${nearest(kind, [...Object.keys(one), 'merge', 'schema'])}`,
    )
  if (files.length > 1) throw new UsageError(`expected one FILE for report ${kind}`)
  return write(make(readResults(files[0] ?? 'reports/out/results.json')), values.out)
}

function schemaText([name = 'results', ...others]: string[]): string {
  const schema = schemas[name]
  if (!schema || others.length > 0)
    throw new UsageError(`no schema "${name}": ${nearest(name, Object.keys(schemas))}`)
  return `${JSON.stringify(schema(), null, 2)}\n`
}

function mergeShards(files: readonly string[], out: string, baseline: string | undefined): number {
  const known = requirements()
  const isKnown = (id: string) => known.has(id)
  let merged: Results
  try {
    merged = merge(files.map(readResults), isKnown)
  } catch (cause) {
    throw cause instanceof NotShards ? new UsageError(cause.message) : cause
  }
  if (baseline !== undefined) {
    const today = merged.startedAt.slice(0, 10)
    const judged = judgeBaseline(merged.requirements, readBaseline(baseline), today, isKnown)
    merged = { ...merged, baseline: judged, ...conclude({ ...merged, baseline: judged }) }
  }
  const written = writeReports(merged, resolve(out))
  process.stdout.write(`${headline(merged)}\nresults: ${written.json}\n`)
  return merged.exit
}

function write(text: string, file: string | undefined): number {
  if (file === undefined) process.stdout.write(text)
  else {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    writeFileSync(file, text)
  }
  return EXIT.conformant
}
