import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { readClient } from '../clients/entry.ts'
import { words } from '../transports/exec.ts'
import type { Language } from './repair.ts'

const languages: Readonly<Record<string, Language>> = {
  '.py': 'python',
  '.ts': 'ts',
  '.mts': 'ts',
  '.js': 'ts',
  '.mjs': 'ts',
  '.go': 'go',
  '.rs': 'rust',
}

/** One place in the source of an adapter. */
export interface Place {
  /** From the current folder. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** The source of an adapter, as far as its address leads to it. */
export class Source {
  readonly language: Language | undefined
  readonly #files: readonly string[]
  #lines: readonly Place[] | undefined

  constructor(files: readonly string[]) {
    this.#files = files
    const ending = /\.\w+$/.exec(files[0] ?? '')?.[0] ?? ''
    this.language = languages[ending]
  }

  /** The first line that has one of the texts, which are tried in their order. */
  find(near: readonly (string | RegExp)[]): Place | undefined {
    this.#lines ??= this.#files.flatMap(read)
    for (const wanted of near) {
      const found = this.#lines.find(({ text }) =>
        typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text),
      )
      if (found) return found
    }
    return undefined
  }
}

/** What an `exec:` address runs, and where. */
export function programOf(address: string): { command: string; folder: string } | undefined {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/s.exec(address) ?? []
  if (kind === 'exec') return { command: rest, folder: process.cwd() }
  if (kind !== 'client') return undefined
  const { adapter, folder } = readClient(rest)
  return adapter.startsWith('exec:')
    ? { command: adapter.slice('exec:'.length), folder }
    : undefined
}

/** Finds the source behind an address: a file that its command names, or what a built program was built from. */
export function sourceOf(address: string): Source {
  if (address.startsWith('inproc:')) return new Source([resolve(address.slice('inproc:'.length))])
  const program = programOf(address)
  if (!program) return new Source([])
  const named = words(program.command).map((word) => resolve(program.folder, word))
  const files = named.filter((path) => isSource(path))
  if (files.length > 0) return new Source(files)
  // `go run DIR`, `cargo run --manifest-path FILE`, or a program that was built in place.
  const folders = [...named.map(folderOf), program.folder].flatMap((path) => [
    path,
    join(path, 'src'),
    ...(/[\\/]target[\\/]/.test(path) ? [join(path, '../../src')] : []),
  ])
  for (const folder of folders) {
    const found = compiled(folder)
    if (found.length > 0) return new Source(found)
  }
  return new Source([])
}

const isSource = (path: string) =>
  /\.\w+$/.exec(path)?.[0] !== undefined &&
  languages[/\.\w+$/.exec(path)?.[0] ?? ''] !== undefined &&
  existsSync(path)

const folderOf = (path: string) =>
  existsSync(path) && statSync(path).isDirectory() ? path : dirname(path)

function compiled(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => /\.(go|rs)$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

function read(file: string): Place[] {
  if (!existsSync(file)) return []
  const shown = relative(process.cwd(), file)
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, i) => ({ file: shown, line: i + 1, text: text.trim() }))
    .filter(({ text }) => !/^(#|\/\/|\/\*|\*)/.test(text))
}
