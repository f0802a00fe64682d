import Type, { type Static } from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import { readChecked } from './read.ts'

/** One mutant or variant, and what the suite found in it. */
const Row = closed({
  kind: Type.Union([Type.Literal('mutant'), Type.Literal('variant')]),
  name: Type.String(),
  area: Type.String(),
  what: Type.String(),
  /** The requirement that a mutant breaks. */
  breaks: Type.Optional(Type.String()),
  /** The requirements that failed. */
  failed: Type.Array(Type.String()),
  /** The requirement that it breaks is among them, or the suite had to end it. */
  killed: Type.Boolean(),
  /** What was wanted and what came, where the broken requirement failed, or the first of a variant. */
  reason: Type.Optional(Type.String()),
  /** As it has to be: a mutant is killed by a comparison, a variant fails nothing. */
  right: Type.Boolean(),
  /** Why it ended before its time, or what went wrong. */
  trouble: Type.Optional(Type.String()),
})
export type Row = Readonly<Static<typeof Row>>

/** Which mutants each requirement fails: the proof that a test can fail (trust rule 4). */
const KillMatrix = closed({
  schema: Type.Literal(1),
  rows: Type.Array(Row),
  /** Testable MUST requirements that no mutant made fail. */
  unkilled: Type.Array(Type.String()),
})
export type KillMatrix = Static<typeof KillMatrix>

/** The JSON Schema of killmatrix.json, as it is published. */
export function killMatrixSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:kill-matrix:1',
    title: 'Mutants of the reference, and the requirements that failed with each',
    ...(JSON.parse(JSON.stringify(KillMatrix)) as object),
  }
}

/** Reads and checks a killmatrix.json. Fails with Unreadable. */
export function readKillMatrix(file: string): KillMatrix {
  return readChecked<KillMatrix>(file, killMatrixSchema(), JSON.parse)
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
