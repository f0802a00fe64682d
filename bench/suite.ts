/*
The suite itself: how long its commands take to start, what it adds to a scenario over cucumber-js alone,
and what a client costs that is a program.

Figures are processor time of the program and all that it starts, medians of rounds in turns.
"cucumber-js alone" runs as many scenarios of six steps that do nothing; both costs a scenario are of a
whole run less those of a run of one requirement, or of one scenario.

node bench/suite.ts [ROUNDS] [--full]: 3 if not given, with SDS alone; with --full more areas, and all in
one run, in one thread and in as many as usual.
*/
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readResults } from '../reports/read.ts'
import { catalogue } from '../spec/catalogue.ts'
import { full, median, spreadOf, tell, tellWhy, words } from './harness/figure.ts'
import { type Cost, cost } from './harness/program.ts'

const root = join(import.meta.dirname, '..')
const rounds = Number(words[0] ?? 3)
const measured = full ? ['sds', 'voting', 'payloads'] : ['sds']
const folder = mkdtempSync(join(tmpdir(), 'bench-suite-'))
const LAUNCH = join(root, 'cli', 'launch.js')
const CUCUMBER = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js')
/** Not all MUSTs of every area are tested. */
const DONE = [0, 4]

const run = (...flags: string[]) =>
  cost([LAUNCH, 'run', '--seed', '5eed', '--out', join(folder, 'out'), ...flags], root, DONE)
const here = ['--adapter', 'reference']

/** Rounds of several acts in turns, after one that warms up the caches of the disk. */
function turns(acts: readonly (() => Cost)[]): Cost[][] {
  for (const act of acts) act()
  const all = Array.from({ length: rounds }, () => acts.map((act) => act()))
  return acts.map((_, at) => all.map((round) => round[at] as Cost))
}

const ms = (costs: readonly Cost[]) => costs.map((each) => each.ms)
const peakMb = (costs: readonly Cost[]) => Math.max(...costs.map((each) => each.peakMb))

function starting(): void {
  const bare = join(folder, 'nothing.js')
  writeFileSync(bare, '')
  const [node, help, list] = turns([
    () => cost([bare], root),
    () => cost([LAUNCH, '--help'], root),
    () => cost([LAUNCH, 'list'], root),
  ])
  if (!node || !help || !list) return
  for (const [what, costs] of [
    ['vac-conformance --help', help],
    ['vac-conformance list', list],
  ] as const) {
    const wall = costs.map(({ wallMs }) => wallMs)
    const peer = { name: 'node, an empty script', value: median(node.map(({ wallMs }) => wallMs)) }
    const figure = { unit: 'ms from start to end', value: median(wall), spread: spreadOf(wall) }
    tell({ what, ...figure, peer, peakMb: peakMb(costs) })
  }
}

/** A folder in which cucumber-js finds a feature of so many scenarios. */
function alone(count: number): string {
  const own = join(folder, `${count}`)
  mkdirSync(own)
  symlinkSync(join(root, 'node_modules'), join(own, 'node_modules'))
  writeFileSync(join(own, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(own, 'steps.js'),
    `import { Given } from '@cucumber/cucumber'\nGiven(/^step \\d+ of \\d+$/, () => {})\n`,
  )
  const steps = (at: number) =>
    [1, 2, 3, 4, 5, 6].map((step) => `    Given step ${step} of ${at}\n`).join('')
  const all = Array.from({ length: count }, (_, at) => `  Scenario: ${at}\n${steps(at)}`)
  writeFileSync(join(own, 'all.feature'), `Feature: Nothing\n${all.join('')}`)
  return own
}

function scenarios(): void {
  const rules = catalogue(root)
  const bare = (cwd: string) =>
    cost([CUCUMBER, '--import', 'steps.js', '--format', 'progress', 'all.feature'], cwd)
  const single = alone(1)
  for (const area of measured) {
    const own = rules.filter((rule) => rule.area === area)
    const count = own.reduce((sum, { cases }) => sum + cases.length, 0)
    const many = alone(count)
    const [one = [], whole = [], bareWhole = [], bareOne = []] = turns([
      () => run(...here, '--id', own[0]?.id ?? ''),
      () => run(...here, '--area', area, '--parallel', '1'),
      () => bare(many),
      () => bare(single),
    ])
    const each = (more: readonly Cost[], less: readonly Cost[]) =>
      more.map((cost, at) => (cost.ms - (less[at]?.ms ?? 0)) / count)
    // The mean has the properties with hundreds of tries in it, the median what most of them cost.
    tell({
      what: `the median scenario of ${area}`,
      unit: 'ms',
      value: medianScenario(),
      peer: { name: 'cucumber-js alone', value: median(each(bareWhole, bareOne)) },
    })
    tell({
      what: `the mean scenario of ${area}, ${count} of them`,
      unit: 'ms',
      value: median(each(whole, one)),
      spread: spreadOf(each(whole, one)),
      peer: { name: 'cucumber-js alone', value: median(each(bareWhole, bareOne)) },
      peakMb: peakMb(whole),
    })
  }
}

/** Of the last run. */
function medianScenario(): number {
  const { requirements } = readResults(join(folder, 'out', 'results.json'))
  return median(requirements.flatMap(({ cases }) => cases.map(({ wallMs }) => wallMs)))
}

function programs(): void {
  const exec = `exec:"${process.execPath}" "${LAUNCH}" serve --stdio`
  for (const area of measured) {
    const [inProcess = [], program = []] = turns([
      () => run(...here, '--area', area, '--parallel', '1'),
      () => run('--adapter', exec, '--area', area),
    ])
    const wall = program.map(({ wallMs }) => wallMs)
    tell({
      what: `a run of ${area} with the reference as a program`,
      unit: 'ms from start to end',
      value: median(wall),
      spread: spreadOf(wall),
      peer: { name: 'in this process', value: median(inProcess.map(({ wallMs }) => wallMs)) },
      peakMb: peakMb(program),
    })
  }
}

function areas(): void {
  const [one = [], usual = []] = turns([() => run(...here, '--parallel', '1'), () => run(...here)])
  for (const [what, costs] of [
    ['all areas in one thread', one],
    ['all areas', usual],
  ] as const) {
    const wall = costs.map(({ wallMs }) => wallMs)
    const figure = { unit: 'ms from start to end', value: median(wall), spread: spreadOf(wall) }
    const peer = { name: 'its processor time', value: median(ms(costs)) }
    tell({ what, ...figure, peer, peakMb: peakMb(costs) })
  }
}

try {
  if (process.platform === 'linux') {
    starting()
    scenarios()
    programs()
    if (full) areas()
  } else tellWhy('the kernel is asked for the processor time of programs, so on Linux alone')
} finally {
  rmSync(folder, { recursive: true })
}
