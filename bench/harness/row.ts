import { readFileSync } from 'node:fs'
import { type Figure, median, ratioOf, spreadOf } from './figure.ts'

/** A figure, and the benchmark that found it. */
export interface Row extends Figure {
  readonly bench: string
  readonly peakMb: number
}

/** Why something is not measured. */
export interface Missing {
  readonly bench: string
  readonly reason: string
}

/** What `--json` prints. */
export interface Report {
  readonly node: string
  readonly machine: string
  readonly full: boolean
  readonly rows: readonly Row[]
  readonly missing: readonly Missing[]
}

export const readReport = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report

/** What a row is found by in another run. */
export const nameOf = ({ bench, what }: Row): string => `${bench}: ${what}`

/** The rows of several runs as one: the median of each, and the spread of the runs in place of that of the rounds. */
export function across(runs: readonly (readonly Row[])[]): Row[] {
  const [only, ...others] = runs
  if (others.length === 0) return [...(only ?? [])]
  const same = Map.groupBy(runs.flat(), nameOf)
  return [...same.values()].map((rows) => {
    const first = rows[0] as Row
    const { peer, growth } = first
    const values = rows.map(({ value }) => value)
    const ratios = rows.flatMap((row) => ratioOf(row) ?? [])
    return {
      ...first,
      value: median(values),
      spread: spreadOf(values),
      ...(peer && {
        peer: { ...peer, value: median(rows.flatMap((row) => row.peer?.value ?? [])) },
      }),
      ...(ratios.length > 0 && { ratio: median(ratios) }),
      ...(growth && {
        growth: { ...growth, cost: median(rows.flatMap((row) => row.growth?.cost ?? [])) },
      }),
      peakMb: Math.max(...rows.map(({ peakMb }) => peakMb)),
    }
  })
}
