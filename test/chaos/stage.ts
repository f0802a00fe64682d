import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request } from '../../adapters/contract/envelope.ts'
import type { Handler } from '../../adapters/contract/handler.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { answer } from '../../adapters/serving/answer.ts'
import type { Kind } from './strike.ts'

/** The reference behind a client that fails once: at the call with the number `at`, counted from 1 over all restarts. */
export class Stage {
  readonly calls: Request[] = []
  readonly pids = new Set<number>()
  readonly #server: Server
  readonly #handle: Handler = reference()
  readonly #at: number
  readonly #kind: Kind | undefined
  #port = 0

  constructor(at: number, kind?: Kind) {
    this.#at = at
    this.#kind = kind
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  get struck(): boolean {
    return this.calls.length >= this.#at
  }

  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
    return `http://127.0.0.1:${this.#port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const strike = this.calls.push(JSON.parse(text)) === this.#at ? this.#kind : undefined
    const pid = Number(request.headers['x-pid'])
    if (pid) this.pids.add(pid)
    // A client in front does what is wanted; without one this server is the client.
    if (strike && !pid) return this.#misbehave(strike, response)
    if (strike) response.setHeader('x-strike', strike)
    response.end(await answer(this.#handle, text))
  }

  #misbehave(strike: Kind, response: ServerResponse): void {
    switch (strike) {
      case 'killed':
        return this.close()
      case 'closes':
        response.destroy()
        return
      case 'garbage':
        response.end('{"id":}')
        return
      case 'floods': {
        const more = () => response.write('x'.repeat(1_000_000), (fault) => fault ?? more())
        more()
      }
    }
  }
}
