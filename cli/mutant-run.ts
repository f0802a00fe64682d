import { conduct } from './conduct.ts'

/** A mutant or variant to run. */
export interface Job {
  readonly kind: 'mutant' | 'variant'
  readonly name: string
  readonly area: string
  readonly what: string
  /** The revision that the reference follows and is measured against. */
  readonly revision: string
  /** The requirement that a mutant breaks. */
  readonly breaks?: string
  /** The one way to fail that a mutant may have beside a comparison. */
  readonly shownBy?: 'error'
  /** Run the scenarios of these requirements alone; empty: of the whole area. */
  readonly ids: readonly string[]
}

/** A requirement that failed, why, and in which ways (kinds of finding). */
export interface Failure {
  readonly id: string
  readonly reason: string
  readonly by: readonly string[]
}

/** What the suite found, or what kept it from looking. */
export interface Answer {
  readonly failures: readonly Failure[]
  readonly fault?: string
}

/** What a process says at the end of each scenario, so that a slow one is not taken for one that hangs. */
export const PROGRESS = 'progress'

/** Characters kept of a reason. */
const REASON = 300

/**
 * Runs the suite against one mutant or variant. The seed is fixed, so that a mutant which is killed
 * here is killed again; the probe is left out, because a mutant has to fall by a scenario.
 */
export async function runMutant(
  { kind, name, area, revision, ids }: Job,
  onCase: () => void = () => {},
): Promise<Answer> {
  try {
    const { finished, results } = await conduct({
      adapter: `${kind}@${revision}:${name}`,
      revision,
      areas: [area],
      ids,
      tags: '',
      seed: '5eed',
      runs: 15,
      probe: false,
      onCase,
    })
    await finished
    const { requirements, exit, reason } = results(false)
    const failures = requirements
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ id, reason, cases }) => ({
        id,
        reason: reason.slice(0, REASON),
        by: [...new Set(cases.flatMap(({ finding }) => finding?.kind ?? []))],
      }))
    return { failures, ...(exit === 5 && { fault: reason }) }
  } catch (cause) {
    return { failures: [], fault: (cause as Error).message }
  }
}
