import type { Coverage, RequirementCoverage, State } from './coverage.ts'

/** The result of `spec coverage` for a terminal: what is missing first. */
export function coverageText({ revision, digest, documents, requirements }: Coverage): string {
  const lines = [`revision ${revision}, digest ${digest.slice(0, 16)}`, '']
  const open = documents.flatMap(({ document, unaccounted }) =>
    unaccounted.map(
      ({ line, section, locator }) => `  ${document} line ${line}, ${section}: "${locator} …"`,
    ),
  )
  if (open.length > 0) lines.push('sentences not accounted for:', ...open, '')
  const untested = requirements.filter(({ state }) => state === 'untested')
  if (untested.length > 0) {
    lines.push(`untested (${untested.length}):`, ...columns(untested.map(({ id }) => id)), '')
  }
  const immune = requirements.filter(
    ({ state, mutants }) => state === 'tested' && mutants.length === 0,
  )
  if (immune.length > 0) {
    lines.push(`tested, but no mutant breaks it (${immune.length}):`)
    lines.push(...columns(immune.map(({ id }) => id)), '')
  }
  lines.push('untestable:')
  for (const { id, state, reason } of requirements) {
    if (state === 'untestable') lines.push(`  ${id.padEnd(18)} ${reason}`)
  }
  lines.push('', ...documentTable(documents, requirements))
  return `${lines.join('\n')}\n`
}

function documentTable(
  documents: Coverage['documents'],
  requirements: readonly RequirementCoverage[],
): string[] {
  const head = ['document', 'sentences', 'mapped', 'excluded', 'open', 'accounted', 'required']
  const rows = documents.map(({ document, sentences, mapped, excluded, unaccounted }) => [
    document,
    sentences,
    mapped,
    excluded,
    unaccounted.length,
    `${((100 * (mapped + excluded)) / sentences).toFixed(1)} %`,
    ...states(requirements.filter((requirement) => requirement.document === document)),
  ])
  const sum = (i: number): number => rows.reduce((total, row) => total + Number(row[i]), 0)
  const [sentences, mapped, excluded] = [sum(1), sum(2), sum(3)]
  const all = `${((100 * (mapped + excluded)) / sentences).toFixed(1)} %`
  rows.push(['all', sentences, mapped, excluded, sum(4), all, ...states(requirements)])
  return [[...head, 'tested', 'untested', 'untestable'], ...rows].map((row) =>
    row
      .map((value, i) => (i === 0 ? String(value).padEnd(22) : String(value).padStart(11)))
      .join(''),
  )
}

function states(requirements: readonly RequirementCoverage[]): number[] {
  const count = (state: State): number =>
    requirements.filter((requirement) => requirement.state === state).length
  return [requirements.length, count('tested'), count('untested'), count('untestable')]
}

/** Ids in rows of as many as fit a line. */
function columns(ids: readonly string[]): string[] {
  const width = Math.max(...ids.map(({ length }) => length)) + 2
  const perLine = Math.max(1, Math.floor(98 / width))
  const rows: string[] = []
  for (let i = 0; i < ids.length; i += perLine) {
    const line = ids.slice(i, i + perLine).map((id) => id.padEnd(width))
    rows.push(`  ${line.join('').trimEnd()}`)
  }
  return rows
}
