/*
All benchmarks: every file directly in bench/, each in a process of its own beside its peer, so that the
memory is its own. Figures are medians; time is processor time where the benchmark does not say otherwise.

npm run bench [-- NAME…] [--full] [--json] [--against FILE]

  NAME            only these, such as sds
  --full          the large sizes too
  --json          nothing but JSON, to keep and to compare with
  --against FILE  beside each figure what it was in a JSON of before
*/
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, ratioOf, short } from './figure.ts'
import { exponent } from './growth.ts'

interface Row extends Figure {
  readonly bench: string
  readonly peakMb: number
}

/** What `--json` prints. */
interface Report {
  readonly node: string
  readonly machine: string
  readonly full: boolean
  readonly rows: readonly Row[]
  readonly missing: readonly { readonly bench: string; readonly reason: string }[]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
})
const folder = join(import.meta.dirname, '..')
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'))
const unknown = positionals.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}: expected ${known.join(', ')}`)
  process.exit(2)
}
const before = values.against === undefined ? undefined : read(values.against)
const rows: Row[] = []
const missing: { bench: string; reason: string }[] = []
for (const bench of positionals.length > 0 ? positionals : known) {
  const started = performance.now()
  await run(bench)
  if (!values.json) show(bench, (performance.now() - started) / 1000)
}
const report: Report = {
  node: process.version,
  machine: `${cpus()[0]?.model.trim()}, ${availableParallelism()} processors, ${platform()} ${arch()}`,
  full: values.full,
  rows,
  missing,
}
if (values.json) console.log(JSON.stringify(report, null, 2))

async function run(bench: string): Promise<void> {
  const flags = values.full ? ['--full'] : []
  const child = fork(join(folder, `${bench}.ts`), flags, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (told: (Figure & { peakMb: number }) | { reason: string }) => {
    if ('reason' in told) missing.push({ bench, ...told })
    else rows.push({ bench, ...told })
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) missing.push({ bench, reason: `it ended with ${code}` })
  if (code !== 0) process.exitCode = 1
}

function read(file: string): ReadonlyMap<string, Row> {
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as Report
  return new Map(rows.map((row) => [`${row.bench}/${row.what}`, row]))
}

/** A table of Markdown, as docs/performance.md has it. */
function show(bench: string, seconds: number): void {
  const own = rows.filter((row) => row.bench === bench)
  const cells = (all: readonly string[]) => console.log(`| ${all.join(' | ')} |`)
  console.log(`\n## ${bench} (${seconds.toFixed(0)} s)\n`)
  for (const { reason } of missing.filter((each) => each.bench === bench))
    console.log(`not measured: ${reason}\n`)
  if (own.length === 0) return
  cells([
    'what',
    'median',
    'spread',
    'peer',
    "peer's",
    'ratio',
    'growth',
    'peak MB',
    ...(before ? ['before'] : []),
  ])
  cells(['---', ...Array.from({ length: before ? 8 : 7 }, () => '---:')])
  for (const row of own) {
    const { what, unit, value, spread, peer, atLeast, growth, peakMb } = row
    const ratio = ratioOf(row)
    const points = own.flatMap((each) =>
      each.growth && each.growth.series === growth?.series
        ? [[each.growth.size, each.growth.cost] as const]
        : [],
    )
    const last = Math.max(...points.map(([size]) => size)) === growth?.size
    const grown = last ? exponent(points) : undefined
    const was = before?.get(`${bench}/${what}`)
    cells([
      what,
      `${short(value)} ${unit}`,
      spread === undefined ? '' : `${Math.round(100 * spread)} %`,
      peer?.name ?? '',
      peer ? short(peer.value) : '',
      ratio === undefined ? '' : `${atLeast ? '≥ ' : ''}${short(ratio)}`,
      grown === undefined ? '' : `n^${grown.toFixed(2)}`,
      String(Math.round(peakMb)),
      ...(before ? [was ? `${short(was.value)} (× ${short(value / was.value)})` : 'none'] : []),
    ])
  }
}
