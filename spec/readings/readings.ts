import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Area } from '../registers.ts'
import { packageRoot } from '../root.ts'

/** One place where a text is ambiguous; readings.schema.json tells every key. */
export type Reading = {
  id: string
  document: string
  severity: 'A' | 'B' | 'C'
  subject: string
  defect: string
  readings: string[]
  default: string
  wording: string
  declare: string[]
}

export const AREAS: readonly Area[] = ['sds', 'voting', 'archives', 'payloads']

let cache: ReadonlyMap<Area, readonly Reading[]> | undefined

/** The readings of each area, read from spec/readings and validated once. */
export function readings(): ReadonlyMap<Area, readonly Reading[]> {
  cache ??= read(join(packageRoot(), 'spec', 'readings'))
  return cache
}

function read(folder: string): ReadonlyMap<Area, readonly Reading[]> {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const ajv = new Ajv2020({ strict: true })
  const valid = ajv.compile<{ readings: Reading[] }>(json('readings.schema.json') as object)
  return new Map(
    AREAS.map((area) => {
      const found = json(`${area}.json`)
      if (!valid(found)) {
        const [first] = valid.errors ?? []
        throw new Error(
          `spec/readings/${area}.json${first?.instancePath ?? ''} ${first?.message ?? 'is invalid'}: ` +
            'mend it after readings.schema.json.',
        )
      }
      return [area, found.readings]
    }),
  )
}
