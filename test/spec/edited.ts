import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { spec } from '../../cli/spec.ts'
import { type CheckedChange, check } from '../../spec/check/check.ts'
import { PINNED_TEXTS } from './texts.ts'

/** A folder of this test file's own, gone after it. */
export const scratch = mkdtempSync(join(tmpdir(), 'vac-check-'))
after(() => rmSync(scratch, { recursive: true }))
let folders = 0

/** A folder with one edited text of the pinned revision. */
export function edited(file: string, edit: (text: string) => string, place = file): string {
  const text = readFileSync(join(PINNED_TEXTS, file), 'utf8')
  const folder = join(scratch, String(folders++))
  mkdirSync(dirname(join(folder, place)), { recursive: true })
  writeFileSync(join(folder, place), edit(text))
  return folder
}

export function changesOf(folder: string): CheckedChange[] {
  return check(folder).documents.flatMap(({ changes }) => changes)
}

export function ids(change: CheckedChange | undefined): string[] {
  return change?.touches.map(({ id }) => id) ?? []
}

/** The exit code of `spec`, its output kept back. */
export async function exit(...args: string[]): Promise<number> {
  const { write } = process.stdout
  process.stdout.write = () => true
  try {
    return await spec(args)
  } finally {
    process.stdout.write = write
  }
}
