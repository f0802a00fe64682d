import { type CheckedChange, type CheckedDocument, concerns, type Touched } from './check.ts'
import type { DescriptorChange } from './descriptors.ts'

const LONGEST = 300

/** One line of somebody else's text: control characters out, cut where it is long. */
export function quoted(text: string): string {
  const plain = text.replace(/\p{C}+/gu, ' ')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
}

/** The heading a change stands under. */
export function headingOf(change: CheckedChange): string {
  const { section } = 'now' in change ? change.now : change.was
  return quoted(section.split(' / ').at(-1) ?? '')
}

/** What happened to the words of a sentence, in a line of its own; empty where nothing did. */
export function wordsOf(change: CheckedChange): string {
  if (change.kind !== 'changed') return ''
  const added = change.added.length > 0 ? `new words: ${quoted(change.added.join(' '))}` : ''
  const lost = change.lost > 0 ? `${change.lost} ${change.lost === 1 ? 'word' : 'words'} gone` : ''
  return [added, lost].filter(Boolean).join('; ') || 'the same words in another order or case'
}

/** MUST became SHOULD, and the like; empty where the keywords are the same. */
export function levelOf(change: CheckedChange): string {
  if (change.kind !== 'changed' || !change.level) return ''
  const { was, now } = change.level
  return `level: ${was || 'no keyword'} became ${now || 'no keyword'}`
}

/** How many of what tests a requirement needs a look, and what clients got for it. */
export function workOf({ scenarios, vectors, mutants, verdicts }: Touched): string {
  const counts = [
    [scenarios.length, 'scenario'],
    [vectors.length, 'vector'],
    [mutants.length, 'mutant'],
  ] as const
  const work = counts.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}${n > 1 ? 's' : ''}`] : []))
  const runs = verdicts.map(({ client, verdict }) => `${quoted(client)} ${quoted(verdict)}`)
  return [...work, ...runs].join(', ') || 'not tested yet'
}

/** A difference of a message in a sentence. */
export function descriptorOf({ kind, path, was, now, breaking, clash }: DescriptorChange): string {
  const change = [was, now].filter(Boolean).map(quoted).join(' → ')
  const weight = clash ? ' (wire types clash)' : breaking ? ' (breaks old peers)' : ''
  return `${kind}: ${quoted(path)}  ${change}${weight}`
}

/** Counts of a document's changes, most telling first. */
export function countsOf({ changes, descriptors }: CheckedDocument): string {
  const kinds = ['changed', 'gone', 'new', 'reordered', 'moved'] as const
  const counts = kinds.flatMap((kind) => {
    const n = changes.filter((change) => change.kind === kind).length
    return n > 0 ? [`${n} ${kind}`] : []
  })
  if (descriptors.length > 0) counts.push(`${descriptors.length} in messages`)
  return counts.join(', ') || 'unchanged'
}

/** The changes somebody has to act on first, then the rest, each in the order of the text. */
export function sorted(changes: readonly CheckedChange[]): CheckedChange[] {
  return [...changes.filter(concerns), ...changes.filter((change) => !concerns(change))]
}
