import { Writable } from 'node:stream'
import type { Handler } from '../contract/handler.ts'
import { serveLines } from './lines.ts'

/**
 * Serves a client as `exec:` expects it, until the end of stdin. Whatever the client or one of its
 * libraries prints goes to stderr, so that stdout holds replies alone.
 */
export function serveStdio(handle: Handler): Promise<void> {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  const replies = new Writable({
    write(chunk: Buffer, _, written) {
      write(chunk, () => written())
    },
  })
  return serveLines(handle, process.stdin, replies)
}
