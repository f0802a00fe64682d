import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { conduct } from '../../cli/conduct.ts'
import { Chain } from '../../reports/evidence/chain.ts'
import { Transcript } from '../../reports/evidence/transcript.ts'
import type { Results } from '../../reports/results.ts'
import { writeReports } from '../../reports/write.ts'

const LAUNCH = join(import.meta.dirname, '../../cli/launch.js')

/** Runs some requirements and leaves in the folder what the command would. */
export async function ran(
  adapter: string,
  ids: readonly string[],
  folder: string,
): Promise<Results> {
  const transcript = new Transcript(folder)
  const conducted = await conduct({
    adapter,
    areas: [],
    ids,
    tags: '',
    seed: '0f0f',
    tape: true,
    onProbe: (...heard) => transcript.probe(...heard),
    onCase: (one, tape) => transcript.case(one, tape),
  })
  await conducted.finished
  const results = conducted.results(false)
  writeReports(results, folder)
  return results
}

/** The command, as a shell would run it. */
export function command(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCH, ...args], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** A line of a bundle as an object, its hash left out. */
export type Entry = Record<string, unknown> & { type: string }

/** The lines of a bundle without their hashes. */
export function entriesOf(file: string): Entry[] {
  return textOf(file)
    .map((text) => JSON.parse(text) as Entry)
    .map(({ hash: _, ...rest }) => rest as Entry)
}

/** The lines of a bundle as they stand in it. */
export function textOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
}

export function writeLines(file: string, lines: readonly string[]): void {
  writeFileSync(file, gzipSync(lines.map((line) => `${line}\n`).join('')))
}

/** A bundle by somebody who knows how the hashes are made. */
export function writeChained(file: string, entries: readonly Entry[]): void {
  const chain = new Chain()
  writeLines(
    file,
    entries.map((each) => chain.add(JSON.stringify(each))),
  )
}
