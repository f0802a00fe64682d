import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MutantResult } from '@stryker-mutator/api/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Type, { type Static } from 'typebox'
import { parse, stringify } from 'yaml'
import { closed } from '../../adapters/contract/scalars.ts'
import { packageRoot } from '../../spec/root.ts'

/*
Mutants that no scenario notices, each with the reason why none has to. A mutant is known by its text, so
that an entry outlives changes elsewhere in the file.
*/

const Text = Type.String({ minLength: 1 })

/** Why a mutant may survive. */
export const KINDS = {
  same: 'nothing that a client answers differs',
  free: 'the text leaves the choice',
  elsewhere: 'no scenario asks; lint or a test of the reference does',
  gap: 'the text tells the two apart, and no scenario does yet',
} as const
export type Kind = keyof typeof KINDS

const Entry = closed({
  kind: Type.Union([
    Type.Literal('same'),
    Type.Literal('free'),
    Type.Literal('elsewhere'),
    Type.Literal('gap'),
  ]),
  reason: Text,
  mutants: Type.Array(
    closed({
      /** Below adapters/reference/. */
      file: Text,
      /** The line where it begins, without blanks around it. */
      line: Text,
      was: Text,
      becomes: Type.String(),
    }),
    { minItems: 1 },
  ),
})
type Entry = Static<typeof Entry>
type Known = Entry['mutants'][number]

export const SURVIVORS = 'adapters/mutants/survivors.yaml'
const REFERENCE = 'adapters/reference/'
/** Characters that tell a piece of code from others of its line. */
const PIECE = 100

/** Reads the file. Fails where it is not as it has to be. */
export function readSurvivors(text = readFileSync(join(packageRoot(), SURVIVORS), 'utf8')) {
  const content: unknown = parse(text) ?? []
  const check = new Ajv2020({ strict: true }).compile(Type.Array(Entry))
  if (check(content)) return content as readonly Entry[]
  const [first] = check.errors ?? []
  throw new Error(`${SURVIVORS}: ${first?.instancePath} ${first?.message}`)
}

/** How a mutant stands in the file. `source`: the text of its file. */
export function known({ fileName, location, replacement }: MutantResult, source: string): Known {
  const { start, end } = location
  const lines = source.split('\n')
  const within = lines.slice(start.line - 1, end.line)
  const last = within.length - 1
  const was = within
    .map((line, i) =>
      line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined),
    )
    .join('\n')
  return {
    file: fileName.replaceAll('\\', '/').split(REFERENCE).at(-1) ?? fileName,
    line: (lines[start.line - 1] ?? '').trim(),
    was: piece(was),
    becomes: piece(replacement ?? ''),
  }
}

const piece = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, PIECE)

const keyOf = ({ file, line, was, becomes }: Known) => JSON.stringify([file, line, was, becomes])

/** How many of the survivors are of each kind. */
export function kindsOf(survived: readonly Known[], entries: readonly Entry[]): Map<Kind, number> {
  const kinds = new Map(
    entries.flatMap(({ kind, mutants }) => mutants.map((each) => [keyOf(each), kind] as const)),
  )
  const counts = new Map<Kind, number>()
  for (const each of survived) {
    const kind = kinds.get(keyOf(each))
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/** Survivors without a reason, and entries that fit none of the mutants that survived or were left out. */
export function compare(
  survived: readonly Known[],
  leftOut: readonly Known[],
  entries: readonly Entry[],
): { unexplained: Known[]; stale: Known[] } {
  const listed = entries.flatMap(({ mutants }) => mutants)
  const explained = new Set(listed.map(keyOf))
  const there = new Set([...survived, ...leftOut].map(keyOf))
  return {
    unexplained: survived.filter((each) => !explained.has(keyOf(each))),
    stale: listed.filter((each) => !there.has(keyOf(each))),
  }
}

/** Entries with a blank to fill. */
export const blank = (mutants: readonly Known[]): string =>
  stringify([{ kind: '', reason: '', mutants }], { lineWidth: 0 })
