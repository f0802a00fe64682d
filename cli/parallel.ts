import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { OnRan, Ran } from '../reports/collector.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import { type Place, portionsOf } from './portions.ts'

const WORKER = join(import.meta.dirname, `scenario-worker${extname(import.meta.filename)}`)

/** Portions that a worker gets one after the other, so that none is left with the dear ones at the end. */
const PORTIONS = 8

/**
 * A thread needs 90 MB; without a limit V8 collects later, and four take 1.3 GB. The limit is ten times the need, as it
 * ends the thread, and a client may answer at length.
 */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

/** Fewer scenarios than this are done before a second worker has started. */
const WORTHWHILE = 600

/**
 * How many workers serve a run best where nobody said. A client in this process is held up by nothing but
 * the processor, and has nothing that a second one could disturb; of any other that is not known.
 */
export function usualWorkers(addresses: readonly string[], scenarios: number): number {
  const here = addresses.every((address) => /^(reference|mutant|variant)\b/.test(address))
  return here && scenarios >= WORTHWHILE ? Math.min(4, availableParallelism()) : 1
}

/**
 * Runs scenarios in threads, each with a client of its own. Not by Cucumber's `parallel`, which sends every
 * scenario with the whole document that it stands in: that costs as much as a third of the scenarios.
 */
export async function runParallel(
  cases: readonly Place[],
  workers: number,
  parameters: WorldParameters,
  onRan: OnRan,
): Promise<void> {
  const portions = portionsOf(cases, Math.ceil(cases.length / (workers * PORTIONS))).values()
  // Threads inherit the cache of compiled sources by nothing but its variable.
  const cache = getCompileCacheDir()
  const env = { ...process.env, ...(cache !== undefined && { NODE_COMPILE_CACHE: dirname(cache) }) }
  const threads = Array.from(
    { length: workers },
    () =>
      new Worker(WORKER, {
        env,
        workerData: parameters,
        resourceLimits: HEAP,
      }),
  )
  try {
    await Promise.all(
      threads.map(async (thread) => {
        const exit = once(thread, 'exit')
        await serve(thread, portions, onRan)
        thread.postMessage(null)
        await exit
      }),
    )
  } finally {
    for (const thread of threads) await thread.terminate()
  }
}

/** Sends a thread one portion after the other. Fails if it ends in the midst of them. */
function serve(thread: Worker, portions: Iterator<readonly Place[]>, onRan: OnRan): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const { done, value } = portions.next()
      if (done) resolve()
      else thread.postMessage(value)
    }
    thread.on('message', (message: { ran: Ran; tape?: Uint8Array } | 'done') => {
      if (message === 'done') next()
      else onRan(message.ran, message.tape && Buffer.from(message.tape))
    })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`a thread of the run ended early, with ${code}`)))
    next()
  })
}
