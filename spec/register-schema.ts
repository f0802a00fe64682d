import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { registerFiles } from './registers.ts'
import { packageRoot } from './root.ts'

/**
 * Holds the registers of a folder, the package's own where none is given, to register.schema.json.
 * @throws Error naming the file and the place where the first breaks it.
 */
export function checkRegisters(folder = join(packageRoot(), 'spec')): void {
  const json = (path: string): object => JSON.parse(readFileSync(path, 'utf8'))
  const ajv = new Ajv2020({ strict: true })
  const valid = ajv.compile(json(join(packageRoot(), 'spec', 'register.schema.json')))
  for (const name of registerFiles(folder)) {
    if (valid(json(join(folder, name)))) continue
    const [first] = valid.errors ?? []
    throw new Error(
      `spec/${name}${first?.instancePath ?? ''} ${first?.message ?? 'is invalid'}: ` +
        'mend it after spec/register.schema.json.',
    )
  }
}
