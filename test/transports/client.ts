import type { Reply, Request } from '../../adapters/contract/envelope.ts'
import { MAX_LINE } from '../../adapters/transports/lines.ts'

/** A client whose operations are ways to behave; what it can do as a function it does on every transport. */
export default async function client(request: Request): Promise<Reply> {
  const { id, op, params } = request
  switch (op) {
    case 'echo':
      return { id, ok: { params, pid: process.pid } }
    case 'long': {
      // As long as a reply may be, to the byte.
      const empty = JSON.stringify({ id, ok: { text: '' } }).length
      return { id, ok: { text: 'x'.repeat(MAX_LINE - empty) } }
    }
    case 'too-long':
      return { id, ok: { text: 'x'.repeat(MAX_LINE) } }
    case 'hang':
      return new Promise(() => {})
    case 'loop':
      return forever()
    case 'exit':
      return process.exit((params as { code: number }).code)
    case 'throw':
      setImmediate(() => {
        throw new Error('thrown outside of any call')
      })
      return new Promise(() => {})
    case 'write':
      process.stderr.write('something to know '.repeat(20_000))
      await new Promise((done) => setTimeout(done, 50))
      return { id, ok: {} }
    case 'token':
      return { id, ok: { token: process.env.VAC_ADAPTER_TOKEN ?? null } }
    case 'wrong-id':
      return { id: id + 1, ok: {} }
    default:
      return { id, unsupported: { capability: op } }
  }
}

/** Never gives the thread back. */
function forever(): never {
  for (;;);
}
