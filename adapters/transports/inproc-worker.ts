import { parentPort, workerData } from 'node:worker_threads'
import type { Handler } from '../contract/handler.ts'
import { MAX_LINE } from './lines.ts'

const { default: handle } = (await import(workerData)) as { default?: Handler }
if (typeof handle !== 'function')
  throw new TypeError(
    `expected a function as default export of ${workerData} (see handler() in adapters/contract/handler.ts), got ${typeof handle}`,
  )
// JSON texts as on every other transport: what does not survive JSON does not pass here either.
parentPort?.on('message', async (text: string) => {
  const reply = JSON.stringify(await handle(JSON.parse(text)))
  if (reply?.length > MAX_LINE)
    throw new RangeError(`expected a reply of at most ${MAX_LINE} bytes, got ${reply.length}`)
  parentPort?.postMessage(reply)
})
