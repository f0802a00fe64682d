import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Results } from '../../reports/results.ts'

/** One line of the table of known clients in README.md, and what stands behind it. */
export interface Known {
  readonly client: string
  /** The frozen revision that it was judged by. */
  readonly revision: string
  readonly verdict: string
  readonly exit: number
  readonly must: Pick<Results['must'], 'total' | 'pass' | 'fail' | 'notMeasured'>
  /** The requirements that fail, of any weight. */
  readonly failed: readonly string[]
}

/** Random groups and contents follow from it: another seed may show a requirement more or less. */
export const SEED = '5eed'

export const file = join(import.meta.dirname, 'verdicts.json')

export const known: readonly Known[] = JSON.parse(readFileSync(file, 'utf8'))

/** A whole run of a client, as its command writes it. */
export function judge(client: string, revision: string): Results {
  const out = mkdtempSync(join(tmpdir(), 'vac-known-'))
  try {
    const flags = ['--adapter', `client:${client}`, '--revision', revision, '--seed', SEED]
    const { stderr } = spawnSync(
      process.execPath,
      ['cli/launch.js', 'run', ...flags, '--out', out],
      { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') },
    )
    try {
      return JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))
    } catch {
      throw new Error(`expected results of client:${client}, got none: ${stderr}`)
    }
  } finally {
    rmSync(out, { recursive: true })
  }
}

/** What of a run the table tells. */
export function summed(
  client: string,
  { revision, verdict, exit, must, requirements }: Results,
): Known {
  const { total, pass, fail, notMeasured } = must
  const failed = requirements.filter((each) => each.verdict === 'fail').map(({ id }) => id)
  return {
    client,
    revision: revision.name,
    verdict,
    exit,
    must: { total, pass, fail, notMeasured },
    failed,
  }
}
