import type { Repair } from './repair.ts'
import type { Subject } from './subject.ts'

/** `protocol`: no result can be trusted. `false-claim`: hello says what is not so. `advice`: works, and could be better. */
export type Weight = 'protocol' | 'false-claim' | 'advice'

/** Something that an adapter does and should not, and what to do about it. */
export interface Fault {
  readonly weight: Weight
  readonly wanted: string
  readonly got: string
  readonly repair: Repair
}

/** Why a check could not be made, in a sentence; it is then neither good nor bad. */
export interface NotAsked {
  readonly notAsked: string
}

/** One thing that every adapter has to do, whatever it adapts. */
export interface Check {
  readonly name: string
  /** Answers the faults; none: all is well. */
  run(subject: Subject): Promise<readonly Fault[] | NotAsked>
}

export const notAsked = (why: string): NotAsked => ({ notAsked: why })
