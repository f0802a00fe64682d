import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import type { Area } from '../../adapters/contract/hello.ts'
import type * as Scenarios from './scenarios.ts'
import { inSample, NOT_SAMPLED, type Scope } from './scope.ts'

/*
Stryker's test runner for the reference: scenarios are the tests, and they run in the process of the mutated
code, so that it is known which of them reach a mutant.
*/

type Told = Scenarios.Told

/** What instrumented code reads and writes. */
const instrumented = ((globalThis as Record<string, unknown>)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??=
  {}) as InstrumenterContext

/** Scenarios that take no longer go before the others. */
const QUICK_MS = 25
/** How many go first because other mutants of the file fell by them. */
const KILLERS = 10

class ScenarioRunner implements TestRunner {
  readonly #scope: Scope
  readonly #took = new Map<string, number>()
  readonly #killers = new Map<string, Map<string, number>>()
  // Loaded from the copy of the project that holds the mutants, which is not where this file lies.
  #scenarios: typeof Scenarios | undefined

  constructor(options: { mutation: Scope }) {
    this.#scope = options.mutation
  }

  capabilities() {
    return { reloadEnvironment: false }
  }

  async dryRun(): Promise<DryRunResult> {
    const told = await this.#all()
    const coverage = instrumented.mutantCoverage ?? { static: {}, perTest: {} }
    // What the client does before the first scenario is there in each of them.
    for (const { id } of told) {
      const before = coverage.perTest[`${id.split(' ')[0]} hello`] ?? {}
      coverage.perTest[id] = { ...before, ...coverage.perTest[id] }
    }
    return {
      status: DryRunStatus.Complete,
      mutantCoverage: coverage,
      tests: told.map(({ id, name, uri, line, ms, failed, fault }) => ({
        id,
        name,
        timeSpentMs: ms,
        ...(uri !== undefined && { fileName: join(process.cwd(), uri) }),
        ...(line !== undefined && { startPosition: { line: line - 1, column: 0 } }),
        ...((failed ?? fault)
          ? { status: TestStatus.Failed as const, failureMessage: failed ?? fault ?? '' }
          : { status: TestStatus.Success as const }),
      })),
    }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, hitLimit, mutantActivation } = options
    if (!inSample(activeMutant, this.#scope))
      return { status: MutantRunStatus.Error, errorMessage: NOT_SAMPLED }
    if (mutantActivation === 'static') instrumented.activeMutant = activeMutant.id
    const { revisionsOf } = await this.#load()
    Object.assign(instrumented, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 })
    const told: Told[] = []
    const first = () => told.find(({ failed }) => failed !== undefined)
    const turns = testFilter ? this.#inTurn(testFilter, activeMutant.fileName) : [undefined]
    for (const ids of turns)
      for (const revision of revisionsOf(this.#scope.area as Area)) {
        const own = ids && new Set([...ids].filter((id) => id.startsWith(`${revision} `)))
        if (own?.size === 0 || first()) continue
        told.push(...(await this.#run(revision, true, own)))
      }
    const { hitCount } = instrumented
    Object.assign(instrumented, { activeMutant: undefined, hitLimit: undefined })
    const endless = determineHitLimitReached(hitCount, hitLimit)
    if (endless) return { ...endless, status: MutantRunStatus.Timeout }
    const killer = first()
    if (killer) {
      const killers = this.#killers.get(activeMutant.fileName) ?? new Map<string, number>()
      this.#killers.set(activeMutant.fileName, killers)
      killers.set(killer.id, (killers.get(killer.id) ?? 0) + 1)
      return {
        status: MutantRunStatus.Killed,
        killedBy: [killer.id],
        failureMessage: killer.failed ?? '',
        nrOfTests: told.length,
      }
    }
    const fault = told.find((each) => each.fault !== undefined)?.fault
    return fault === undefined
      ? { status: MutantRunStatus.Survived, nrOfTests: told.length }
      : { status: MutantRunStatus.Error, errorMessage: fault }
  }

  /** The tests to run: those first by which others of the file fell, then the quick ones, then the rest. */
  #inTurn(filter: readonly string[], file: string): ReadonlySet<string>[] {
    const killers = this.#killers.get(file) ?? new Map<string, number>()
    const first = new Set(
      filter
        .filter((id) => killers.has(id))
        .sort((a, b) => (killers.get(b) ?? 0) - (killers.get(a) ?? 0))
        .slice(0, KILLERS),
    )
    const others = Object.groupBy(
      filter.filter((id) => !first.has(id)),
      (id) => ((this.#took.get(id) ?? 0) < QUICK_MS ? 'quick' : 'slow'),
    )
    return [first, new Set(others.quick), new Set(others.slow)]
  }

  async #all(): Promise<Told[]> {
    const { revisionsOf } = await this.#load()
    const told: Told[] = []
    for (const revision of revisionsOf(this.#scope.area as Area))
      told.push(...(await this.#run(revision, false)))
    return told
  }

  async #run(
    revision: string,
    failFast: boolean,
    only?: ReadonlySet<string>,
  ): Promise<readonly Told[]> {
    const { runAgainst } = await this.#load()
    const begin = (id: string) => {
      instrumented.currentTestId = id
    }
    const area = this.#scope.area as Area
    const told = await runAgainst({ area, revision, only, failFast, begin })
    delete instrumented.currentTestId
    for (const { id, ms } of told) this.#took.set(id, ms)
    return told
  }

  async #load(): Promise<typeof Scenarios> {
    const file = pathToFileURL(join(process.cwd(), 'test/mutation/scenarios.ts'))
    return (this.#scenarios ??= (await import(file.href)) as typeof Scenarios)
  }
}

const scenarioRunner = Object.assign(
  (options: { mutation: Scope }) => new ScenarioRunner(options),
  { inject: tokens(commonTokens.options) },
)

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'scenarios', scenarioRunner as never),
]

/** Stryker warns of settings that no plugin announces. */
export const strykerValidationSchema = {
  properties: { mutation: { type: 'object' } },
}
