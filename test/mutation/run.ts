import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { MutantResult } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { areas } from '../../adapters/contract/hello.ts'
import { packageRoot } from '../../spec/root.ts'
import { NOT_SAMPLED, type Scope, wasInSample } from './scope.ts'
import { blank, compare, kindsOf, known, readSurvivors } from './survivors.ts'
import { isDecided, table } from './table.ts'

const HELP = `usage: npm run mutation -- [--area AREA]… [--file NAME]… [--one-in N] [--concurrency N]
                               [--changed]

Changes adapters/reference in every way that Stryker knows, one at a time, and runs the scenarios that
reach the change. Prints the scores and what survived; the pages are in reports/out/mutation/AREA.html.
Exit 0: each survivor has its reason in adapters/mutants/survivors.yaml, and each reason its survivor.

  --area AREA      sds, voting, archives or payloads (default sds)
  --file NAME      only this file of the area, such as bloom.ts
  --one-in N       a sample: one mutant in N, drawn by its text, the same in every run
  --concurrency N  processes beside each other (default 2)
  --changed        take from the last run what neither the code nor the features changed; a changed step is
                   not noticed
`

const { values } = parseArgs({
  options: {
    area: { type: 'string', multiple: true, default: ['sds'] },
    file: { type: 'string', multiple: true, default: ['**/*.ts'] },
    'one-in': { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '2' },
    changed: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) process.stdout.write(HELP)
else {
  const unknown = values.area.find((area) => !areas.includes(area as never))
  if (unknown !== undefined) throw new Error(`no area "${unknown}": ${areas.join(', ')}`)
  process.chdir(packageRoot())
  const entries = readSurvivors()
  let right = true
  for (const area of values.area) {
    const scope = { area, oneIn: Math.max(1, Number(values['one-in'])) }
    right = report(scope, await mutate(scope), entries) && right
  }
  process.exitCode = right ? 0 : 1
}

function mutate(scope: Scope): Promise<MutantResult[]> {
  const out = `reports/out/mutation/${scope.area}`
  return new Stryker({
    mutate: values.file.map((file) => `adapters/reference/${scope.area}/${file}`),
    testRunner: 'scenarios',
    plugins: [join(import.meta.dirname, 'runner.ts')],
    mutation: scope,
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    // The machine may be busy with other things; an endless loop ends by a count, not by the clock.
    timeoutMS: 120_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 15,
    reporters: ['html', 'json', 'progress-append-only'],
    htmlReporter: { fileName: `${out}.html` },
    jsonReporter: { fileName: `${out}.json` },
    incremental: true,
    force: !values.changed,
    incrementalFile: `${out}.last.json`,
    tempDirName: `${out}.tmp`,
    ignorePatterns: ['reports/out', 'dist', 'bench', 'docs', 'adapters/clients/*/*'],
    // TypeScript 7 has no interface for programs, which Stryker would use to read the file.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    allowConsoleColors: false,
  }).runMutationTest()
}

/** Prints what was found in an area, and answers whether every survivor is accounted for. */
function report(
  scope: Scope,
  found: readonly MutantResult[],
  entries: ReturnType<typeof readSurvivors>,
): boolean {
  const names = new Set(found.map(({ fileName }) => fileName))
  const sources = new Map([...names].map((name) => [name, readFileSync(name, 'utf8')]))
  const knownOf = (mutants: readonly MutantResult[]) =>
    mutants.map((mutant) => known(mutant, sources.get(mutant.fileName) ?? ''))
  // Those that no scenario reaches Stryker tells of, whether they are in the sample or not.
  const { drawn: tried = [], other = [] } = Object.groupBy(found, (mutant) =>
    wasInSample(mutant, scope) ? 'drawn' : 'other',
  )
  const leftOut = tried.filter(({ statusReason }) => statusReason === NOT_SAMPLED).length
  if (leftOut > 0)
    throw new Error(`the last run was a sample without ${leftOut} of these: leave --changed out`)
  const survived = knownOf(
    tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage'),
  )
  const open = knownOf([...tried.filter((each) => !isDecided(each)), ...other])
  const own = entries.map(({ kind, reason, mutants }) => ({
    kind,
    reason,
    mutants: mutants.filter(({ file }) => [...names].some((name) => name.endsWith(`/${file}`))),
  }))
  const { unexplained, stale } = compare(survived, open, own)
  process.stdout.write(table(scope.area, tried, found.length, kindsOf(survived, own)))
  if (unexplained.length > 0)
    process.stdout.write(`\nSurvived without a reason:\n${blank(unexplained)}`)
  for (const { file, line, was, becomes } of stale)
    process.stdout.write(`\nNo survivor any more: ${file}: ${line}: ${was} → ${becomes}\n`)
  return unexplained.length === 0 && stale.length === 0
}
