import type { Request } from '../contract/envelope.ts'
import { Garbled, Overdue } from './transport.ts'

/** Requests sent and not yet answered, on a connection that carries one JSON text per message both ways. */
export class Exchanges {
  readonly #send: (text: string) => void
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #ended: Error | undefined

  constructor(send: (text: string) => void) {
    this.#send = send
  }

  /** Why the connection is of no more use, once it is not. */
  get ended(): Error | undefined {
    return this.#ended
  }

  /** Sends and waits for the reply with the same id. Fails with Overdue (0: no limit) or the reason of `end`. */
  async exchange(request: Request, deadlineMs: number): Promise<unknown> {
    if (this.#ended) throw this.#ended
    const waiting = Promise.withResolvers<unknown>()
    this.#waiting.set(request.id, waiting)
    const timer =
      deadlineMs > 0
        ? setTimeout(
            () => waiting.reject(new Overdue(`no reply within ${deadlineMs} ms`)),
            deadlineMs,
          )
        : undefined
    try {
      this.#send(JSON.stringify(request))
      return await waiting.promise
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(request.id)
    }
  }

  /** Takes one text of the client; one that answers no open request ends the connection with Garbled. */
  receive(text: unknown): void {
    let reply: { id?: unknown } | null | undefined
    try {
      reply = JSON.parse(String(text))
    } catch {
      return this.end(new Garbled(`expected a JSON object as reply, got ${shown(text)}`))
    }
    const waiting = this.#waiting.get(reply?.id as number)
    if (!waiting) return this.end(new Garbled(`got a reply to no open request: ${shown(text)}`))
    this.#waiting.delete(reply?.id as number)
    waiting.resolve(reply)
  }

  /** Fails what is open and everything that follows; the first reason counts. */
  end(reason: Error): void {
    this.#ended ??= reason
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended)
    this.#waiting.clear()
  }
}

/** Reads the one reply that can be meant, where a connection brings one reply a request. Fails with Garbled. */
export function replyTo(request: Request, text: string): unknown {
  let reply: { id?: unknown } | null
  try {
    reply = JSON.parse(text)
  } catch {
    throw new Garbled(`expected a JSON object as reply, got ${shown(text)}`)
  }
  if (reply?.id !== request.id)
    throw new Garbled(`expected a reply to request ${request.id}, got ${shown(text)}`)
  return reply
}

/** The beginning of an untrusted text, in quotes. */
export const shown = (text: unknown): string => JSON.stringify(String(text).slice(0, 200))
