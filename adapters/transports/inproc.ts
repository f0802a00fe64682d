import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Request } from '../contract/envelope.ts'
import { clientEnvironment } from './environment.ts'
import { Exchanges } from './exchanges.ts'
import { Ring } from './ring.ts'
import { type Connection, ConnectionLost, type Transport } from './transport.ts'

const WORKER = new URL(`inproc-worker${extname(import.meta.url)}`, import.meta.url)
/** Memory of a client, in MiB: one that takes more ends alone. */
const HEAP = 1024

/** `inproc:FILE`: a module whose default export is a Handler, in a worker thread, so that an endless loop can be ended. */
export class InProc implements Transport {
  readonly address: string
  readonly #module: string

  constructor(file: string) {
    this.address = `inproc:${file}`
    this.#module = pathToFileURL(resolve(file)).href
  }

  async connect(): Promise<Connection> {
    return new WorkerConnection(
      new Worker(WORKER, {
        workerData: this.#module,
        env: clientEnvironment(),
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
      }),
    )
  }
}

class WorkerConnection implements Connection {
  readonly #worker: Worker
  readonly #written = new Ring()
  readonly #exchanges: Exchanges

  constructor(worker: Worker) {
    this.#worker = worker
    this.#exchanges = new Exchanges((text) => worker.postMessage(text))
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (chunk: Buffer) => this.#written.push(chunk))
    worker.on('message', (text) => {
      if (!this.#exchanges.ended) this.#exchanges.receive(text)
      // A client that says what is no reply is not listened to any longer, however much it says.
      if (this.#exchanges.ended) void worker.terminate()
    })
    worker.on('error', (cause) =>
      this.#exchanges.end(new ConnectionLost(`the client failed: ${reason(cause)}`, { cause })),
    )
    worker.on('exit', (code) =>
      this.#exchanges.end(new ConnectionLost(`the worker thread ended with exit code ${code}`)),
    )
  }

  exchange(request: Request, deadlineMs: number): Promise<unknown> {
    return this.#exchanges.exchange(request, deadlineMs)
  }

  diagnostics(): string {
    return this.#written.toString()
  }

  async close(): Promise<void> {
    this.#exchanges.end(new ConnectionLost('the connection was closed'))
    await this.#worker.terminate()
  }
}

/** A worker may throw anything. */
const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
