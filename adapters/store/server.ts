import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { type Query, StoreDown, type StoreNode } from './node.ts'

/** `POST /query` in JSON: times in nanoseconds as decimal strings, messages as hex. */
interface QueryBody extends Omit<Query, 'timeStart' | 'timeEnd'> {
  readonly timeStart: string
  readonly timeEnd: string
}

/** A store node; each asker gets a server of its own, so that the node knows who asks. */
export class StoreServer {
  readonly url: string
  readonly #server: Server

  private constructor(server: Server, host: string) {
    this.#server = server
    this.url = `http://${host}:${(server.address() as AddressInfo).port}`
  }

  static async listen(asker: string, node: StoreNode, host = '127.0.0.1'): Promise<StoreServer> {
    const server = createServer(async (request, response) => {
      const reply = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (request.method !== 'POST' || request.url !== '/query') {
        return reply(404, { error: `expected POST /query, got ${request.method} ${request.url}` })
      }
      try {
        return reply(200, answer(node, asker, (await json(request)) as QueryBody))
      } catch (error) {
        const message = error instanceof Error ? error.message : 'failed'
        return reply(error instanceof StoreDown ? 503 : 400, { error: message })
      }
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, host, resolve)
    })
    return new StoreServer(server, host)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function answer(node: StoreNode, asker: string, body: QueryBody): object {
  const { contentTopics, timeStart, timeEnd } = body
  if (!Array.isArray(contentTopics) || !isTime(timeStart) || !isTime(timeEnd))
    throw new Error('expected contentTopics as an array, timeStart and timeEnd as decimal strings')
  const page = node.query(asker, {
    ...body,
    timeStart: BigInt(timeStart),
    timeEnd: BigInt(timeEnd),
  })
  const messages = page.messages.map(({ pubsubTopic, wire }) => ({
    pubsubTopic,
    message: Buffer.from(wire).toString('hex'),
  }))
  return { ...page, messages }
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,19}$/.test(value)
}
