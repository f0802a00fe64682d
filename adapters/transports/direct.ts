import type { Request } from '../contract/envelope.ts'
import type { Handler } from '../contract/handler.ts'
import { replyTo } from './exchanges.ts'
import { type Connection, ConnectionLost, type Transport } from './transport.ts'

/** A client in this process. It gets and gives JSON like any other, so it shares no object with the suite. */
export class Direct implements Transport {
  readonly address: string
  readonly #load: () => Promise<() => Handler>

  constructor(address: string, load: () => Promise<() => Handler>) {
    this.address = address
    this.#load = load
  }

  async connect(): Promise<Connection> {
    const handle = (await this.#load())()
    return {
      async exchange(request: Request) {
        let text: string
        try {
          text = JSON.stringify(await handle(JSON.parse(JSON.stringify(request))))
        } catch (cause) {
          throw new ConnectionLost(`the client threw: ${cause}`, { cause })
        }
        return replyTo(request, text)
      },
      diagnostics: () => '',
      async close() {},
    }
  }
}
