import { randomBytes } from 'node:crypto'
import type { Area } from '../contract/hello.ts'
import { describe, type Session } from '../session.ts'
import { payloadsProbe, payloadsTraps } from './payloads.ts'
import { sdsProbe } from './sds.ts'
import { votingProbe } from './voting.ts'

/** What a probe needs of a session. */
export type Probed = Pick<Session, 'raw' | 'alive'>

/** The calls of one fresh participant whose last answer has to depend on the nonce. */
export type AreaProbe = (nonce: string) => readonly { op: string; params: object }[]

const probes: Partial<Record<Area, AreaProbe>> = {
  sds: sdsProbe,
  voting: votingProbe,
  payloads: payloadsProbe,
}

/** Further mistakes of adapters to one area; answers the first that was made. */
const traps: Partial<Record<Area, (session: Probed) => Promise<string | undefined>>> = {
  payloads: payloadsTraps,
}

/**
 * Asks, before any scenario, what a client that is none cannot answer: an unknown operation has to be
 * `unsupported`, broken parameters an `error`, and two different inputs have to give two answers.
 * Answers what is wrong, or undefined.
 */
export async function probe(session: Probed, areas: readonly Area[]): Promise<string | undefined> {
  const nonce = randomBytes(8).toString('hex')
  const unknown = await session.raw(`probe.${nonce}`, 'probe', 0, {})
  if (unknown.kind !== 'unsupported')
    return `an operation that does not exist (probe.${nonce}) has to be unsupported, got ${describe(unknown)}`
  for (const area of areas) {
    const calls = probes[area]
    if (!calls) continue
    const [first] = calls(nonce)
    if (!first) continue
    const broken = await session.raw(first.op, `broken-${nonce}`, 0, { [`not-${nonce}`]: true })
    if (broken.kind !== 'error')
      return `${first.op} with parameters that are not its own has to be an error, got ${describe(broken)}`
    const answers: string[] = []
    for (const instance of [`probe-1-${nonce}`, `probe-2-${nonce}`]) {
      let answer = ''
      for (const { op, params } of calls(randomBytes(16).toString('hex'))) {
        const outcome = await session.raw(op, instance, 1_000_000, params)
        if (outcome.kind !== 'ok') return `${op} has to be ok, got ${describe(outcome)}`
        answer = JSON.stringify(outcome.ok)
      }
      answers.push(answer)
      const destroyed = await session.raw('destroy', instance, 1_000_000, {})
      if (!session.alive) return `destroy has to be answered, got ${describe(destroyed)}`
    }
    if (answers[0] === answers[1])
      return `two different inputs gave one answer in ${area}: ${answers[0]?.slice(0, 200)}`
    const trapped = await traps[area]?.(session)
    if (trapped !== undefined) return trapped
  }
  return undefined
}
