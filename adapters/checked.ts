import type { Outcome, Reply } from './contract/envelope.ts'
import type { Operation } from './contract/operation.ts'
import { isOp, operations } from './contract/operations.ts'
import { okFault } from './contract/validate.ts'

/** What a reply says, where its content is as the contract has it; else a fault of the protocol. */
export function checked(op: string, reply: Reply): Outcome {
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
