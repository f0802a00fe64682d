import { createHash } from 'node:crypto'
import type { Handler } from '../contract/handler.ts'
import { aside } from './aside.ts'
import { example, least } from './example.ts'
import { type Call, mannered, type Said } from './manners.ts'
import { parrot } from './parrot.ts'
import { Recording } from './recording.ts'

/*
Clients that implement nothing. Each is the hardest of its kind: it claims everything and keeps to
the protocol but for the one thing it is named after. None may pass a single requirement.
*/

/** `record`: a file as Recording reads it, for those that repeat what a client once said. */
type Impostor = (name: string, record?: string) => Handler

const ok = (value: unknown): Said => ({ kind: 'ok', ok: value as object })
const plausible = ({ ok: schema }: Call) => ok(example(schema, 1))
const rejected = (code: string): Said => ({ kind: 'rejected', rejected: { code } })

export const impostors: Readonly<Record<string, Impostor>> = {
  dead: () => process.exit(1),
  silent: () => () => new Promise(() => {}),
  hangs: (name) =>
    mannered(name, () => {
      for (;;);
    }),
  'crashes-on-first-call': (name) =>
    mannered(name, () => {
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => {})
    }),
  'exits-0-mid-run': (name) => {
    let calls = 0
    return mannered(name, (call) => (++calls > 5 ? process.exit(0) : plausible(call)))
  },
  echo: (name) => mannered(name, ({ given }) => ok(given)),
  'accept-all': (name) => mannered(name, ({ ok: schema }) => ok(least(schema))),
  'reject-all': (name) => mannered(name, ({ refuses }) => rejected(refuses?.[0] ?? 'refused')),
  /** Refuses wherever the specification lets it, so that it gets as far as the refusals. */
  'reject-what-it-may': (name) =>
    mannered(name, (call) => (call.refuses?.[0] ? rejected(call.refuses[0]) : plausible(call))),
  'unsupported-all': (name) =>
    mannered(name, ({ op, needs }) => ({ kind: 'unsupported', capability: needs ?? op })),
  'error-all': (name) => mannered(name, () => ({ kind: 'error', message: 'no' })),
  constant: (name, record) => {
    const recording = record === undefined ? undefined : new Recording(record)
    return mannered(name, (call) => recording?.first(call) ?? plausible(call))
  },
  /** Answers differently to different parameters, and always the same to the same ones. */
  'ignores-clock': (name) =>
    mannered(name, ({ op, given, ok: schema }) => {
      const digest = createHash('sha256').update(op + JSON.stringify(given))
      return ok(example(schema, digest.digest().readInt32BE()))
    }),
  random: (name) => {
    let turn = Date.now() | 0
    return mannered(name, ({ ok: schema }) => ok(example(schema, turn++)))
  },
  parrot: (name) => mannered(name, parrot()),
  'floods-stderr': (name) => {
    let floods = 10
    return mannered(name, async (call) => {
      const flood = 'flood\n'.repeat(floods-- > 0 ? 200_000 : 1)
      await new Promise((flushed) => process.stderr.write(flood, flushed))
      return plausible(call)
    })
  },
  'two-replies': (name) => {
    const honest = mannered(name, plausible)
    return async (request) => {
      const reply = await honest(request)
      if (request.op !== 'hello') aside.print(JSON.stringify(reply))
      return reply
    }
  },
  'stdout-noise': (name) =>
    mannered(name, (call) => {
      aside.print('listening on port 8080')
      return plausible(call)
    }),
  'replays-old-run': (name, record) => {
    const recording = new Recording(record)
    return mannered(name, (call) => recording.next(call) ?? plausible(call))
  },
}
