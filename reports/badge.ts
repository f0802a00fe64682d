import Type from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import { line } from './plain.ts'
import type { Results } from './results.ts'

const COLORS: Record<Results['verdict'], string> = {
  conformant: 'brightgreen',
  'known failures only': 'blue',
  'not conformant': 'red',
  'baseline outdated': 'orange',
  'not measured': 'lightgrey',
}

/** What shields.io takes as an endpoint badge. */
const Badge = closed({
  schemaVersion: Type.Literal(1),
  label: Type.String(),
  message: Type.String(),
  color: Type.String(),
})

/** The JSON Schema of a badge, as it is published. */
export function badgeSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:badge:1',
    title: 'Endpoint badge of shields.io',
    ...(JSON.parse(JSON.stringify(Badge)) as object),
  }
}

/** A badge: the areas with the revision, and the verdict with its denominator. */
export function badge(results: Results): string {
  const { verdict, must, revision, requirements } = results
  const areas = [...new Set(requirements.map(({ area }) => area))].join('+')
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      label: line(`vac ${areas || 'nothing'}@${revision.name}`, 80),
      message: `${verdict}, MUST ${must.pass}/${must.total}`,
      color: COLORS[verdict],
    },
    null,
    2,
  )}\n`
}
