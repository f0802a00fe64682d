import type { OnRan } from '../reports/collector.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import { type Place, portionsOf } from './portions.ts'

/** Scenarios of one run of Cucumber, which keeps all that was said in it to its end. */
const PORTION = 250

/** Runs scenarios one after the other, in this process. */
export async function runSerially(
  cases: readonly Place[],
  parameters: WorldParameters,
  onRan: OnRan,
): Promise<void> {
  // Where threads run the scenarios, nobody here needs Cucumber.
  const { runScenarios } = await import('./cucumber.ts')
  for (const portion of portionsOf(cases, PORTION))
    await runScenarios({ cases: portion, parameters, onRan })
}
