import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Results } from './results.ts'
import { reportPage } from './site/report.ts'

/** Writes results.json and what is made from it; answers where. */
export function writeReports(
  results: Results,
  folder: string,
): {
  readonly json: string
  readonly junit: string
  readonly summary: string
  readonly html: string
} {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  }
  return {
    json: write('results.json', `${JSON.stringify(results, null, 2)}\n`),
    junit: write('junit.xml', junit(results)),
    summary: write('summary.md', markdown(results)),
    html: write('report.html', reportPage(results)),
  }
}
