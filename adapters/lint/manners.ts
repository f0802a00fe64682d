import { describe } from '../session.ts'
import type { Check, Fault } from './check.ts'
import { repairs } from './repair.ts'
import { NOW, nonce, tell } from './subject.ts'

/** An operation that does not exist is `unsupported`. */
export const unknownOperation: Check = {
  name: 'unknown operation',
  async run({ session }) {
    const op = `lint.${nonce()}`
    const outcome = await session.raw(op, undefined, NOW, {})
    if (outcome.kind === 'unsupported') return []
    return [
      {
        weight: 'protocol',
        wanted: `unsupported, as answer to ${op}`,
        got: describe(outcome),
        repair: repairs.unknown,
      },
    ]
  },
}

/** A mistake of the caller is an `error`: neither accepted nor a refusal that the specification provides. */
export const brokenParameters: Check = {
  name: 'broken parameters',
  async run(subject) {
    const { session } = subject
    const faults: Fault[] = []
    for (const { calls, mistakes } of subject.stories) {
      const name = subject.instance()
      await tell(session, name, calls(nonce()))
      for (const { op, params } of mistakes) {
        const outcome = await session.raw(op, name, NOW, params)
        // What it does not have is the concern of another check.
        if (outcome.kind === 'error' || outcome.kind === 'unsupported') continue
        faults.push({
          weight: 'protocol',
          wanted: `error, as answer to ${op} with ${JSON.stringify(params)}`,
          got: describe(outcome),
          repair: { ...repairs.failing, near: [...repairs.failing.near, op] },
        })
      }
      await session.raw('destroy', name, NOW, {})
    }
    return faults
  },
}

/** What was never created, or was destroyed, is not there. */
export const strangers: Check = {
  name: 'destroy',
  async run(subject) {
    const { session } = subject
    const faults: Fault[] = []
    for (const { calls } of subject.stories) {
      const [create, next] = calls(nonce())
      if (!create?.op.endsWith('.create') || !next) continue
      const name = subject.instance()
      await tell(session, name, [create, { op: 'destroy', params: {} }])
      for (const [who, which] of [
        [name, 'destroyed'],
        [subject.instance(), 'never created'],
      ] as const) {
        const outcome = await session.raw(next.op, who, NOW, next.params)
        if (outcome.kind === 'ok')
          faults.push({
            weight: 'protocol',
            wanted: `error, as answer to ${next.op} of an instance that was ${which}`,
            got: describe(outcome),
            repair: {
              does: 'keep instances in a map by name; `destroy` takes the name out, and a name that is not there is an error',
              near: ['destroy', /instance/],
            },
          })
      }
    }
    return faults
  },
}
