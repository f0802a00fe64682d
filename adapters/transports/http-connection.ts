import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Request } from '../contract/envelope.ts'
import { replyTo, shown } from './exchanges.ts'
import { MAX_LINE } from './lines.ts'
import { type Connection, ConnectionLost, Garbled, Overdue } from './transport.ts'

/** Idle connections are dropped after this time, before usual servers drop them under a request. */
const IDLE_MS = 1_000

/** One request a call: `POST {base}/v1/call`. Redirects are not followed, so nothing, the token least, goes elsewhere. */
export class HttpConnection implements Connection {
  readonly #url: URL
  readonly #headers: Record<string, string>
  readonly #http: typeof http | typeof https
  readonly #agent: http.Agent
  #suiteAddress: string | undefined

  constructor(base: URL, token?: string) {
    this.#url = new URL(`${base.pathname.replace(/\/+$/, '')}/v1/call`, base)
    this.#headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    }
    this.#http = base.protocol === 'https:' ? https : http
    this.#agent = new this.#http.Agent({ keepAlive: true, timeout: IDLE_MS })
  }

  async exchange(request: Request, deadlineMs: number): Promise<unknown> {
    return replyTo(request, await this.#post(JSON.stringify(request), deadlineMs))
  }

  diagnostics(): string {
    return ''
  }

  /** Where requests come from, replies can go to. */
  get suiteAddress(): string | undefined {
    return this.#suiteAddress
  }

  async close(): Promise<void> {
    this.#agent.destroy()
  }

  #post(body: string, deadlineMs: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const call = this.#http.request(this.#url, {
      method: 'POST',
      agent: this.#agent,
      headers: { ...this.#headers, 'content-length': Buffer.byteLength(body) },
    })
    const overdue =
      deadlineMs > 0
        ? setTimeout(
            () => call.destroy(new Overdue(`no reply within ${deadlineMs} ms`)),
            deadlineMs,
          )
        : undefined
    call.on('error', (cause) => reject(fault(cause)))
    call.on('response', (response) => {
      const { localAddress, localFamily } = response.socket
      if (localFamily === 'IPv4') this.#suiteAddress = localAddress
      read(response).then(resolve, (cause) => {
        // The deadline destroys the request, and the response only tells that it was cut off.
        reject(fault(call.errored ?? cause))
        call.destroy()
      })
    })
    call.end(body)
    return promise.finally(() => clearTimeout(overdue))
  }
}

async function read(response: IncomingMessage): Promise<string> {
  if (response.statusCode !== 200) {
    const { location } = response.headers
    throw new Garbled(
      `expected status 200, got ${response.statusCode}${location ? ` to ${shown(location)}: redirects are not followed` : ''}`,
    )
  }
  const chunks: Buffer[] = []
  let length = 0
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // Events, because an iterator over the response costs a third of a short call.
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    if ((length += chunk.length) > MAX_LINE)
      reject(new Garbled(`expected a body of at most ${MAX_LINE} bytes, got a longer one`))
  })
  response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  response.on('error', reject)
  return promise
}

/** Tells what a failed request means: out of time, not HTTP, or nobody there. */
function fault(cause: Error & { code?: string }): Error {
  if (cause instanceof Overdue || cause instanceof Garbled) return cause
  if (cause.code?.startsWith('HPE_'))
    return new Garbled(`expected an HTTP response, got something else: ${cause.message}`)
  return new ConnectionLost(`the connection failed: ${cause.message || cause.code}`, { cause })
}
