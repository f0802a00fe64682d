import { readings } from '../spec/readings/readings.ts'
import type { RequirementResult, Results } from './results.ts'

/** A reading that clients of one run declare otherwise, with what each declares. */
export interface Differing {
  readonly key: string
  /** In the order of the bindings. */
  readonly values: readonly string[]
}

/** The readings of the areas in scope that all clients of a run declare, and not all alike. */
export function differing({ bindings = [], requirements }: Results): Differing[] {
  const areas = new Set(requirements.map(({ area }) => area))
  const declared = bindings.map(({ adapter }) => adapter.hello?.readings ?? {})
  const keys = new Set(declared.flatMap(Object.keys))
  return [...keys]
    .filter((key) => areas.has(key.split('.')[0] ?? ''))
    .map((key) => ({ key, values: declared.flatMap((each) => each[key] ?? []) }))
    .filter(({ values }) => values.length === declared.length && new Set(values).size > 1)
}

/** Keys by which the readings of a requirement are declared. */
export function keysOf({ area, readings: ids }: Pick<RequirementResult, 'area' | 'readings'>) {
  const all = readings().get(area as never) ?? []
  return all
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ declare }) => declare.map((key) => `${area}.${key}`))
}

/** Flags the failures of requirements that clients of the run read differently. */
export function flagDisputed(results: Results): void {
  const keys = new Set(differing(results).map(({ key }) => key))
  for (const requirement of results.requirements) {
    const { verdict, flags } = requirement
    const differs = verdict === 'fail' && keysOf(requirement).some((key) => keys.has(key))
    if (differs && !flags.includes('disputed')) flags.push('disputed')
  }
}
