import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../spec/root.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

/** What stands in the README of a shim. */
interface Kit {
  readonly file: string
  /** What makes it runnable, as a line of shell; a comment where nothing has to be done. */
  readonly build: string
  readonly command: string
}

export const kits: Readonly<Record<string, Kit>> = {
  ts: { file: 'shim.ts', build: '# Node 24 runs it as it is', command: 'node shim.ts' },
  python: {
    file: 'shim.py',
    build: '# Python 3.8 or later runs it as it is',
    command: 'python3 shim.py',
  },
  go: { file: 'main.go', build: 'go build -o shim .', command: './shim' },
  rust: {
    file: 'src/main.rs',
    build: 'cargo build --release',
    command: 'target/release/shim',
  },
}

/** Writes a first shim with its README into a folder, and answers what was written. Fails with UsageError. */
export function initAdapter(language: string, area: string, folder: string): string[] {
  const kit = kits[language]
  if (!kit) throw new UsageError(`no --lang "${language}": ${nearest(language, Object.keys(kits))}`)
  const root = join(packageRoot(), 'adapters/kit')
  const areas = readdirSync(root)
  if (!areas.includes(area))
    throw new UsageError(
      `no shim to start from for --area "${area}": ${nearest(area, areas)} (the others: docs/adapter-guide.md)`,
    )
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new UsageError(
      `${folder} is not empty: name a new folder, so that nothing is overwritten`,
    )
  cpSync(join(root, area, language), folder, { recursive: true })
  const readme = Object.entries(kit).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    readFileSync(join(root, area, 'README.md'), 'utf8'),
  )
  writeFileSync(join(folder, 'README.md'), readme)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
