/* What the documents show: every command in a block of shell and in a line of prose. CONTRIBUTING.md has recipes.test.ts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

export const pages: readonly string[] = [
  'README.md',
  'vectors/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

export interface Shown {
  readonly page: string
  readonly line: number
  /** The command as one pastes it, its comment left out. */
  readonly command: string
}

/** All commands of a page, in order; a line that ends in | or \ goes on in the next. */
export function shownIn(page: string): Shown[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').split('\n')
  const found: Shown[] = []
  let block: string | undefined
  let open: Shown | undefined
  for (const [i, text] of lines.entries()) {
    const [, fence] = /^\s*```(\w*)/.exec(text) ?? []
    if (fence !== undefined) {
      block = block === undefined ? fence : undefined
      continue
    }
    const at = { page, line: i + 1 }
    if (block === 'sh') {
      const command = text.replace(/\s+#(?= ).*$/, '').trim()
      if (command === '' || command.startsWith('# ')) continue
      const whole: Shown = open
        ? { ...open, command: `${open.command}\n${command}` }
        : { ...at, command }
      open = /[|\\]$/.test(command) ? whole : undefined
      if (!open) found.push(whole)
    } else if (block === undefined)
      for (const [, command = ''] of text.matchAll(INLINE)) found.push({ ...at, command })
  }
  return found
}

/** Code in a sentence that is a whole command line, not the name of one. */
const INLINE =
  /`((?:[A-Z_]+=\S+ )?(?:npx|npm (?:run|ci|test|exec)|node [\w./-]+\.ts|bash|vac-conformance [a-z]|go build|cargo build)[^`]*)`/g
