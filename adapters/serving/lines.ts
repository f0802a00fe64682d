import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Handler } from '../contract/handler.ts'
import { Lines } from '../transports/lines.ts'
import { answer } from './answer.ts'

/** Answers every line of `input` with a line on `output`, in order, until the input ends. */
export async function serveLines(
  handle: Handler,
  input: Readable,
  output: Writable,
): Promise<void> {
  const pending: string[] = []
  const lines = new Lines((line) => pending.push(line))
  // The suite has gone; the input tells that as well, by its end.
  output.on('error', () => {})
  for await (const chunk of input) {
    lines.push(chunk as Buffer)
    for (const line of pending.splice(0)) {
      const ready = output.write(`${await answer(handle, line)}\n`)
      if (!ready && !output.destroyed)
        await Promise.race([once(output, 'drain'), once(output, 'close')])
    }
  }
}
