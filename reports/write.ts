import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Results } from './results.ts'

/** Writes results.json and what is made from it; answers where. */
export function writeReports(results: Results, folder: string): { readonly json: string } {
  mkdirSync(folder, { recursive: true })
  const json = join(folder, 'results.json')
  writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
  return { json }
}
