import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
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
 * All registers, read from spec/*.json and validated once.
 * @throws Error naming the file and the place where a register breaks its schema, or an id used twice.
 */
export function registers(): readonly Register[] {
  cache ??= readRegisters(join(packageRoot(), 'spec'))
  return cache
}

/** Reads the registers of a folder; see {@link registers}. */
export function readRegisters(folder: string): readonly Register[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const valid = ajv.compile<Register>(json('register.schema.json') as object)
  const seen = new Map<string, string>()
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .toSorted()
    .map((name) => {
      const register = json(name)
      if (!valid(register)) {
        const [first] = valid.errors ?? []
        throw new Error(
          `spec/${name}${first?.instancePath ?? ''} ${first?.message ?? 'is invalid'}: ` +
            'mend it after spec/register.schema.json.',
        )
      }
      for (const { id } of register.requirements) {
        const other = seen.get(id)
        if (other !== undefined) {
          throw new Error(
            `${id} stands in spec/${other} and in spec/${name}: ids are never reused.`,
          )
        }
        seen.set(id, name)
      }
      return register
    })
  if (found.length === 0) throw new Error(`No register in ${folder}: the package is incomplete.`)
  return found
}
