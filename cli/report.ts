import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { badge, badgeSchema } from '../reports/badge.ts'
import { baselineSchema } from '../reports/baseline.ts'
import { csv } from '../reports/csv.ts'
import { earl } from '../reports/earl.ts'
import { bundleSchema } from '../reports/evidence/lines.ts'
import { EXIT } from '../reports/exit.ts'
import { interopSchema, readInterop } from '../reports/interop.ts'
import { junit } from '../reports/junit.ts'
import { killMatrixSchema, readKillMatrix } from '../reports/kill-matrix.ts'
import { markdown, markdownDiff } from '../reports/markdown.ts'
import { nullGateSchema, readNullGate } from '../reports/null-gate.ts'
import { readResults } from '../reports/read.ts'
import { resultsSchema } from '../reports/schema.ts'
import { reportPage } from '../reports/site/report.ts'
import { siteFile, writeSite } from '../reports/site/site.ts'
import { check } from '../spec/check/check.ts'
import { mergeShards } from './merge.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance report KIND [FILE...] [flags]

Makes reports from results.json without running anything. FILE: reports/out/results.json unless given.

  html FILE          the run as one static page
  summary FILE       the run as Markdown, at most 60 lines
  junit FILE         the run as JUnit XML
  earl FILE          the run as W3C EARL in JSON-LD
  badge FILE         the run as an endpoint badge of shields.io
  csv FILE...        requirements and clients as a table
  diff BEFORE NOW    what changed, as Markdown
  site FILE...       all readers' pages, of all clients given, in --out DIR (default reports/out/site);
                     results of impostors are shown as the null control
  merge FILE...      the shards of one run as one; --out DIR says where its reports go
  schema [NAME]      the JSON Schema of results (default), baseline, kill-matrix, selftest, interop,
                     badge or bundle

  --out PATH         where to write (default: standard output)
  --single-file      site: one file instead of a folder
  --selftest FILE    site: selftest.json, as the command selftest writes it, for the null control
  --kills FILE       site: killmatrix.json, as the command killmatrix writes it
  --interop FILE     site: interop.json, as the command interop writes it
  --against FILE     site: earlier results of one of the clients
  --rfcs DIR         site: a checkout of the RFCs, to show which sentences changed
  --baseline FILE    merge: known failures, held against the whole run
`

const options = {
  out: { type: 'string' },
  'single-file': { type: 'boolean' },
  kills: { type: 'string' },
  selftest: { type: 'string' },
  interop: { type: 'string' },
  against: { type: 'string' },
  rfcs: { type: 'string' },
  baseline: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Given = ReturnType<typeof given>['values']
type Kind = (files: readonly string[], given: Given) => number

/** A report about one run, printed or written. */
const ofOne =
  (make: (results: ReturnType<typeof readResults>) => string): Kind =>
  (files, { out }) => {
    if (files.length > 1) throw new UsageError(`expected one FILE, got ${files.join(', ')}`)
    return write(make(readResults(files[0] ?? RESULTS)), out)
  }

const RESULTS = 'reports/out/results.json'

const schemas: Record<string, () => object> = {
  results: resultsSchema,
  baseline: baselineSchema,
  'kill-matrix': killMatrixSchema,
  selftest: nullGateSchema,
  interop: interopSchema,
  badge: badgeSchema,
  bundle: bundleSchema,
}

const kinds: Record<string, Kind> = {
  html: ofOne(reportPage),
  summary: ofOne(markdown),
  junit: ofOne(junit),
  earl: ofOne(earl),
  badge: ofOne(badge),
  csv: (files, { out }) => write(csv(orDefault(files).map(readResults)), out),
  diff: ([before, now, ...others], { out }) => {
    if (before === undefined || now === undefined || others.length > 0)
      throw new UsageError('expected two files, the earlier results and those of now')
    return write(markdownDiff(readResults(before), readResults(now)), out)
  },
  site: (files, given) => site(orDefault(files), given),
  merge: (files, { out, baseline }) => mergeShards(files, out ?? 'reports/out', baseline),
  schema: ([name = 'results'], { out }) => {
    const schema = schemas[name]
    if (!schema) throw new UsageError(`no schema "${name}": ${nearest(name, Object.keys(schemas))}`)
    return write(`${JSON.stringify(schema(), null, 2)}\n`, out)
  },
}

/** `report`: everything that is made from results.json. */
export async function report(args: string[]): Promise<number> {
  const { values, positionals } = given(args)
  const [kind, ...files] = positionals
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const make = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!make)
    throw new UsageError(
      kind === undefined
        ? 'expected a KIND of report (report --help)'
        : `no report "${kind}": ${nearest(kind, Object.keys(kinds))}`,
    )
  return make(files, values)
}

function given(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options })
}

function orDefault(files: readonly string[]): readonly string[] {
  return files.length > 0 ? files : [RESULTS]
}

function site(files: readonly string[], given: Given): number {
  const { out = 'reports/out/site', kills, selftest, interop, against, rfcs } = given
  const sources = {
    results: files.map(readResults),
    kills: kills === undefined ? undefined : readKillMatrix(kills),
    nullGate: selftest === undefined ? undefined : readNullGate(selftest),
    interop: interop === undefined ? undefined : readInterop(interop),
    before: against === undefined ? undefined : readResults(against),
    drift: rfcs === undefined ? undefined : check(rfcs),
  }
  const single = given['single-file']
  const file = resolve(single && /\.html?$/.test(out) ? out : join(out, 'index.html'))
  if (single) write(siteFile(sources), file)
  else writeSite(sources, resolve(out))
  process.stdout.write(`site: ${file}\n`)
  return EXIT.conformant
}

function write(text: string, file: string | undefined): number {
  if (file === undefined) process.stdout.write(text)
  else {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    writeFileSync(file, text)
  }
  return EXIT.conformant
}
