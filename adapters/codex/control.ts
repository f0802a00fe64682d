import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Type, { type Static } from 'typebox'
import { type Call, calls } from './journal.ts'
import type { CodexNetwork } from './network.ts'

const closed = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const Node = Type.String({ minLength: 1 })
const Cid = Type.String({ minLength: 1 })
const Count = Type.Integer({ minimum: 0 })

/** What can be done to a network from outside, one order for each `POST /control/<name>`. */
const orders = {
  /** Something goes wrong with coming requests; see Fault. */
  fault: closed({
    node: Node,
    effect: Type.Enum(['fail', 'hang', 'corrupt', 'cut', 'lose', 'newline']),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    calls: Type.Optional(Type.Array(Type.Enum([...calls]))),
    cid: Type.Optional(Cid),
    skip: Type.Optional(Count),
    times: Type.Optional(Count),
  }),
  /** Only the manifest of the dataset reaches the node. */
  withhold: closed({ node: Node, cid: Cid }),
  /** Everything works again. */
  clear: closed({ node: Node }),
  /** The node loses a dataset, or all of them. */
  drop: closed({ node: Node, cid: Type.Optional(Cid) }),
  /** Blocks live this many seconds. */
  ttl: closed({ node: Node, seconds: Count }),
  /** The time by which blocks expire, Unix milliseconds. */
  clock: closed({ now: Count }),
}
type Orders = { [Name in keyof typeof orders]: Static<(typeof orders)[Name]> }

const ajv = new Ajv2020({ strict: true })
const checks = Object.fromEntries(
  Object.entries(orders).map(([name, schema]) => [name, ajv.compile(schema)]),
)

/** Faults, time and the journal of a network over HTTP, for those who run it as a program of its own. */
export class CodexControl {
  readonly url: string
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  static async listen(network: CodexNetwork, port = 0, host = '127.0.0.1'): Promise<CodexControl> {
    const server = createServer(async (request, response) => {
      const { status, body } = await answer(network, request)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    return new CodexControl(server)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

async function answer(network: CodexNetwork, request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (request.method === 'GET' && url.pathname === '/control/requests') {
    const since = Number(url.searchParams.get('since') ?? 0)
    const node = url.searchParams.get('node') ?? undefined
    return { status: 200, body: { requests: network.journal.entries(node, since) } }
  }
  const name = /^\/control\/(\w+)$/.exec(url.pathname)?.[1] ?? ''
  const check = request.method === 'POST' ? checks[name] : undefined
  const known = Object.keys(orders).map((order) => `POST /control/${order}`)
  if (!check)
    return { status: 404, body: { error: `expected GET /control/requests or ${known.join(', ')}` } }
  const order = await json(request).catch(() => undefined)
  if (!check(order)) {
    const [first] = check.errors ?? []
    return { status: 400, body: { error: `${name}${first?.instancePath} ${first?.message}` } }
  }
  obey(network, name as keyof Orders, order as never)
  return { status: 200, body: {} }
}

function obey<Name extends keyof Orders>(network: CodexNetwork, name: Name, order: Orders[Name]) {
  const acts: { [N in keyof Orders]: (order: Orders[N]) => void } = {
    fault: ({ node, ...fault }) =>
      network
        .node(node)
        .faults.add({ ...fault, ...(fault.calls && { calls: fault.calls as Call[] }) }),
    withhold: ({ node, cid }) => network.node(node).faults.withhold(cid),
    clear: ({ node }) => network.node(node).faults.clear(),
    drop: ({ node, cid }) => {
      const held = network.node(node)
      for (const one of cid === undefined ? held.list().map((each) => each.cid) : [cid])
        held.delete(one)
    },
    ttl: ({ node, seconds }) => {
      network.node(node).ttl = seconds
    },
    clock: ({ now }) => {
      network.now = now
    },
  }
  acts[name](order)
}
