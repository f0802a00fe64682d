import type { Outcome, Reply, Request } from './contract/envelope.ts'
import { type Hello, PROTOCOL } from './contract/hello.ts'
import type { Operation } from './contract/operation.ts'
import { isOp, type Ok, type Op, operations, type Params } from './contract/operations.ts'
import { okFault, paramsFault, replyFault } from './contract/validate.ts'
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
    if (this.#closed) return { kind: 'harness', message: 'the session was closed' }
    if (!this.#connection) {
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
      if (this.#closed) return this.#lost(new Error('the session was closed'))
      // A restarted client is asked again, because hello is always its first call.
      if (op !== 'hello' && this.#generation > 1) {
        const hello = await this.#exchange('hello', undefined, 0, {
          suite: 'vac-conformance',
          protocol: PROTOCOL,
        })
        if (hello.kind !== 'ok') return hello
      }
    }
    const request: Request = {
      id: ++this.#id,
      op,
      ...(instance !== undefined && { instance }),
      now,
      params,
    }
    try {
      const reply = await this.#connection.exchange(request, this.#deadlineMs)
      const fault = replyFault(reply)
      if (fault) throw new Garbled(`the reply to ${op} is not one: ${fault}`)
      return checked(op, reply as Reply)
    } catch (cause) {
      return this.#lost(cause as Error)
    }
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

function checked(op: string, reply: Reply): Outcome {
  if ('rejected' in reply) {
    const codes = isOp(op) ? ((operations[op] as Operation).refuses ?? []) : []
    if (isOp(op) && !codes.includes(reply.rejected.code))
      return {
        kind: 'protocol',
        message: `${op} may be rejected with ${codes.join(', ') || 'no code'}, got "${reply.rejected.code}": answer "error" for anything else`,
      }
    return { kind: 'rejected', rejected: reply.rejected }
  }
  if ('unsupported' in reply)
    return { kind: 'unsupported', capability: reply.unsupported.capability }
  if ('error' in reply) return { kind: 'error', message: reply.error.message }
  const wrong = isOp(op) ? okFault(op, reply.ok) : undefined
  return wrong
    ? { kind: 'protocol', message: `the answer to ${op} is not as the contract says: ${wrong}` }
    : { kind: 'ok', ok: reply.ok }
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
