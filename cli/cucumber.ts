import { extname } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api'
import { Collector, type OnRan } from '../reports/collector.ts'
import { packageRoot } from '../spec/root.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import type { Place } from './portions.ts'

/** In the repository the steps are TypeScript, in the package what became of them. */
const STEPS =
  extname(fileURLToPath(import.meta.url)) === '.ts' ? 'steps/**/*.ts' : 'dist/steps/**/*.js'

export interface CucumberRun {
  readonly cases: readonly Place[]
  readonly parameters: WorldParameters
  readonly onRan: OnRan
  /** Is told the place of each scenario before anything of it runs. */
  readonly onBegin?: (place: string) => void
  /** Leave out what comes after the first scenario that fails. */
  readonly failFast?: boolean
}

// ES modules load once per process, so a second run needs the steps of the first.
let support: ISupportCodeLibrary | undefined

/**
 * Runs scenarios and tells of each that ran; what it means is the reports' affair. Their clients stay for the
 * next run: `closeAll` ends them.
 */
export async function runScenarios(run: CucumberRun): Promise<void> {
  const { cases, parameters, onRan, onBegin, failFast = false } = run
  const collector = new Collector(onRan, onBegin)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const environment = { cwd: packageRoot(), stdout: silent, stderr: process.stderr }
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: pathsOf(cases),
        import: [STEPS],
        worldParameters: { ...parameters, keepsClients: true },
        failFast,
      },
    },
    environment,
  )
  support ??= await loadSupport(runConfiguration, environment)
  await runCucumber({ ...runConfiguration, support }, environment, (message) =>
    collector.take(message),
  )
}

/** Places as Cucumber takes them: a path with its lines. */
function pathsOf(cases: readonly Place[]): string[] {
  const lines = Map.groupBy(cases, ({ uri }) => uri)
  return [...lines].map(([uri, at]) => [uri, ...at.map(({ line }) => line)].join(':'))
}
