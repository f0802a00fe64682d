import type { Operation } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { least } from '../impostors/example.ts'
import { describe } from '../session.ts'
import type { Check, Fault } from './check.ts'
import { repairs } from './repair.ts'
import { NOW, nonce, type Subject, tell } from './subject.ts'

/** What is claimed is there, and what is there is claimed: every operation of the claimed areas is tried. */
export const claims: Check = {
  name: 'claims',
  async run(subject) {
    const faults: Fault[] = []
    for (const { area, calls } of subject.stories) {
      const name = subject.instance()
      await tell(subject.session, name, calls(nonce()))
      const tried = new Set(calls('').map(({ op }) => op))
      for (const [op, operation] of Object.entries<Operation>(operations)) {
        if (!op.startsWith(`${area}.`) || tried.has(op)) continue
        const fault = await tryOut(subject, name, op, operation)
        if (fault) faults.push(fault)
      }
      await subject.session.raw('destroy', name, NOW, {})
    }
    return faults
  },
}

/** One operation with parameters that its schema allows: whether it is known shows, whether it is right does not. */
async function tryOut(
  subject: Subject,
  instance: string,
  op: string,
  { params, needs }: Operation,
): Promise<Fault | undefined> {
  const claimed = needs === undefined || subject.claims(needs)
  const outcome = await subject.session.raw(op, instance, NOW, least(params) as object)
  const got = describe(outcome)
  switch (outcome.kind) {
    case 'unsupported':
      if (!claimed) return undefined
      return {
        weight: 'false-claim',
        wanted: needs
          ? `${op} to work, because hello claims ${needs}`
          : `${op} to work: every client of its area has it`,
        got,
        repair: needs
          ? { does: `take "${needs}" out of capabilities, or implement ${op}`, near: [needs, op] }
          : { does: `implement ${op}`, near: [op, 'areas'] },
      }
    case 'ok':
      if (claimed) return undefined
      return {
        weight: 'advice',
        wanted: `${needs} among the capabilities, because ${op} works`,
        got: 'it is not claimed, so what needs it is not measured',
        repair: { does: `add "${needs}" to capabilities`, near: ['capabilities'] },
      }
    case 'error':
    case 'rejected':
      if (claimed) return undefined
      return {
        weight: 'advice',
        wanted: `unsupported, as answer to ${op}: ${needs} is not claimed`,
        got,
        repair: { ...repairs.unknown, near: [op, ...repairs.unknown.near] },
      }
    default:
      return {
        weight: 'protocol',
        wanted: `an answer to ${op}`,
        got,
        repair: {
          does: `answer within the deadline and live on: whatever ${op} throws is an \`error\``,
          near: [op, ...repairs.failing.near],
        },
      }
  }
}
