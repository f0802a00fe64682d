import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, 'seeds.json')

/** A seed that is repeated, because a requirement did not pass with it once. */
export interface Seed {
  readonly id: string
  /** Hex, as `run --seed` takes it. */
  readonly seed: string
  /** What was found, or what the seed is for. */
  readonly why: string
}

export const readSeeds = (): Seed[] => JSON.parse(readFileSync(FILE, 'utf8')) as Seed[]

export function add(seed: Seed): void {
  writeFileSync(FILE, `${JSON.stringify([...readSeeds(), seed], null, 2)}\n`)
}
