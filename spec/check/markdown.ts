import { type Check, type CheckedChange, type CheckedDocument, concerns, demands } from './check.ts'
import { touchedIds } from './terminal.ts'
import { countsOf, descriptorOf, headingOf, levelOf, sorted, wordsOf, workOf } from './wording.ts'

/** GitHub takes 65536 characters in a comment; the rest is left for the tables' ends. */
const LONGEST = 60_000

/** The result of `spec check` as a comment for a pull request. */
export function checkMarkdown({ revision, digest, documents, absent }: Check): string {
  const ids = touchedIds(documents)
  const head = documents.some(demands)
    ? `**What is required changed**: ${ids.length} requirements touched.`
    : '**Nothing that is required changed.**'
  const parts = [
    '## Conformance: what this text changes',
    head,
    `Against revision ${revision}, digest \`${digest.slice(0, 16)}\`.`,
    ...documents.map(section),
    ...(absent.length > 0 ? [`Not in this folder: ${absent.join(', ')}.`] : []),
  ]
  return parts.join('\n\n')
}

function section(document: CheckedDocument): string {
  const parts = [`### ${cell(document.path)}`, countsOf(document)]
  const wanted = document.changes.filter(concerns)
  const rest = document.changes.filter((change) => !concerns(change))
  if (wanted.length > 0) parts.push(table(wanted))
  if (document.descriptors.length > 0) {
    parts.push(document.descriptors.map((change) => `- ${cell(descriptorOf(change))}`).join('\n'))
  }
  if (document.schemas.length > 0) {
    const items = document.schemas.map(
      (difference) => `- ${cell(difference.place)}: ${cell(descriptorOf(difference))}`,
    )
    parts.push(`\`proto/\` says otherwise:\n\n${items.join('\n')}`)
  }
  if (rest.length > 0) {
    const title = `${rest.length} changes that touch no requirement`
    parts.push(`<details><summary>${title}</summary>\n\n${table(sorted(rest))}\n\n</details>`)
  }
  return parts.join('\n\n')
}

function table(changes: readonly CheckedChange[]): string {
  const head = ['| line | what | sentence | touches |', '| ---: | --- | --- | --- |']
  const rows: string[] = []
  let size = 0
  for (const change of changes) {
    const next = row(change)
    size += next.length
    if (size > LONGEST / 4) {
      rows.push(`| | | … and ${changes.length - rows.length} more | |`)
      break
    }
    rows.push(next)
  }
  return [...head, ...rows].join('\n')
}

function row(change: CheckedChange): string {
  const { line } = 'now' in change ? change.now : change.was
  const text = 'now' in change ? change.now.text : `${change.was.locator} …`
  const notes = [levelOf(change), wordsOf(change)]
    .filter(Boolean)
    .map((note) => `<br>*${cell(note)}*`)
  const touches = change.touches.map((touched) => `${touched.id}: ${cell(workOf(touched))}`)
  const where = `${cell(headingOf(change))}: ${cell(text)}`
  return `| ${line} | ${change.kind} | ${where}${notes.join('')} | ${touches.join('<br>')} |`
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Somebody else's text in a table cell: no markup, no mention, no end of the cell. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/[\\`*_[\]|~#@!]/g, '\\$&')
    .replaceAll('\\@', '@\u200b')
}
