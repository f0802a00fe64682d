import parseTags from '@cucumber/tag-expressions'
import { capabilities } from '../adapters/contract/capabilities.ts'
import type { Hello } from '../adapters/contract/hello.ts'
import type { Planned } from '../reports/assess.ts'
import type { Case, CataloguedRule } from '../spec/catalogue.ts'
import type { Requirement } from '../spec/requirements.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

/** What the user asked for. */
export interface Asked {
  /** Areas, or documents of an area; empty: all that the client claims. */
  readonly areas: readonly string[]
  readonly ids: readonly string[]
  /** A Cucumber tag expression; empty: all. */
  readonly tags: string
}

/** The requirements asked for. Fails with UsageError for a name that matches nothing: zero is never green. */
export function inScope(
  asked: Asked,
  claimed: Pick<Hello, 'areas' | 'documents'>,
  requirements: ReadonlyMap<string, Requirement>,
  rules: readonly CataloguedRule[],
): { requirement: Requirement; cases: readonly Case[] }[] {
  const places = new Set(
    [...requirements.values()].flatMap(({ area, document }) => [area, document]),
  )
  for (const area of asked.areas)
    if (!places.has(area))
      throw new UsageError(`no area or document "${area}": ${nearest(area, [...places])}`)
  for (const id of asked.ids)
    if (!requirements.has(id))
      throw new UsageError(`no requirement "${id}": ${nearest(id, [...requirements.keys()])}`)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const wanted = [...requirements.values()].filter(
    ({ id, area, document }) =>
      (asked.ids.length === 0 || asked.ids.includes(id)) &&
      (asked.areas.length === 0 || asked.areas.includes(area) || asked.areas.includes(document)) &&
      claimed.areas.includes(area) &&
      (claimed.documents?.includes(document) ?? true),
  )
  const claims = claimed.documents ?? claimed.areas
  if (claims.length === 0)
    throw new UsageError('nothing in scope: the clients claim nothing that all of them have')
  if (wanted.length === 0)
    throw new UsageError(
      `nothing in scope: the client claims ${claims.join(', ')}, asked was ${[...asked.areas, ...asked.ids].join(', ')}`,
    )
  const planned = wanted.map((requirement) => ({
    requirement,
    cases: byId.get(requirement.id)?.cases ?? [],
  }))
  return asked.tags === '' ? planned : tagged(asked.tags, planned)
}

function tagged(
  expression: string,
  planned: { requirement: Requirement; cases: readonly Case[] }[],
) {
  const known = new Set(planned.flatMap(({ cases }) => cases.flatMap(({ tags }) => tags)))
  for (const [tag] of expression.matchAll(/@[^\s()]+/g))
    if (!known.has(tag))
      throw new UsageError(`no scenario has the tag ${tag}: ${nearest(tag, [...known])}`)
  let matches: { evaluate(tags: string[]): boolean }
  try {
    matches = parseTags(expression)
  } catch (cause) {
    throw new UsageError(`"${expression}" is no tag expression: ${(cause as Error).message}`)
  }
  const kept = planned
    .map(({ requirement, cases }) => ({
      requirement,
      cases: cases.filter(({ tags }) => matches.evaluate([...tags])),
    }))
    .filter(({ cases }) => cases.length > 0)
  if (kept.length === 0) throw new UsageError(`no scenario matches the tags ${expression}`)
  return kept
}

/** What the claims of a client leave to run: decided before the run, from hello alone. */
export function plan(
  scope: readonly { requirement: Requirement; cases: readonly Case[] }[],
  hello: Hello,
): Planned[] {
  const own = new Set(hello.capabilities)
  for (const emulated of hello.emulated ?? []) own.delete(emulated)
  if (hello.clock === 'virtual') own.add('virtual-clock')
  return scope.map(({ requirement, cases }) => {
    const runs: Case[] = []
    const left: { case: Case; lacks: string }[] = []
    for (const each of cases) {
      // Of several missing ones, what the suite cannot reach outweighs what the client chose not to have.
      const lacks = each.needs.filter((need) => !own.has(need))
      const lack =
        lacks.find((need) => {
          const { kind, of = '' } = capabilities[need] ?? {}
          return kind !== 'choice' && !lacks.includes(of)
        }) ?? lacks.find((need) => capabilities[need]?.kind === 'choice')
      if (lack === undefined) runs.push(each)
      else left.push({ case: each, lacks: lack })
    }
    return { requirement, cases: runs, left }
  })
}
