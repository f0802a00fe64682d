/*
A run shared out over machines: four shards one after the other, as if each had a machine of its own, against the
same run whole; all in one thread. The results of the shards are joined, and have to be those of the whole run but
for wall times, or this fails. A quarter is the limit: what every shard does again is loading and the probe.

node bench/shards.ts [AREA] [--full]: sds, or with --full all areas, if none is named.
*/
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { full, tell, tellWhy, words } from './harness/figure.ts'
import { type Cost, cost } from './harness/program.ts'

const SHARDS = 4
const root = join(import.meta.dirname, '..')
const LAUNCH = join(root, 'cli', 'launch.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-shards-'))
const area = words[0] ?? (full ? undefined : 'sds')
const scope = area === undefined ? [] : ['--area', area]
/** Not all MUSTs of every area are tested. */
const DONE = [0, 4]

function run(name: string, ...flags: string[]): Cost {
  const terms = ['--adapter', 'reference', ...scope, '--seed', '5eed', '--parallel', '1']
  return cost([LAUNCH, 'run', ...terms, '--out', join(folder, name), ...flags], root, DONE)
}

const resultsOf = (name: string) => join(folder, name, 'results.json')

/** Results without what no two runs share. */
function timeless(name: string): string {
  return JSON.stringify(JSON.parse(readFileSync(resultsOf(name), 'utf8')), (key, value) =>
    key === 'wallMs' || key === 'startedAt' ? undefined : value,
  )
}

function measured(): void {
  const whole = run('whole')
  const names = Array.from({ length: SHARDS }, (_, at) => `${at + 1}`)
  const shards = names.map((name) => run(name, '--shard', `${name}/${SHARDS}`))
  const merge = ['report', 'merge', ...names.map(resultsOf), '--out', join(folder, 'merged')]
  const merged = cost([LAUNCH, ...merge], root, DONE)
  if (timeless('merged') !== timeless('whole'))
    throw new Error('expected the joined results of the shards to be those of the whole run')
  const what = area ?? 'all areas'
  const times = shards.map(({ ms }) => ms / 1000)
  const peakMb = Math.max(...shards.map((each) => each.peakMb))
  const peer = { name: 'the whole run', value: whole.ms / 1000 }
  tell({
    what: `the longest of ${SHARDS} shards of ${what}`,
    unit: 's',
    value: Math.max(...times),
    peer,
    peakMb,
  })
  tell({
    what: `the ${SHARDS} shards of ${what} and joining them`,
    unit: 's',
    value: times.reduce((sum, time) => sum + time, merged.ms / 1000),
    peer,
    peakMb: whole.peakMb,
  })
}

try {
  if (process.platform === 'linux') measured()
  else tellWhy('the kernel is asked for the processor time of programs, so on Linux alone')
} finally {
  rmSync(folder, { recursive: true })
}
