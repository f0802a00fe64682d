import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Results } from './results.ts'
import { resultsSchema } from './schema.ts'

/** A file is not what its place demands; the message says where and how. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })

/** Reads and checks a results.json. Fails with Unreadable. */
export function readResults(file: string): Results {
  return readChecked<Results>(file, resultsSchema(), JSON.parse)
}

/** Reads a file, parses it and checks it against a schema. Fails with Unreadable, naming file and place. */
export function readChecked<T>(file: string, schema: object, parse: (text: string) => unknown): T {
  let value: unknown
  try {
    value = parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Unreadable(`${file} cannot be read: ${(cause as Error).message}`)
  }
  const id = (schema as { $id: string }).$id
  const check = ajv.getSchema<T>(id) ?? ajv.compile<T>(schema)
  if (check(value)) return value as T
  const first = check.errors?.[0]
  const extra = first?.params.additionalProperty
  throw new Unreadable(
    `${file}: ${first?.instancePath || '/'} ${first?.message}${extra ? ` ("${extra}")` : ''}`,
  )
}
