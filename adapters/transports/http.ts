import { TOKEN } from './environment.ts'
import { HttpConnection } from './http-connection.ts'
import type { Connection, Transport } from './transport.ts'

/** `http://…` or `https://…`: a client that runs already; it can be left alone, not ended. */
export class Http implements Transport {
  readonly address: string
  readonly #base: URL
  readonly #token: string | undefined

  /** Fails for an address or a token that must not go over the wire. */
  constructor(address: string, token = process.env[TOKEN]) {
    this.address = address
    this.#base = new URL(address)
    this.#token = token
    if (this.#base.username || this.#base.password || this.#base.search || this.#base.hash)
      throw new TypeError(
        `expected an address of origin and path alone, because it is printed in reports; put a token into ${TOKEN}`,
      )
    if (token && this.#base.protocol === 'http:' && !loopback(this.#base.hostname))
      throw new TypeError(
        `expected https where ${TOKEN} is set and the host is not this machine, got ${address}`,
      )
  }

  async connect(): Promise<Connection> {
    return new HttpConnection(this.#base, this.#token)
  }
}

const loopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)
