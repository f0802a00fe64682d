import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { closeAll } from '../adapters/open.ts'
import type { Event } from '../reports/case.ts'
import type { OnRan } from '../reports/collector.ts'
import { sessionsOf } from '../steps/cast.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import { runScenarios } from './cucumber.ts'
import type { Place } from './portions.ts'

/* Runs the scenarios that it is sent with a client of its own; `null` ends it. */

const parameters = workerData as WorldParameters

const onRan: OnRan = (ran, tape) => parentPort?.postMessage({ ran, ...(tape && { tape }) })

parentPort?.on('message', async (cases: readonly Place[] | null) => {
  if (cases) {
    const missing = await notStarted()
    if (missing === undefined) await runScenarios({ cases, parameters, onRan })
    else for (const each of cases) leaveOut(each, missing)
    parentPort?.postMessage('done')
  } else {
    await closeAll()
    parentPort?.close()
  }
})

/** Why the client of this thread did not start; undefined where it did. */
async function notStarted(): Promise<string | undefined> {
  try {
    await sessionsOf(parameters)
    return undefined
  } catch (cause) {
    return (cause as Error).message
  }
}

/** Tells of a scenario for which there is no client. */
function leaveOut({ uri, line }: Place, missing: string): void {
  const finding = {
    kind: 'not-measured',
    subject: 'one more client beside the others (--parallel)',
    wanted: 'it to introduce itself as the first one did',
    got: `${missing}; where only one can run at a time, leave --parallel out`,
  } as const
  const nothing = { presences: 0, absences: 0, fresh: false, calls: [], callsDropped: 0 }
  const record = { seed: parameters.seed ?? '', ...nothing, finding }
  const event: Event = { type: 'finding', ...finding }
  onRan(
    { uri, line, status: 'FAILED', record, wallMs: 0, message: missing },
    parameters.tape ? gzipSync(`${JSON.stringify(event)}\n`) : undefined,
  )
}
