import { ending, flush, longLine, stderr } from './carriage.ts'
import type { Check, Fault } from './check.ts'
import { claims } from './claims.ts'
import { clock } from './clock.ts'
import { greeting, names } from './greeting.ts'
import { brokenParameters, strangers, unknownOperation } from './manners.ts'
import { apart, freshAnswers, sameSeed } from './repetition.ts'
import { sdsClaims } from './sds-claims.ts'
import type { Subject } from './subject.ts'

const checks: readonly Check[] = [
  greeting,
  names,
  unknownOperation,
  flush,
  longLine,
  stderr,
  ending,
  freshAnswers,
  brokenParameters,
  strangers,
  sameSeed,
  apart,
  clock,
  claims,
  sdsClaims,
]

/** What one check came to: `notAsked` says why there is nothing to say. */
export interface Linted {
  readonly name: string
  readonly faults: readonly Fault[]
  readonly notAsked?: string
}

/** Looks at an adapter before any scenario does, one check after the other. */
export async function* lint(subject: Subject): AsyncGenerator<Linted> {
  let met = true
  for (const { name, run } of checks) {
    if (!met) {
      yield { name, faults: [], notAsked: 'it did not say hello' }
      continue
    }
    const found = await run(subject).catch((cause): readonly Fault[] => [
      {
        weight: 'protocol',
        wanted: 'the check to get to its end',
        got: (cause as Error).message,
        repair: { does: 'see whether the adapter still answers after the checks above' },
      },
    ])
    if ('notAsked' in found) yield { name, faults: [], notAsked: found.notAsked }
    else yield { name, faults: found }
    if (name === greeting.name) met = !('notAsked' in found) && found.length === 0
  }
}
