import { parentPort, workerData } from 'node:worker_threads'
import { closeAll } from '../adapters/open.ts'
import type { OnRan } from '../reports/collector.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import { type Place, runScenarios } from './cucumber.ts'

/* Runs the scenarios that it is sent with a client of its own; `null` ends it. */

const parameters = workerData as WorldParameters

const onRan: OnRan = (ran, tape) => parentPort?.postMessage({ ran, ...(tape && { tape }) })

parentPort?.on('message', async (cases: readonly Place[] | null) => {
  if (cases) {
    await runScenarios({ cases, parameters, onRan })
    parentPort?.postMessage('done')
  } else {
    await closeAll()
    parentPort?.close()
  }
})
