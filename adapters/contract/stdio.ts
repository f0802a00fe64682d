import { Lines } from '../transports/lines.ts'
import type { Reply, Request } from './envelope.ts'
import type { Handler } from './handler.ts'
import { requestFault } from './validate.ts'

/**
 * Serves a client over stdio, as `exec:` expects it: a request a line on stdin, its reply a line on
 * stdout, one after the other; returns at the end of stdin. Whatever else the client or one of its
 * libraries prints goes to stderr.
 */
export async function serveStdio(handle: Handler): Promise<void> {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  const waiting: string[] = []
  const lines = new Lines((line) => waiting.push(line))
  for await (const chunk of process.stdin) {
    lines.push(chunk)
    for (const line of waiting.splice(0)) {
      const text = `${JSON.stringify(await answer(handle, line))}\n`
      await new Promise<unknown>((flushed) => write(text, flushed))
    }
  }
}

async function answer(handle: Handler, line: string): Promise<Reply> {
  let request: unknown
  try {
    request = JSON.parse(line)
    const fault = requestFault(request)
    if (!fault) return await handle(request as Request)
    return { id: idOf(request), error: { message: `not a request: ${fault}` } }
  } catch (cause) {
    return { id: idOf(request), error: { message: String(cause) } }
  }
}

/** The id of what may be no request; 0, which no request has, where it has none. */
function idOf(request: unknown): number {
  const id = (request as { id?: unknown } | undefined | null)?.id
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : 0
}
