import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import type { Route } from './route.ts'

/** One request to a node on its way to an answer. */
export interface Exchange {
  readonly route: Route
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What goes wrong with it, if anything does. */
  readonly fault: Fault | undefined
}

/** An answer without a stream. */
export interface Answer {
  readonly status: number
  readonly body?: string | object
  /** The CID an upload was given, and its bytes. */
  readonly cid?: string
  readonly size?: number
}
