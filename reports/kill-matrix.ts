/** One mutant or variant, and what the suite found in it. */
export interface Row {
  readonly kind: 'mutant' | 'variant'
  readonly name: string
  readonly area: string
  readonly what: string
  /** The requirement that a mutant breaks. */
  readonly breaks?: string
  /** The requirements that failed. */
  readonly failed: readonly string[]
  /** The requirement that it breaks is among them, or the suite had to end it. */
  readonly killed: boolean
  /** What was wanted and what came, where the broken requirement failed, or the first of a variant. */
  readonly reason?: string
  /** As it has to be: a mutant is killed by a comparison, a variant fails nothing. */
  readonly right: boolean
  /** Why it ended before its time, or what went wrong. */
  readonly trouble?: string
}

/** Which mutants each requirement fails: the proof that a test can fail (trust rule 4). */
export interface KillMatrix {
  readonly schema: 1
  readonly rows: readonly Row[]
  /** Testable MUST requirements that no mutant made fail. */
  readonly unkilled: readonly string[]
}

/** The matrix for a terminal. */
export function killTable({ rows, unkilled }: KillMatrix): string {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(
    (row) => `${row.right ? '✓' : '✗'} ${row.name.padEnd(width)}  ${found(row)}`,
  )
  const count = (kind: string, ok: boolean) =>
    rows.filter((row) => row.kind === kind && row.right === ok).length
  return [
    ...lines,
    '',
    `${count('mutant', true)} mutants killed, ${count('mutant', false)} missed; ${count('variant', true)} variants passed, ${count('variant', false)} failed`,
    unkilled.length === 0
      ? ''
      : `${unkilled.length} MUST requirements have no killed mutant: ${unkilled.join(' ')}\n`,
  ].join('\n')
}

function found({ kind, breaks, failed, reason, trouble }: Row): string {
  const others = failed.filter((id) => id !== breaks).length
  const words =
    kind === 'variant'
      ? failed.length === 0
        ? 'allowed'
        : `not allowed: ${failed.join(' ')} (${reason})`
      : `${breaks} ${reason ?? 'not noticed'}${others > 0 ? ` (and ${others} others)` : ''}`
  return `${words}${trouble ? ` [${trouble}]` : ''}`
}
