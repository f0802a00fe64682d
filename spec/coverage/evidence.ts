import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../catalogue.ts'

/** What tests a requirement: scenarios run it, vectors give its bytes, mutants show that its scenarios can fail. */
export type Evidence = { scenarios: string[]; vectors: string[]; mutants: string[] }

export const NO_EVIDENCE: Evidence = { scenarios: [], vectors: [], mutants: [] }

const cache = new Map<string, ReadonlyMap<string, Evidence>>()

/** The evidence in features/, vectors/ and adapters/mutants/ below the package root, by requirement. Read once. */
export function evidence(root: string): ReadonlyMap<string, Evidence> {
  const known = cache.get(root) ?? gather(root)
  cache.set(root, known)
  return known
}

function gather(root: string): ReadonlyMap<string, Evidence> {
  const found = new Map<string, Evidence>()
  const of = (id: string): Evidence => {
    const known = found.get(id)
    if (known) return known
    const fresh = { scenarios: [], vectors: [], mutants: [] }
    found.set(id, fresh)
    return fresh
  }
  const rules = existsSync(join(root, 'features')) ? catalogue(root) : []
  for (const { id, cases } of rules) {
    of(id).scenarios.push(...cases.map(({ uri, line }) => `${uri}:${line}`))
  }
  for (const { path, value } of jsonBelow(root, 'vectors')) {
    for (const { name, ids } of named(value, 'requirements')) {
      for (const id of ids) of(id).vectors.push(`${path}#${name}`)
    }
  }
  for (const { path, value } of jsonBelow(root, 'adapters/mutants')) {
    for (const { ids } of named(value, 'breaks')) for (const id of ids) of(id).mutants.push(path)
  }
  return found
}

function jsonBelow(root: string, folder: string): { path: string; value: unknown }[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !/^schema[\\/]/.test(name))
    .toSorted()
    .map((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      return { path, value: JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown }
    })
}

/** Every object in a JSON value that names requirements under the key, with its own name or id. */
function named(value: unknown, key: string): { name: string; ids: string[] }[] {
  if (Array.isArray(value)) return value.flatMap((item) => named(item, key))
  if (typeof value !== 'object' || value === null) return []
  const { id, name, [key]: ids } = value as Record<string, unknown>
  const list = (Array.isArray(ids) ? ids : [ids]).filter((item) => typeof item === 'string')
  const own = list.length > 0 ? [{ name: String(id ?? name ?? ''), ids: list }] : []
  return [...own, ...Object.values(value).flatMap((item) => named(item, key))]
}
