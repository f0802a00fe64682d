import type { DataTable } from '@cucumber/cucumber'

/**
 * What the rows of a table demand, by property and value: `| length | seven days |`. Throws where a row
 * says something that is not known.
 */
export function demanded<T>(table: DataTable, known: Readonly<Record<string, T>>): T[] {
  const rows = table.raw().map((cells) => cells.join(': '))
  if (rows.length === 0) throw new Error('nothing is demanded: the table has no row')
  return rows.map((row) => {
    const found = Object.hasOwn(known, row) ? known[row] : undefined
    if (found === undefined)
      throw new Error(`expected one of "${Object.keys(known).join('", "')}", got "${row}"`)
    return found
  })
}
