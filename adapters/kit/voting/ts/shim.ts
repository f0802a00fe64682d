/** A first adapter for the hashgraph-like consensus: README.md tells what to do next. */
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'

const hello = {
  protocol: 1,
  implementation: { name: 'my-client', version: '0.0.0', language: 'TypeScript' },
  adapter: { name: 'my-client-shim', version: '0.0.0' },
  areas: ['voting'],
  documents: ['consensus'],
  capabilities: [], // claim what works, and nothing else
  clock: 'virtual', // time is the `now` of each call, never the clock of this machine
}
type Params = { privateKey: string; name: string; wire: string; proposalId: number }
type Call = { id: number; op: string; instance: string; now: number; params: Params }
/** A refusal that the specification provides, as 'repeated-vote'; whatever else fails is an error. */
class Rejected extends Error {}

const raise = (message: string): never => {
  throw new Error(message)
}
const hex = (text: string) => (/^([0-9a-f]{2})+$/.test(text) ? text : raise(`no hex: ${text}`))
const hash = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest()

/** Your library goes here. This only remembers what it was given, so it passes nothing. */
const voters = new Map<string, Map<number, string>>()
const at = (name: string) => voters.get(name) ?? raise(`no instance ${name}`)
const keep = (call: Call, wire: string) => {
  const proposalId = hash(wire).readUInt32BE()
  at(call.instance).set(proposalId, wire)
  return { proposalId, wire }
}
const find = ({ instance, params: { proposalId } }: Call) =>
  at(instance).get(proposalId) ?? raise(`no proposal ${proposalId}`)

const ops: Record<string, (call: Call) => object> = {
  hello: () => hello,
  destroy: ({ instance }) => (voters.delete(instance) ? {} : {}),
  'voting.create': ({ instance, params }) =>
    voters.set(instance, new Map()) && { owner: hash(hex(params.privateKey)).toString('hex') },
  'voting.propose': (call) =>
    keep(call, hash(call.params.name.length, call.params, call.now).toString('hex')),
  'voting.receive': (call) => ({ proposalId: keep(call, hex(call.params.wire)).proposalId }),
  'voting.vote': (call) => keep(call, find(call)),
  'voting.proposal': (call) => ({ wire: find(call) }),
  'voting.result': ({ instance }) => at(instance) && { result: 'UNDECIDED', final: false },
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
