import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The finished files below a folder; paths from there, with / between folders. */
export function filesBelow(folder: string): { path: string; sha256: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.unfinished'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
      return { path: relative(folder, path).split(sep).join('/'), sha256 }
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
