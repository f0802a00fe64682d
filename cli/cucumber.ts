import { extname } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api'
import type { Envelope } from '@cucumber/messages'
import { packageRoot } from '../spec/root.ts'
import type { WorldParameters } from '../steps/parameters.ts'

/** In the repository the steps are TypeScript, in the package what became of them. */
const STEPS =
  extname(fileURLToPath(import.meta.url)) === '.ts' ? 'steps/**/*.ts' : 'dist/steps/**/*.js'

/** Where a scenario, or a row of its Examples, stands; from the package root. */
interface Place {
  readonly uri: string
  readonly line: number
}

export interface CucumberRun {
  readonly cases: readonly Place[]
  readonly parameters: WorldParameters
  /** `i/n`: only the i-th of n shares of the scenarios. */
  readonly shard?: string
  /** Worker threads, each with a client of its own. */
  readonly parallel?: number
  readonly onMessage: (envelope: Envelope) => void
}

// ES modules load once per process, so a second run needs the steps of the first.
let support: ISupportCodeLibrary | undefined

/** Runs scenarios and passes on every message; what they mean is the reports' affair. */
export async function runScenarios(run: CucumberRun): Promise<void> {
  const { cases, parameters, shard, parallel = 1, onMessage } = run
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const environment = { cwd: packageRoot(), stdout: silent, stderr: process.stderr }
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: pathsOf(cases),
        import: [STEPS],
        worldParameters: { ...parameters },
        ...(shard !== undefined && { shard }),
        parallel: parallel > 1 ? parallel : 0,
      },
    },
    environment,
  )
  support ??= await loadSupport(runConfiguration, environment)
  await runCucumber({ ...runConfiguration, support }, environment, onMessage)
}

/** Places as Cucumber takes them: a path with its lines. */
function pathsOf(cases: readonly Place[]): string[] {
  const lines = Map.groupBy(cases, ({ uri }) => uri)
  return [...lines].map(([uri, at]) => [uri, ...at.map(({ line }) => line)].join(':'))
}
