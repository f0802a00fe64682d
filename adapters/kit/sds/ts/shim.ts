/** A first adapter for Scalable Data Sync: README.md tells what to do next. */
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'

const hello = {
  protocol: 1,
  implementation: { name: 'my-client', version: '0.0.0', language: 'TypeScript' },
  adapter: { name: 'my-client-shim', version: '0.0.0' },
  areas: ['sds'],
  capabilities: [], // claim what works, and nothing else
  clock: 'virtual', // time is the `now` of each call, never the clock of this machine
}
type Params = { config: object; content: string; wire: string }
type Call = { id: number; op: string; instance: string; now: number; params: Params }
/** A refusal that the specification provides; whatever else fails is an error. */
class Rejected extends Error {}

const raise = (message: string): never => {
  throw new Error(message)
}
const hex = (text: string) => (/^([0-9a-f]{2})*$/.test(text) ? text : raise(`no hex: ${text}`))
const at = (name: string) => instances.get(name) ?? raise(`no instance ${name}`)

/** Your library goes here. This only remembers what it was given, so it passes nothing. */
const instances = new Map<string, { params: Params; sent: string[]; received: string[] }>()

const ops: Record<string, (call: Call) => object> = {
  hello: () => hello,
  destroy: ({ instance }) => (instances.delete(instance) ? {} : {}),
  'sds.create': ({ instance, params }) => {
    instances.set(instance, { params, sent: [], received: [] })
    return { ignoredConfig: Object.keys(params.config) }
  },
  'sds.send': ({ instance, now, params: { content } }) => {
    at(instance).sent.push(hex(content))
    const name = JSON.stringify([at(instance), now])
    return { messageId: createHash('sha256').update(name).digest('hex'), wire: content }
  },
  'sds.receive': ({ instance, params: { wire } }) => {
    at(instance).received.push(hex(wire))
    return {} // for bytes that are no message: throw new Rejected('undecodable')
  },
  'sds.state': ({ instance }) => at(instance) && {}, // a part that you cannot show is absent
  'sds.events': ({ instance }) => at(instance) && { events: [] },
}

function answer(call: Call) {
  try {
    const op = ops[call.op]
    return op ? { ok: op(call) } : { unsupported: { capability: call.op } }
  } catch (cause) {
    const { message } = cause as Error
    return cause instanceof Rejected ? { rejected: { code: message } } : { error: { message } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const call: Call = JSON.parse(line)
  process.stdout.write(`${JSON.stringify({ id: call.id, ...answer(call) })}\n`)
}
