/** A first adapter for community archives (61): README.md tells what to do next. */
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'

const hello = {
  protocol: 1,
  implementation: { name: 'my-client', version: '0.0.0', language: 'TypeScript' },
  adapter: { name: 'my-client-shim', version: '0.0.0' },
  areas: ['archives'],
  capabilities: ['archives.member'], // claim what works, and nothing else
  clock: 'virtual', // time is the `now` of each call, never the clock of this machine
}
type Params = { privateKey: string; communityId: string; wire: string; text: string }
type Call = { id: number; op: string; instance: string; now: number; params: Params }
/** A refusal that the specification provides; whatever else fails is an error. */
class Rejected extends Error {}

const raise = (message: string): never => {
  throw new Error(message)
}
const hex = (text: string) => (/^([0-9a-f]{2})+$/.test(text) ? text : raise(`no hex: ${text}`))
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Your library goes here. This only remembers what it joined, so it passes nothing. */
const nodes = new Map<string, Set<string>>()
const at = (name: string) => nodes.get(name) ?? raise(`no instance ${name}`)
const view = { controlNode: false, name: '', channelTopics: [], specialTopic: '', chatIds: [] }
/** A community that the node is in. */
const member = ({ instance, params: { communityId } }: Call, answer: object) =>
  at(instance).has(communityId) ? answer : raise(`not in ${communityId}`)

const ops: Record<string, (call: Call) => object> = {
  hello: () => hello,
  destroy: ({ instance }) => (nodes.delete(instance) ? {} : {}),
  'archives.create': ({ instance, params }) =>
    nodes.set(instance, new Set()) && { publicKey: `02${hash(hex(params.privateKey))}` },
  'archives.advance': ({ instance }) => at(instance) && {}, // does all that is due up to `now`
  // What a member must not take: throw new Rejected('not-genuine')
  'archives.receive': ({ instance, params }) => (at(instance) && hex(params.wire) ? {} : {}),
  'archives.sent': ({ instance }) => at(instance) && { messages: [] },
  'archives.join': ({ instance, params }) => at(instance).add(params.communityId) && {},
  'archives.leave': ({ instance, params }) => (at(instance).delete(params.communityId) ? {} : {}),
  'archives.community': (call) => member(call, view),
  'archives.messages': (call) => member(call, { messages: [] }),
  'archives.post': (call) => member(call, { messageId: hash(call.params.text + call.now) }),
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
