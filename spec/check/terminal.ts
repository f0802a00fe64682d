import { type Check, type CheckedChange, type CheckedDocument, demands } from './check.ts'
import {
  countsOf,
  descriptorOf,
  headingOf,
  levelOf,
  quoted,
  sorted,
  wordsOf,
  workOf,
} from './wording.ts'

/** The result of `spec check` for a terminal. */
export function checkText({ revision, digest, documents, absent }: Check): string {
  const lines = [`against revision ${revision}, digest ${digest.slice(0, 16)}`, '']
  for (const document of documents) lines.push(...documentLines(document))
  if (absent.length > 0) lines.push(`not in this folder: ${absent.join(', ')}`, '')
  const ids = touchedIds(documents)
  lines.push(
    documents.some(demands)
      ? `what is required changed: ${ids.length} requirements touched${ids.length > 0 ? `: ${ids.join(' ')}` : ''}`
      : 'nothing that is required changed',
  )
  return `${lines.join('\n')}\n`
}

/** Every requirement touched by a change, each once, in the order of the texts. */
export function touchedIds(documents: readonly CheckedDocument[]): string[] {
  const ids = documents.flatMap(({ changes }) =>
    changes.flatMap(({ kind, touches }) => (kind === 'moved' ? [] : touches.map(({ id }) => id))),
  )
  return [...new Set(ids)]
}

function documentLines(document: CheckedDocument): string[] {
  const lines = [`${document.document}  ${quoted(document.path)}  ${countsOf(document)}`]
  for (const change of sorted(document.changes)) lines.push(...changeLines(change))
  if (document.descriptors.length > 0) lines.push('  messages:')
  for (const change of document.descriptors) {
    lines.push(`    line ${change.line}  ${descriptorOf(change)}`)
  }
  if (document.schemas.length > 0) lines.push('  proto/ says otherwise:')
  for (const difference of document.schemas) {
    lines.push(`    ${difference.place}  ${descriptorOf(difference)}`)
  }
  return [...lines, '']
}

function changeLines(change: CheckedChange): string[] {
  const { line } = 'now' in change ? change.now : change.was
  const lines = [`  ${change.kind.toUpperCase().padEnd(9)} line ${line}, ${headingOf(change)}`]
  if (change.kind === 'moved') {
    lines[0] += `, from ${quoted(change.was.section.split(' / ').at(-1) ?? '')}: ${quoted(change.was.locator)}`
    return lines
  }
  if ('now' in change) lines.push(`    now: ${quoted(change.now.text)}`)
  if ('was' in change)
    lines.push(`    was: line ${change.was.line}, "${quoted(change.was.locator)} …"`)
  for (const note of [levelOf(change), wordsOf(change)]) if (note) lines.push(`    ${note}`)
  for (const touched of change.touches) {
    lines.push(`    touches ${touched.id} (${touched.weight}): ${workOf(touched)}`)
  }
  return lines
}
