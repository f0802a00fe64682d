import type { Outcome, Reply } from '../contract/envelope.ts'
import type { Handler } from '../contract/handler.ts'
import type { Operation } from '../contract/operation.ts'
import { isOp, type Op, operations } from '../contract/operations.ts'
import { paramsFault } from '../contract/validate.ts'
import { claims } from './claims.ts'

/** What an impostor looks at of a call. */
export interface Call extends Operation {
  readonly op: Op
  readonly instance: string
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
  return async ({ id, op, instance = '', params }): Promise<Reply> => {
    if (op === 'hello') return { id, ok: hello }
    if (!isOp(op)) return { id, unsupported: { capability: op } }
    const fault = paramsFault(op, params)
    if (fault) return { id, error: { message: fault } }
    const said = await answer({ ...operations[op], op, instance, given: params })
    return replyOf(id, said)
  }
}

function replyOf(id: number, said: Said): Reply {
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

/** What a reply says, without the request that it answers. */
export function saidIn(reply: Reply): Said {
  if ('ok' in reply) return { kind: 'ok', ok: reply.ok }
  if ('rejected' in reply) return { kind: 'rejected', rejected: reply.rejected }
  if ('unsupported' in reply)
    return { kind: 'unsupported', capability: reply.unsupported.capability }
  return { kind: 'error', message: reply.error.message }
}
