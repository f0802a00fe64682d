/** A first adapter for Status payloads (62): README.md tells what to do next. */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import protobuf from 'protobufjs'

const hello = {
  protocol: 1,
  implementation: { name: 'my-client', version: '0.0.0', language: 'TypeScript' },
  adapter: { name: 'my-client-shim', version: '0.0.0' },
  areas: ['payloads'],
  capabilities: [], // claim what works, and nothing else
  clock: 'virtual', // time is the `now` of each call, never the clock of this machine
}
/** Your library goes here, and in records.proto what your client is built from. */
const records = new protobuf.Root()
  .loadSync(join(import.meta.dirname, 'records.proto'), { keepCase: true })
  .resolveAll()
type Call = { id: number; op: string; params: { record: string; value: object; bytes: string } }
function raise(message: string): never {
  throw new Error(message)
}
const unhex = (text: unknown) =>
  Buffer.from(/^([0-9a-f]{2})*$/.exec(String(text))?.[0] ?? raise(`no hex: ${text}`), 'hex')
const hex = (_key: string, value: { type?: string; data: number[] } | null) =>
  value?.type === 'Buffer' ? Buffer.from(value.data).toString('hex') : value
/** Bytes out of hex, wherever they are in a record. A field that it does not have is an error. */
function given({ name, fields }: protobuf.Type, value: object): object {
  const members = Object.entries(value).map(([key, one]) => {
    const { resolvedType: of, type, map } = fields[key] ?? raise(`${name} has no ${key}`)
    const plain = (part: unknown) => (type === 'bytes' ? unhex(part) : part)
    const item = of instanceof protobuf.Type ? (part: object) => given(of, part) : plain
    const pairs = () => Object.entries(one).map(([name, part]) => [name, item(part as object)])
    return [key, map ? Object.fromEntries(pairs()) : Array.isArray(one) ? one.map(item) : item(one)]
  })
  return Object.fromEntries(members)
}
const ops: Record<string, (params: Call['params']) => object> = {
  hello: () => ({ ok: hello }),
  destroy: () => ({ ok: {} }),
  'payloads.encode': ({ record, value }) => {
    const type = records.lookupType(record)
    return { ok: { bytes: Buffer.from(type.encode(type.fromObject(given(type, value))).finish()) } }
  },
  'payloads.decode': ({ record, bytes }) => {
    const [type, data] = [records.lookupType(record), unhex(bytes)]
    try {
      return { ok: { value: type.toObject(type.decode(data), { longs: String, enums: String }) } }
    } catch {
      return { rejected: { code: 'malformed' } } // what the specification lets a client refuse
    }
  },
}
for await (const line of createInterface({ input: process.stdin })) {
  const { id, op, params }: Call = JSON.parse(line)
  const reply = await Promise.resolve(params)
    .then(ops[op] ?? (() => ({ unsupported: { capability: op } })))
    .catch(({ message }: Error) => ({ error: { message } })) // whatever else went wrong
  process.stdout.write(`${JSON.stringify({ id, ...reply }, hex)}\n`)
}
