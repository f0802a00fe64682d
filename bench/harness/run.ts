/*
All benchmarks: every file directly in bench/, each in a process of its own beside its peer, so that the
memory is its own. Figures are medians; time is processor time where the benchmark does not say otherwise.

npm run bench [-- NAME…] [--full] [--runs N] [--json] [--against FILE] [--of FILE]…

  NAME            only these, such as sds
  --full          the large sizes too
  --runs N        all of it N times; then one table, the median of the runs and their spread
  --json          nothing but JSON, to keep and to compare with
  --against FILE  beside each figure what it was in a JSON of before
  --of FILE       runs nothing, but tells what was kept; of several files the median and the spread

A benchmark that takes longer than ten minutes, or an hour with --full, is stopped and told as missing.
*/
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { across, type Missing, nameOf, type Report, type Row, readReport } from './row.ts'
import { table } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    runs: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
    of: { type: 'string', multiple: true, default: [] },
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
if (!/^[1-9]\d?$/.test(values.runs)) {
  console.error(`expected --runs as a number from 1 to 99, got ${values.runs}`)
  process.exit(2)
}
const asked = positionals.length > 0 ? positionals : known
const limitMinutes = values.full ? 60 : 10
const before = values.against === undefined ? undefined : readReport(values.against).rows
const reports = values.of.map(readReport)
const single = values.runs === '1' && reports.length === 0
for (let left = reports.length > 0 ? 0 : Number(values.runs); left > 0; left--)
  reports.push(await runAll())
const missing = new Map(reports.flatMap((each) => each.missing).map((each) => [told(each), each]))
const whole: Report = {
  ...(reports[0] as Report),
  rows: across(reports.map(({ rows }) => rows)),
  missing: [...missing.values()],
}
if (values.json) console.log(JSON.stringify(whole, null, 2))
else if (!single) {
  console.log(`\nThe median of ${reports.length} runs and their spread; ${whole.machine}.\n`)
  console.log(table(whole.rows, nameOf, before))
  for (const each of missing.keys()) console.log(`not measured: ${each}`)
}

function told({ bench, reason }: Missing): string {
  return `${bench}: ${reason}`
}

async function runAll(): Promise<Report> {
  const rows: Row[] = []
  const missing: Missing[] = []
  for (const bench of asked) {
    const started = performance.now()
    const found = await run(bench)
    rows.push(...found.rows)
    missing.push(...found.missing)
    if (values.json) continue
    console.log(`\n## ${bench} (${((performance.now() - started) / 1000).toFixed(0)} s)\n`)
    for (const { reason } of found.missing) console.log(`not measured: ${reason}\n`)
    if (found.rows.length > 0) console.log(table(found.rows, ({ what }) => what, before))
  }
  const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} processors, ${platform()} ${arch()}`
  return { node: process.version, machine, full: values.full, rows, missing }
}

async function run(bench: string): Promise<{ rows: Row[]; missing: Missing[] }> {
  const rows: Row[] = []
  const missing: Missing[] = []
  const child = fork(join(folder, `${bench}.ts`), values.full ? ['--full'] : [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    timeout: limitMinutes * 60_000,
  })
  child.on('message', (told: (Figure & { peakMb: number }) | { reason: string }) => {
    if ('reason' in told) missing.push({ bench, ...told })
    else rows.push({ bench, ...told })
  })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) {
    const late = signal === 'SIGTERM' ? `, after ${limitMinutes} minutes at most` : ''
    missing.push({ bench, reason: `it ended with ${code ?? signal}${late}` })
    process.exitCode = 1
  }
  return { rows, missing }
}
