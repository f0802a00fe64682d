import type { Coverage, DocumentCoverage, RequirementCoverage, State } from './coverage.ts'

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent) }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin-top: 2.5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line) }
th { position: sticky; top: 0; background: Canvas; font-weight: 600 }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
code { font-size: .9em; overflow-wrap: anywhere } .quiet { opacity: .7 }
.open { color: light-dark(#a4161a, #ff8f8f); font-weight: 600 }
`

/** The result of `spec coverage` as one HTML page without scripts: what is missing first. */
export function coveragePage({ revision, digest, documents, requirements }: Coverage): string {
  const of = (state: State): RequirementCoverage[] =>
    requirements.filter((requirement) => requirement.state === state)
  const open = documents.flatMap((document) =>
    document.unaccounted.map((sentence) => ({ document: document.document, ...sentence })),
  )
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Coverage of the specifications, ${text(revision)}</title><style>${STYLE}</style>`,
    '<h1>How the specifications are covered</h1>',
    `<p class="quiet">Revision ${text(revision)}, digest <code>${text(digest)}</code></p>`,
    summary(documents, requirements),
    open.length === 0
      ? '<p>Every sentence is accounted for.</p>'
      : `<h2 class="open">Sentences not accounted for (${open.length})</h2>${table(
          ['document', 'line', 'section', 'sentence'],
          open.map((sentence) => [
            text(sentence.document),
            String(sentence.line),
            text(sentence.section),
            text(`${sentence.locator} …`),
          ]),
        )}`,
    list('Untested', of('untested')),
    list('Untestable', of('untestable')),
    list('Tested', of('tested')),
    '</html>',
  ].join('\n')
}

function summary(
  documents: readonly DocumentCoverage[],
  requirements: readonly RequirementCoverage[],
): string {
  const rows = documents.map(({ document, title, sentences, mapped, excluded, unaccounted }) => {
    const own = requirements.filter((requirement) => requirement.document === document)
    const count = (state: State): string =>
      String(own.filter((requirement) => requirement.state === state).length)
    return [
      text(title),
      String(sentences),
      String(mapped),
      String(excluded),
      unaccounted.length > 0 ? `<span class="open">${unaccounted.length}</span>` : '0',
      `${count('tested')} / ${own.length}`,
      count('untested'),
      count('untestable'),
    ]
  })
  const head = ['text', 'sentences', 'required', 'excluded', 'open', 'tested']
  return table([...head, 'untested', 'untestable'], rows, [1, 2, 3, 4, 5, 6, 7])
}

function list(title: string, requirements: readonly RequirementCoverage[]): string {
  if (requirements.length === 0) return ''
  const rows = requirements.map((requirement) => [
    `<code>${text(requirement.id)}</code>`,
    text(requirement.weight),
    `${text(requirement.statement)}${requirement.reason ? `<br><span class="quiet">${text(requirement.reason)}</span>` : ''}`,
    String(requirement.scenarios.length),
    String(requirement.vectors.length),
    String(requirement.mutants.length),
  ])
  const head = ['requirement', 'weight', 'statement', 'scenarios', 'vectors', 'mutants']
  return `<h2>${title} (${requirements.length})</h2>${table(head, rows, [3, 4, 5])}`
}

/** Cells are HTML already; the columns named hold numbers. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const cells = (tag: string, row: readonly string[]): string =>
    row
      .map((cell, i) => `<${tag}${numbers.includes(i) ? ' class="n"' : ''}>${cell}</${tag}>`)
      .join('')
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${body}\n</tbody></table>`
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
}
