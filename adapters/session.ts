import { checked } from './checked.ts'
import type { Outcome, Reply, Request } from './contract/envelope.ts'
import { type Hello, PROTOCOL } from './contract/hello.ts'
import type { Ok, Op, Params } from './contract/operations.ts'
import { paramsFault, replyFault } from './contract/validate.ts'
import {
  type Connection,
  ConnectionLost,
  Garbled,
  Overdue,
  type Transport,
  Unavailable,
} from './transports/transport.ts'

export interface SessionOptions {
  /** Milliseconds a call may take; 0: no limit. */
  readonly deadlineMs?: number
  /** How often a client that crashed, hung or garbled is started again in one run. */
  readonly restarts?: number
}

/** The client did not introduce itself as the protocol demands: nothing can be measured. */
export class NoHello extends Error {
  override name = 'NoHello'
}

/** The client and the suite share no version of the protocol. */
export class NoCommonProtocol extends Error {
  override name = 'NoCommonProtocol'
}

/** Many runtimes take seconds to start, on a busy machine more: the first answer may take as many deadlines. */
const STARTING = 6

const CLOSED = { kind: 'harness', message: 'the session was closed' } as const

/** Everything said to one client in one run: checks both directions, keeps deadlines, restarts. */
export class Session {
  readonly #transport: Transport
  readonly #deadlineMs: number
  #restartsLeft: number
  #connection: Connection | undefined
  #hello: Hello | undefined
  #generation = 0
  #closed = false
  #digests: Readonly<Record<string, string>> = {}
  #id = 0

  constructor(transport: Transport, { deadlineMs = 5_000, restarts = 10 }: SessionOptions = {}) {
    this.#transport = transport
    this.#deadlineMs = transport.untimed ? 0 : deadlineMs
    this.#restartsLeft = restarts
  }

  get address(): string {
    return this.#transport.address
  }

  /** Who the client said it is. Only after `introduce`. */
  get hello(): Hello {
    if (!this.#hello) throw new Error(`${this.address} has not introduced itself: call introduce()`)
    return this.#hello
  }

  /** Counts the starts of the client: instances of an earlier generation are gone. */
  get generation(): number {
    return this.#generation
  }

  /** Whether the client runs, or has not been started yet. */
  get alive(): boolean {
    return this.#connection !== undefined || this.#generation === 0
  }

  /** Whether calls have deadlines; without them a client may be stopped in a debugger. */
  get deadlines(): boolean {
    return this.#deadlineMs > 0
  }

  /** Starts the client and asks who it is. Fails with NoHello or NoCommonProtocol. */
  async introduce(): Promise<Hello> {
    if (this.#hello) return this.#hello
    const params = { suite: 'vac-conformance', protocol: PROTOCOL }
    const outcome = await this.#exchange('hello', undefined, 0, params)
    if (outcome.kind !== 'ok') throw new NoHello(describe(outcome))
    const hello = outcome.ok as Hello
    if (hello.protocol < PROTOCOL.lowest || hello.protocol > PROTOCOL.highest)
      throw new NoCommonProtocol(
        `the suite speaks protocol ${PROTOCOL.lowest} to ${PROTOCOL.highest}, ${hello.implementation.name} answered ${hello.protocol}`,
      )
    return (this.#hello = hello)
  }

  /** One call of a contract operation. Never throws for what the client does. */
  async call<O extends Op>(
    op: O,
    instance: string | undefined,
    now: number,
    params: Params<O>,
  ): Promise<Outcome<Ok<O>>> {
    const fault = paramsFault(op, params)
    if (fault) return { kind: 'harness', message: `the suite made a bad ${op}: ${fault}` }
    return (await this.#exchange(op, instance, now, params)) as Outcome<Ok<O>>
  }

  /** One call of any name with any parameters, for probes: the reply's envelope is checked, its content is not. */
  raw(op: string, instance: string | undefined, now: number, params: object): Promise<Outcome> {
    return this.#exchange(op, instance, now, params)
  }

  diagnostics(): string {
    return this.#connection?.diagnostics() ?? ''
  }

  /** Exactly what ran, by kind, as far as the transport can tell. */
  get digests(): Readonly<Record<string, string>> {
    return this.#digests
  }

  /** Address at which the client finds servers of the suite. Starts a client that has ended; if that fails, the next call tells. */
  async suiteAddress(): Promise<string> {
    if (!this.#connection) await this.#start(true)
    return this.#connection?.suiteAddress ?? '127.0.0.1'
  }

  /** Ends the client for good. */
  async close(): Promise<void> {
    this.#closed = true
    const connection = this.#connection
    this.#connection = undefined
    await connection?.close()
    await this.#transport.dispose?.()
  }

  async #exchange(
    op: string,
    instance: string | undefined,
    now: number,
    params: object,
  ): Promise<Outcome> {
    const failed = this.#connection ? undefined : await this.#start(op !== 'hello')
    if (failed) return failed
    // Closing may have come between.
    const connection = this.#connection
    if (!connection) return CLOSED
    const request: Request = {
      id: ++this.#id,
      op,
      ...(instance !== undefined && { instance }),
      now,
      params,
    }
    try {
      const limit = op === 'hello' ? STARTING * this.#deadlineMs : this.#deadlineMs
      const reply = await connection.exchange(request, limit)
      const fault = replyFault(reply)
      if (fault) throw new Garbled(`the reply to ${op} is not one: ${fault}`)
      return checked(op, reply as Reply)
    } catch (cause) {
      return this.#lost(cause as Error)
    }
  }

  /** Starts the client; one that is started again is asked who it is, because `hello` is always its first call. */
  async #start(greet: boolean): Promise<Outcome | undefined> {
    if (this.#closed) return CLOSED
    if (this.#generation > 0 && this.#restartsLeft-- <= 0)
      return {
        kind: 'not-measured',
        message: 'the client ended too often: no restart is left in this run',
      }
    this.#generation++
    try {
      this.#connection = await this.#transport.connect()
    } catch (cause) {
      const kind = cause instanceof Unavailable ? 'not-measured' : 'crash'
      return { kind, message: (cause as Error).message }
    }
    this.#digests = this.#connection.digests ?? {}
    if (this.#closed) return this.#lost(new Error(CLOSED.message))
    if (!greet || this.#generation === 1) return undefined
    const params = { suite: 'vac-conformance', protocol: PROTOCOL }
    const hello = await this.#exchange('hello', undefined, 0, params)
    return hello.kind === 'ok' ? undefined : hello
  }

  /** Ends a client that cannot be trusted to go on; the next call starts it again. */
  async #lost(cause: Error): Promise<Outcome> {
    const connection = this.#connection
    this.#connection = undefined
    const stderr = connection?.diagnostics().trim().slice(-1_000)
    await connection?.close()
    const told = { message: cause.message, ...(stderr && { stderr }) }
    if (cause instanceof Overdue) return { kind: 'timeout', ...told }
    if (cause instanceof Garbled) return { kind: 'protocol', ...told }
    if (cause instanceof ConnectionLost) return { kind: 'crash', ...told }
    return { kind: 'harness', ...told }
  }
}

/** An outcome other than ok in one line. */
export function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'ok':
      return `ok ${JSON.stringify(outcome.ok)}`
    case 'rejected':
      return `rejected (${outcome.rejected.code})${outcome.rejected.native ? `: ${outcome.rejected.native}` : ''}`
    case 'unsupported':
      return `unsupported (${outcome.capability})`
    case 'error':
      return `error: ${outcome.message}`
    default:
      return `${outcome.kind}: ${outcome.message}${outcome.stderr ? `; it last wrote: ${outcome.stderr}` : ''}`
  }
}
