import { basename } from 'node:path'
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core'
import { NOT_SAMPLED } from './scope.ts'
import { KINDS, type Kind } from './survivors.ts'

interface Counts {
  killed: number
  timeout: number
  survived: number
  uncovered: number
  error: number
}

const COLUMN: Partial<Record<MutantStatus, keyof Counts>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  RuntimeError: 'error',
}

/** Score per file: killed and timed out, of all but those that the suite stumbled over. */
export function table(
  area: string,
  found: readonly MutantResult[],
  kinds: ReadonlyMap<Kind, number>,
): string {
  const tried = found.filter(({ statusReason }) => statusReason !== NOT_SAMPLED)
  const files = Map.groupBy(tried, ({ fileName }) => basename(fileName))
  const rows = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, own]) => row(file, own))
  return [
    `\n${area}: ${tried.length} of ${found.length} mutants tried`,
    'file                    score  killed  timeout  survived  uncovered  error',
    ...rows,
    row('all', tried),
    '',
    ...[...kinds].map(([kind, count]) => `${String(count).padStart(5)} survived: ${KINDS[kind]}`),
    decided(tried, kinds),
    '',
  ].join('\n')
}

/** Of those that the text tells from the reference, how many are found. */
function decided(tried: readonly MutantResult[], kinds: ReadonlyMap<Kind, number>): string {
  const killed = tried.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  const all = killed + (kinds.get('gap') ?? 0)
  return `${killed} of ${all} that the text tells apart are found: ${((killed / all) * 100).toFixed(1)} %`
}

function row(name: string, mutants: readonly MutantResult[]): string {
  const counts: Counts = { killed: 0, timeout: 0, survived: 0, uncovered: 0, error: 0 }
  for (const { status } of mutants) {
    const column = COLUMN[status]
    if (column) counts[column]++
  }
  const { killed, timeout, survived, uncovered, error } = counts
  const all = killed + timeout + survived + uncovered
  const score = all === 0 ? '–' : `${(((killed + timeout) / all) * 100).toFixed(1)} %`
  return [
    name.padEnd(20),
    score.padStart(8),
    String(killed).padStart(7),
    String(timeout).padStart(8),
    String(survived).padStart(9),
    String(uncovered).padStart(10),
    String(error).padStart(6),
  ].join(' ')
}
