import { basename } from 'node:path'
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core'
import { KINDS, type Kind } from './survivors.ts'

interface Counts {
  killed: number
  timeout: number
  survived: number
  uncovered: number
  undecided: number
}

const COLUMN: Partial<Record<MutantStatus, keyof Counts>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  RuntimeError: 'undecided',
}

/**
 * Whether it is known what became of a mutant: the suite did not stumble over it, and it was ended by the
 * count of its steps. Who is ended by the clock may have been loading on a busy machine.
 */
export const isDecided = ({ status, statusReason = '' }: MutantResult): boolean =>
  status !== 'RuntimeError' && (status !== 'Timeout' || statusReason.startsWith('Hit limit'))

/** Kinds of survivors that nobody could notice who has nothing but the text and the answers. */
const UNNOTICEABLE: readonly Kind[] = ['free', 'same']

/** What became of the mutants that were tried, per file, and the two scores of all of them. */
export function table(
  area: string,
  tried: readonly MutantResult[],
  made: number,
  kinds: ReadonlyMap<Kind, number>,
): string {
  const files = Map.groupBy(tried, ({ fileName }) => basename(fileName))
  const rows = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, own]) => row(file, countsOf(own)))
  const counts = countsOf(tried)
  const sample = tried.length < made
  return [
    `\n${area}: ${sample ? `a sample, ${tried.length} of ${made} mutants` : `all ${made} mutants`}`,
    'file                    score  killed  timeout  survived  uncovered  undecided',
    ...rows,
    row('all', counts),
    '',
    ...[...kinds].map(([kind, count]) => `${String(count).padStart(5)} survived: ${KINDS[kind]}`),
    '',
    ...scores(counts, kinds, sample),
    '',
  ].join('\n')
}

/** Of all that were tried, and of those among them that could be noticed. */
function scores(counts: Counts, kinds: ReadonlyMap<Kind, number>, sample: boolean): string[] {
  const { found, all } = foundIn(counts)
  const explained = [...kinds.values()].reduce((sum, count) => sum + count, 0)
  const left = all - found - explained
  const noticeable = all - UNNOTICEABLE.reduce((sum, kind) => sum + (kinds.get(kind) ?? 0), 0)
  return [
    `raw score         ${share(found, all, sample)}`,
    left > 0
      ? `noticeable score  not known: ${left} survived without a reason`
      : `noticeable score  ${share(found, noticeable, sample)}; left out are survivors that the text leaves free, or that answer the same`,
  ]
}

function share(part: number, whole: number, sample: boolean): string {
  if (whole === 0) return 'of nothing'
  const text = `${percent(part / whole)}  ${part} of ${whole}`
  if (!sample) return text
  const [low, high] = interval(part, whole)
  return `${text}, a sample: ${percent(low)} to ${percent(high)} of all with 95 % confidence`
}

/** Where the share of all lies, by a sample, with 95 % confidence (Wilson's score interval). */
export function interval(part: number, whole: number): readonly [low: number, high: number] {
  const z = 1.959964
  const share = part / whole
  const middle = share + z ** 2 / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))
  const scale = 1 + z ** 2 / whole
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function countsOf(mutants: readonly MutantResult[]): Counts {
  const counts: Counts = { killed: 0, timeout: 0, survived: 0, uncovered: 0, undecided: 0 }
  for (const mutant of mutants) {
    const column = isDecided(mutant) ? COLUMN[mutant.status] : 'undecided'
    if (column) counts[column]++
  }
  return counts
}

/** Killed and endless, of all that are decided. */
function foundIn({ killed, timeout, survived, uncovered }: Counts): { found: number; all: number } {
  const found = killed + timeout
  return { found, all: found + survived + uncovered }
}

function row(name: string, counts: Counts): string {
  const { killed, timeout, survived, uncovered, undecided } = counts
  const { found, all } = foundIn(counts)
  return [
    name.padEnd(20),
    (all === 0 ? '–' : percent(found / all)).padStart(8),
    String(killed).padStart(7),
    String(timeout).padStart(8),
    String(survived).padStart(9),
    String(uncovered).padStart(10),
    String(undecided).padStart(10),
  ].join(' ')
}
