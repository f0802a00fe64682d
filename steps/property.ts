import fc from 'fast-check'
import type { World } from './world.ts'

/** Fewer different inputs than this show nothing. */
const LEAST_DISTINCT = 10

/** A law about any input of a kind. */
export interface Property<T> {
  readonly inputs: fc.Arbitrary<T>
  /** How many inputs are tried where the run does not say. */
  readonly runs: number
  /** Acts out one input with new participants and compares; a finding refutes the law. */
  readonly play: (input: T) => Promise<void>
  /** One line per action, for the failure. */
  readonly tell: (input: T) => string
}

/** Tries a property through the client. Its seed follows from the seed of the run; what fails is shrunk and told. */
export async function holds<T>(world: World, property: Property<T>): Promise<void> {
  const numRuns = Math.max(world.parameters.runs ?? property.runs, LEAST_DISTINCT)
  const seen = new Set<string>()
  const details = await fc.check(
    fc.asyncProperty(property.inputs, async (input) => {
      // What ended the client is not shrunk: every attempt would have to start it again.
      fc.pre(!world.ended)
      const told = property.tell(input)
      // Where few are tried, one that was drawn twice would be missed.
      fc.pre(seen.size >= LEAST_DISTINCT || !seen.has(told))
      seen.add(told)
      await world.startOver()
      await property.play(input)
    }),
    { seed: world.dice.int32(), numRuns, endOnFailure: world.parameters.shrink === false },
  )
  if (!details.failed) return
  if (details.counterexample === null && seen.size < LEAST_DISTINCT)
    throw new Error(`expected at least ${LEAST_DISTINCT} different inputs, there are ${seen.size}`)
  const [input] = details.counterexample ?? []
  if (input === undefined)
    throw new Error('the property failed without a counter-example', {
      cause: details.errorInstance,
    })
  world.counterexample = {
    runs: details.numRuns,
    shrinks: details.numShrinks,
    schedule: property.tell(input),
    path: details.counterexamplePath ?? '',
  }
  // Once more, so that the calls of the shrunk input are the ones that are reported.
  await world.startOver()
  await property.play(input)
  world.fail({
    kind: 'inconclusive',
    subject: 'a schedule that failed',
    wanted: 'the same outcome when it is played again',
    got: 'it passed the second time: the client is not deterministic',
  })
}
