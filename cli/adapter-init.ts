import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../spec/root.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

/** What stands in the README of a shim. */
export interface Kit {
  readonly file: string
  /** What makes it runnable, as a line of shell; a comment where nothing has to be done. */
  readonly build: string
  readonly command: string
}

const kits: Readonly<Record<string, Kit>> = {
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

/** What has to be done first where a shim needs a library: by area and language. */
const builds: Readonly<Record<string, string>> = {
  'payloads/ts': 'npm install',
  'payloads/python': 'protoc --python_out=. records.proto   # needs protobuf for Python',
}

export const languages: readonly string[] = Object.keys(kits)
const ROOT = join(packageRoot(), 'adapters/kit')

/** The shim of an area in a language. Fails with UsageError. */
export function kitFor(language: string, area: string): Kit {
  const kit = kits[language]
  if (!kit) throw new UsageError(`no --lang "${language}": ${nearest(language, languages)}`)
  const areas = readdirSync(ROOT)
  if (!areas.includes(area))
    throw new UsageError(`no shim to start from for --area "${area}": ${nearest(area, areas)}`)
  return { ...kit, build: builds[`${area}/${language}`] ?? kit.build }
}

/** Writes a first shim with its README into a folder, and answers what was written. Fails with UsageError. */
export function initAdapter(language: string, area: string, folder: string): string[] {
  const kit = kitFor(language, area)
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new UsageError(
      `${folder} is not empty: name a new folder, so that nothing is overwritten`,
    )
  cpSync(join(ROOT, area, language), folder, { recursive: true })
  // What stands beside the languages is for each of them.
  for (const shared of readdirSync(join(ROOT, area), { withFileTypes: true }))
    if (shared.isFile()) copyFileSync(join(ROOT, area, shared.name), join(folder, shared.name))
  const readme = Object.entries(kit).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    readFileSync(join(ROOT, area, 'README.md'), 'utf8'),
  )
  writeFileSync(join(folder, 'README.md'), readme)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
