import type { Reply, Request } from './envelope.ts'
import { isOp, type Ok, type Op, type Params } from './operations.ts'
import { paramsFault } from './validate.ts'

/** A client as a function. */
export type Handler = (request: Request) => Promise<Reply> | Reply

/** What an operation gets besides its parameters. */
export interface CallContext {
  readonly instance: string
  readonly now: number
}

/** The operations that a client written in TypeScript has; it answers `unsupported` to all others. */
export type Table = {
  readonly [O in Op]?: (params: Params<O>, context: CallContext) => Ok<O> | Promise<Ok<O>>
}

/** Thrown by an operation for a refusal that the specification provides. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string

  constructor(code: string, native: string) {
    super(native)
    this.code = code
  }
}

/** Thrown by an operation that would need a capability the client does not claim; answered `unsupported`. */
export class Lacks extends Error {
  override name = 'Lacks'
  readonly capability: string

  constructor(capability: string) {
    super(`this client has no ${capability}`)
    this.capability = capability
  }
}

/** Makes a handler of a table: checks parameters, and tells refusals from failures. */
export function handler(table: Table): Handler {
  return async ({ id, op, params, instance = '', now }) => {
    const act = isOp(op) ? (table[op] as Table['sds.send'] | undefined) : undefined
    if (!isOp(op) || !act) return { id, unsupported: { capability: op } }
    const fault = paramsFault(op, params)
    if (fault) return { id, error: { message: `params of ${op}: ${fault}` } }
    try {
      return { id, ok: await act(params as Params<'sds.send'>, { instance, now }) }
    } catch (cause) {
      if (cause instanceof Lacks) return { id, unsupported: { capability: cause.capability } }
      if (cause instanceof Refused)
        return { id, rejected: { code: cause.code, native: cause.message } }
      const { message, stack } = cause instanceof Error ? cause : new Error(String(cause))
      return { id, error: { message, ...(stack && { stack }) } }
    }
  }
}
