import type { VotingResult } from '../../adapters/contract/voting.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/** What one honest peer said at one moment of a vote among many. */
export interface Said {
  /** The peer, or what it had heard by then. */
  readonly who: string
  readonly result: Observed<VotingResult>
  /** The side that it decided for. */
  readonly side: 'YES' | 'NO' | 'none'
  /** Whether nothing came after it. */
  readonly last: boolean
  /** How many genuine votes of how many voters it had been given, where some are not. */
  readonly genuine?: { readonly yes: number; readonly no: number; readonly of: number }
}

/** Compares what those who have to agree with each other said. */
export type Law = (said: readonly Said[]) => void

/** Holds a law against all that was said; `loss`: on schedules, whether messages may be lost. */
type Course = (law: Law, loss: boolean) => void | Promise<void>

const courses = new WeakMap<World, Course>()

/** For the Then, which says what has to hold. */
export function keepCourse(world: World, course: Course): void {
  courses.set(world, course)
}

export async function hold(world: World, law: Law, loss = true): Promise<void> {
  const course = courses.get(world)
  if (!course) throw new Error('no votes reached anybody: add a When')
  await course(law, loss)
}

export function sideOf(result: VotingResult, { tie }: { readonly tie: boolean }): Said['side'] {
  if (result === 'YES') return 'YES'
  // A NO without a majority of NO is a tie under REJECT, and no side (AMB-28, AMB-31).
  return result === 'NO' && !tie ? 'NO' : 'none'
}
