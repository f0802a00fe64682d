import type { Connection, Transport } from '../transports/transport.ts'
import { clientEntry } from './entry.ts'

/** `client:NAME`: a client of this folder, by whatever transport its entry names. */
export class Client implements Transport {
  readonly address: string
  readonly #name: string
  readonly #transport: Transport

  constructor(name: string, transport: Transport) {
    this.address = `client:${name}`
    this.#name = name
    this.#transport = transport
  }

  /** Fails with NotBuilt, which says what to do. */
  async connect(): Promise<Connection> {
    clientEntry(this.#name)
    return this.#transport.connect()
  }

  async dispose(): Promise<void> {
    await this.#transport.dispose?.()
  }
}
