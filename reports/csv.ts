import { stringify } from 'csv-stringify/sync'
import { clientName } from './console.ts'
import { plain } from './plain.ts'
import type { Results } from './results.ts'

/** The matrix of requirements and clients, a row per requirement; a cell is a verdict, empty where it was out of scope. */
export function csv(all: readonly Results[]): string {
  const columns = all.map(
    ({ requirements }) => new Map(requirements.map((each) => [each.id, each])),
  )
  const first = new Map(
    all.flatMap(({ requirements }) => requirements.map((each) => [each.id, each])),
  )
  const rows = [...first.values()].map(
    ({ id, area, document, section, level, weight, statement }) => [
      id,
      area,
      document,
      section,
      level,
      weight,
      plain(statement),
      ...columns.map((column) => {
        const found = column.get(id)
        return found ? [found.verdict, ...found.flags].join(' ') : ''
      }),
    ],
  )
  const head = ['id', 'area', 'document', 'section', 'level', 'weight', 'statement']
  // A spreadsheet would run a text that begins with "=" as a formula.
  return stringify([[...head, ...all.map(clientName)], ...rows], { escape_formulas: true })
}
