/**
 * The name of a participant as a client hears it: unique among all scenarios, and among the runs of a
 * property, of which there are many in one scenario. `key` names the scenario, `run` counts from 1.
 */
export function instanceName(participant: string, key: string, run = 0): string {
  return `${participant}@${key}${run > 0 ? `.${run}` : ''}`
}

/** The scenario that an instance takes part in: the same in all runs of its properties. */
export function scenarioOf(instance: string): string {
  return /@([^@.]*)(?:\.\d+)?$/.exec(instance)?.[1] ?? ''
}
