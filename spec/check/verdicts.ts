import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What one client got for a requirement in a run whose results.json is at hand. */
export type ClientVerdict = { client: string; verdict: string }

type Results = {
  adapter?: { address?: string; hello?: { name?: string; version?: string } | null }
  requirements?: { id?: string; verdict?: string }[]
}

/**
 * The verdicts of earlier runs by requirement, from results.json files or folders that hold them.
 * @throws Error naming a file that is no results.json.
 */
export function verdicts(paths: readonly string[]): ReadonlyMap<string, ClientVerdict[]> {
  const found = new Map<string, ClientVerdict[]>()
  for (const path of paths.flatMap(resultFiles)) {
    const { adapter, requirements } = JSON.parse(readFileSync(path, 'utf8')) as Results
    if (!adapter || !Array.isArray(requirements)) {
      throw new Error(`${path} is no results.json of a run: it has no adapter or requirements.`)
    }
    const { name, version } = adapter.hello ?? {}
    const client = [name ?? adapter.address ?? path, version].filter(Boolean).join(' ')
    for (const { id, verdict } of requirements) {
      if (id === undefined || verdict === undefined) continue
      found.set(id, [...(found.get(id) ?? []), { client, verdict }])
    }
  }
  return found
}

function resultFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[\\/])results\.json$/.test(name))
    .toSorted()
    .map((name) => join(path, name))
}
