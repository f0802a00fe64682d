import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders = new Set<string>()
process.once('exit', () => folders.forEach(removeTemporary))

/** The path of a folder that goes at the latest with the process; whoever writes to it makes it. */
export function temporaryFolder(prefix: string): string {
  const folder = join(tmpdir(), `${prefix}${randomUUID()}`)
  folders.add(folder)
  return folder
}

/** Removes such a folder, if it was ever made. */
export function removeTemporary(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}
