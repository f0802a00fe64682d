import { createHash } from 'node:crypto'

/** Which mutants are tried. */
export interface Scope {
  readonly area: string
  /** One in so many, drawn by what the mutant is: the same ones in every run. */
  readonly oneIn: number
}

/** A mutant as far as it is the same wherever its file lies. */
interface Place {
  readonly fileName: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
  readonly mutatorName: string
  readonly replacement?: string | undefined
}

/** Whether a mutant is one of those that are tried. */
export function inSample(mutant: Place, { oneIn }: Pick<Scope, 'oneIn'>): boolean {
  if (oneIn === 1) return true
  const { fileName, location, mutatorName, replacement } = mutant
  const [file] = /adapters\/reference\/.*$/.exec(fileName.replaceAll('\\', '/')) ?? [fileName]
  const { line, column } = location.start
  const text = JSON.stringify([file, line, column, mutatorName, replacement])
  return createHash('sha256').update(text).digest().readUInt32BE() % oneIn === 0
}

/** The same of a mutant as it is reported: there lines and columns are counted from one. */
export function wasInSample(mutant: Place, scope: Pick<Scope, 'oneIn'>): boolean {
  const { line, column } = mutant.location.start
  return inSample({ ...mutant, location: { start: { line: line - 1, column: column - 1 } } }, scope)
}

/** What is said of those that are not. */
export const NOT_SAMPLED = 'not in the sample'
