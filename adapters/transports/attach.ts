import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { Request } from '../contract/envelope.ts'
import { Exchanges } from './exchanges.ts'
import { Lines } from './lines.ts'
import { type Connection, ConnectionLost, type Transport, Unavailable } from './transport.ts'

/** `attach:PORT`: waits for a client that was started under a debugger, and never hurries it. */
export class Attach implements Transport {
  readonly address: string
  readonly untimed = true
  readonly #port: number
  readonly #tell: (waiting: string) => void

  constructor(port: number, tell: (waiting: string) => void = console.error) {
    this.address = `attach:${port}`
    this.#port = port
    this.#tell = tell
  }

  /** Listens on this machine alone, for one client: the same lines as on stdio, over TCP. */
  async connect(): Promise<Connection> {
    const server = createServer().listen(this.#port, '127.0.0.1')
    await once(server, 'listening').catch((cause: Error) => {
      throw new Unavailable(`no client can attach: ${cause.message}`, { cause })
    })
    const { port } = server.address() as { port: number }
    this.#tell(`waiting for a client to connect to 127.0.0.1:${port}; no deadlines`)
    const [socket] = (await once(server, 'connection')) as [Socket]
    server.close()
    return new SocketConnection(socket)
  }
}

class SocketConnection implements Connection {
  readonly #socket: Socket
  readonly #exchanges: Exchanges

  constructor(socket: Socket) {
    this.#socket = socket.setNoDelay()
    this.#exchanges = new Exchanges((text) => socket.write(`${text}\n`))
    const lines = new Lines((line) => this.#exchanges.receive(line))
    socket.on('data', (chunk) => {
      try {
        lines.push(chunk)
      } catch (fault) {
        this.#exchanges.end(fault as Error)
      }
      if (this.#exchanges.ended) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () =>
      this.#exchanges.end(new ConnectionLost('the client closed the connection')),
    )
  }

  exchange(request: Request): Promise<unknown> {
    return this.#exchanges.exchange(request, 0)
  }

  /** A client under a debugger writes to its own terminal. */
  diagnostics(): string {
    return ''
  }

  async close(): Promise<void> {
    this.#exchanges.end(new ConnectionLost('the connection was closed'))
    this.#socket.destroy()
  }
}
