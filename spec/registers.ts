import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './root.ts'

export type Area = 'sds' | 'voting' | 'archives' | 'payloads'

/** A requirement as its register stores it; see register.schema.json for every key. */
export type Entry = {
  id: string
  section: string
  level: string
  informs?: 'silent' | 'contradictory'
  text?: string
  revisions?: string[]
  actor: string
  statement: string
  locator: string
  sentences: string[]
  readings: string[]
  status: 'testable' | { untestable: string }
}

/** A sentence that requires nothing, and why. */
export type Exclusion = { locator: string; sentence: string; reason: string }

/** One document: what it requires and which of its sentences require nothing. */
export type Register = {
  document: string
  area: Area
  title: string
  requirements: Entry[]
  excluded: Exclusion[]
}

let cache: readonly Register[] | undefined

/**
 * All registers, read from spec/*.json once. That each keeps to its schema is for `checkRegisters` to say: every start
 * of a command would pay a quarter of its time for it.
 * @throws Error naming both files where an id is used twice.
 */
export function registers(): readonly Register[] {
  cache ??= readRegisters(join(packageRoot(), 'spec'))
  return cache
}

/** Reads the registers of a folder; see {@link registers}. */
export function readRegisters(folder: string): readonly Register[] {
  const names = registerFiles(folder)
  const seen = new Map<string, string>()
  return names.map((name) => {
    const register = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Register
    for (const { id } of register.requirements) {
      const other = seen.get(id)
      if (other !== undefined)
        throw new Error(`${id} stands in spec/${other} and in spec/${name}: ids are never reused.`)
      seen.set(id, name)
    }
    return register
  })
}

/** Names of the registers of a folder. @throws Error where there is none. */
export function registerFiles(folder: string): readonly string[] {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .toSorted()
  if (found.length === 0) throw new Error(`No register in ${folder}: the package is incomplete.`)
  return found
}
