import Type, { type Static } from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import { readChecked } from './read.ts'

/** One impostor by one way, and what the suite gave it. */
const NullRow = closed({
  impostor: Type.String(),
  transport: Type.String(),
  /** Whether the probe, which would send most of them home, came first. */
  probe: Type.Boolean(),
  exit: Type.Integer(),
  reason: Type.String(),
  /** Whether it said hello, so that what follows is about its answers. */
  introduced: Type.Boolean(),
  /** Requirements that had a scenario to run. */
  asked: Type.Integer({ minimum: 0 }),
  passed: Type.Array(Type.String()),
})

/** selftest.json: that the suite gives nothing for nothing (trust rule 1). */
const NullGate = closed({
  schema: Type.Literal(1),
  /** The reference in the same place, so that zero says something. */
  control: NullRow,
  rows: Type.Array(NullRow),
  /** `measured`, or why there are no rows of containers. */
  docker: Type.String(),
})
export type NullGate = Static<typeof NullGate>

/** The JSON Schema of selftest.json, as it is published. */
export function nullGateSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:selftest:1',
    title: 'Clients that implement nothing, and the requirements that they passed',
    ...(JSON.parse(JSON.stringify(NullGate)) as object),
  }
}

/** Reads and checks a selftest.json. Fails with Unreadable. */
export function readNullGate(file: string): NullGate {
  return readChecked<NullGate>(file, nullGateSchema(), JSON.parse)
}

/**
 * Why the containers show nothing, where one of them is not the impostor that it has to be: one that does not
 * start passes nothing either.
 */
export function amiss(rows: NullGate['rows']): string | undefined {
  const elsewhere = new Set(
    rows.flatMap(({ impostor, transport, introduced }) =>
      introduced && transport !== 'docker' ? [impostor] : [],
    ),
  )
  const mute = rows.find(
    ({ impostor, transport, introduced }) =>
      transport === 'docker' && !introduced && elsewhere.has(impostor),
  )
  return mute && `${mute.impostor} does not say hello in its container: ${mute.reason}`
}

const WAYS = ['stdio', 'http', 'docker']

/** The table for a terminal: exit code and passed requirements, with the probe / without it. */
export function nullTable({ control, rows, docker }: NullGate): string {
  const names = [...new Set(rows.map(({ impostor }) => impostor))]
  const width = Math.max(...names.map((name) => name.length), 'reference (control)'.length)
  const ways = WAYS.filter((way) => rows.some(({ transport }) => transport === way))
  const cell = (name: string, way: string) => {
    const own = rows.filter((row) => row.impostor === name && row.transport === way)
    const tried = own.toSorted((a, b) => Number(b.probe) - Number(a.probe))
    if (tried.length === 0) return '–'
    const each = (of: (row: (typeof rows)[0]) => number) => tried.map(of).join(' / ')
    return `exit ${each(({ exit }) => exit)}, passed ${each(({ passed }) => passed.length)} of ${tried[0]?.asked}`
  }
  const head = ways.map((way) => (way === 'docker' ? way : `${way} (probe / no probe)`))
  const lines = names.map((name) => [name, ...ways.map((way) => cell(name, way))])
  const some = rows.filter(({ passed }) => passed.length > 0)
  return [
    ...[['impostor', ...head], ...lines].map(([name = '', ...cells]) =>
      [name.padEnd(width), ...cells.map((text) => text.padEnd(36))].join('  ').trimEnd(),
    ),
    `${'reference (control)'.padEnd(width)}  exit ${control.exit}, passed ${control.passed.length} of ${control.asked}`,
    '',
    `Docker: ${docker}`,
    some.length === 0
      ? `${names.length} impostors, ${rows.length} runs: all passed zero`
      : `NOT TO BE TRUSTED: ${some.map(({ impostor, transport, passed }) => `${impostor} over ${transport} passed ${passed.join(' ')}`).join('; ')}`,
    '',
  ].join('\n')
}
