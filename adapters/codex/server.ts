import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Codex } from './codex.ts'
import type { Answer } from './exchange.ts'
import type { Entry } from './journal.ts'
import { defaultPrefix, type Route, routeOf } from './route.ts'

export interface ServerOptions {
  /** Interface to listen on; default loopback. */
  readonly host?: string
  /** 0 lets the system choose. */
  readonly port?: number
  readonly prefix?: string
  /** Milliseconds of real time before an unknown CID is answered 404; a real node takes many minutes. */
  readonly patience?: number
}

/** The REST API of one node of a network. */
export class CodexServer {
  readonly name: string
  readonly url: string
  readonly #codex: Codex
  readonly #server: Server
  readonly #prefix: string
  readonly #patience: number
  #serving = 0

  private constructor(name: string, codex: Codex, server: Server, options: ServerOptions) {
    const { host = '127.0.0.1', prefix = defaultPrefix, patience = 0 } = options
    this.name = name
    this.#codex = codex
    this.#server = server
    this.#prefix = prefix
    this.#patience = patience
    const { port } = server.address() as AddressInfo
    this.url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
    codex.node(name)
    server.on('request', (request, response) => void this.#serve(request, response))
  }

  static async listen(
    name: string,
    codex: Codex,
    options: ServerOptions = {},
  ): Promise<CodexServer> {
    const server = createServer({ keepAlive: true })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
    })
    return new CodexServer(name, codex, server, options)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    const path = url.pathname.startsWith(this.#prefix)
      ? url.pathname.slice(this.#prefix.length)
      : ''
    const route = routeOf(request.method ?? 'GET', path)
    if (!route)
      return void response.writeHead(404).end(`no such call: ${request.method} ${url.pathname}`)
    const entry = this.#record(request, url.pathname, route)
    this.#serving += 1
    try {
      await this.#answer(route, entry, request, response)
    } catch (error) {
      entry.status = response.headersSent ? 200 : 500
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end(error instanceof Error ? error.message : 'failed')
    } finally {
      this.#serving -= 1
    }
  }

  async #answer(
    route: Route,
    entry: Entry,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.#codex.node(this.name).faults.strike(route.call, route.cid)
    if (fault?.effect === 'hang') return
    const reply: Answer =
      fault?.effect === 'fail'
        ? { status: fault.status ?? 500, body: 'failing on purpose' }
        : await this.#codex.answer(this.name, { route, request, response, fault })
    if (reply.status === 404 && this.#patience > 0) await elapse(this.#patience)
    request.resume()
    entry.status = reply.status
    if (reply.cid !== undefined) entry.cid = reply.cid
    if (reply.size !== undefined) entry.size = reply.size
    if (response.headersSent) return
    const json = typeof reply.body === 'object'
    response.writeHead(reply.status, { 'content-type': json ? 'application/json' : 'text/plain' })
    response.end(json ? JSON.stringify(reply.body) : reply.body)
  }

  #record(request: IncomingMessage, path: string, route: Route): Entry {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    return this.#codex.journal.add({
      at: this.#codex.now,
      node: this.name,
      call: route.call,
      method: request.method ?? '',
      path,
      headers,
      inFlight: this.#serving,
      ...(route.cid !== undefined && { cid: route.cid }),
    })
  }
}

function elapse(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
