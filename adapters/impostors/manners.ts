import type { Outcome, Reply } from '../contract/envelope.ts'
import type { Handler } from '../contract/handler.ts'
import type { Operation } from '../contract/operation.ts'
import { isOp, type Op, operations } from '../contract/operations.ts'
import { paramsFault } from '../contract/validate.ts'
import { claims } from './claims.ts'

/** What an impostor looks at of a call. */
export interface Call extends Operation {
  readonly op: Op
  readonly given: object
}

/** What a client can say; the other outcomes are the suite's. */
export type Said = Extract<Outcome, { kind: 'ok' | 'rejected' | 'unsupported' | 'error' }>

/**
 * An impostor with manners: it says hello, does not know unknown operations and complains of broken
 * parameters, so that no probe of manners gives it away. `answer` is all that is wrong with it.
 */
export function mannered(name: string, answer: (call: Call) => Said | Promise<Said>): Handler {
  const hello = claims(name)
  return async ({ id, op, params }): Promise<Reply> => {
    if (op === 'hello') return { id, ok: hello }
    if (!isOp(op)) return { id, unsupported: { capability: op } }
    const fault = paramsFault(op, params)
    if (fault) return { id, error: { message: fault } }
    const said = await answer({ ...operations[op], op, given: params })
    switch (said.kind) {
      case 'ok':
        return { id, ok: said.ok }
      case 'rejected':
        return { id, rejected: said.rejected }
      case 'unsupported':
        return { id, unsupported: { capability: said.capability } }
      case 'error':
        return { id, error: { message: said.message } }
    }
  }
}
