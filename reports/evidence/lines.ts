import Type, { type Static, type TSchema } from 'typebox'
import { closed } from '../../adapters/contract/scalars.ts'
import { Entry } from '../baseline.ts'
import { CaseResult, Finding, VerdictWord } from '../case-result.ts'
import { RequirementResult, Results } from '../results.ts'

/** Name and edition of the format; the edition counts up when a reader of the earlier one would misread it. */
export const FORMAT = 1

const of = Results.properties

/** The first line: what ran, against what, on which terms. */
const Opening = closed({
  type: Type.Literal('bundle'),
  format: Type.Literal(FORMAT),
  suite: of.suite,
  adapter: of.adapter,
  bindings: of.bindings,
  seed: of.seed,
  scope: of.scope,
  shard: of.shard,
  revision: of.revision,
  digests: of.digests,
  /** Failures that were known when the run was judged. */
  baseline: Type.Union([Type.Array(Entry), Type.Null()]),
  /** The day of the run, in UTC: baselines expire. */
  day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
})

const Outcome = Type.Object({ kind: Type.String() })

/** What the client answered before the first scenario, when it was asked what no client can answer. */
const Probe = closed({
  type: Type.Literal('probe'),
  /** Address of the client. */
  client: Type.String(),
  op: Type.String(),
  outcome: Outcome,
})

const Case = closed({
  type: Type.Literal('case'),
  uri: Type.String(),
  line: Type.Integer({ minimum: 1 }),
})

const Call = closed({
  type: Type.Literal('call'),
  instance: Type.String(),
  participant: Type.String(),
  op: Type.String(),
  /** Virtual time, Unix epoch milliseconds. */
  now: Type.Integer(),
  params: Type.Object({}),
  outcome: Outcome,
  /** The client ended in it. */
  ended: Type.Optional(Type.Literal(true)),
  /** The client had ended before: the suite answered itself. */
  unsent: Type.Optional(Type.Literal(true)),
})

const Comparison = closed({
  type: Type.Literal('comparison'),
  how: Type.Union([
    Type.Literal('equals'),
    Type.Literal('meets'),
    Type.Literal('avoids'),
    Type.Literal('is still'),
  ]),
  subject: Type.String(),
  /** Position among the calls since the case or the last `again` began; -1: of none. */
  call: Type.Integer({ minimum: -1 }),
  /** Absent: nothing. */
  got: Type.Optional(Type.Unknown()),
  wanted: Type.Optional(Type.Unknown()),
  absence: Type.Boolean(),
  held: Type.Boolean(),
})

const Found = closed({ type: Type.Literal('finding'), ...Finding.properties })

/** The next run of a property, with new participants. */
const Again = closed({ type: Type.Literal('again') })

/** What the last answer showed of what was drawn for this run. */
const Mark = closed({ type: Type.Literal('mark'), text: Type.String({ minLength: 2 }) })

/** The client got addresses of servers of the suite, and spoke to them beside the calls. */
const Servers = closed({ type: Type.Literal('servers') })

/** The end of a case: what it came to. */
const End = closed({
  type: Type.Literal('end'),
  /** How Cucumber says that it ended. */
  status: Type.Union(
    (['PASSED', 'FAILED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'UNKNOWN'] as const).map(
      (word) => Type.Literal(word),
    ),
  ),
  record: Type.Optional(
    closed({
      presences: Type.Integer({ minimum: 0 }),
      absences: Type.Integer({ minimum: 0 }),
      fresh: Type.Boolean(),
      seats: CaseResult.properties.seats,
      finding: Type.Optional(Finding),
      counterexample: CaseResult.properties.counterexample,
      notes: Type.Optional(Type.Array(Type.String())),
    }),
  ),
})

const Requirement = closed({
  type: Type.Literal('requirement'),
  id: Type.String(),
  verdict: VerdictWord,
  reason: Type.String(),
  flags: RequirementResult.properties.flags,
  signature: Type.Optional(Type.String()),
})

/** The last line: what the run came to. */
const Conclusion = closed({
  type: Type.Literal('conclusion'),
  exit: of.exit,
  verdict: of.verdict,
  reason: of.reason,
  suiteFaults: of.suiteFaults,
  summary: of.summary,
  must: of.must,
})

export type Opening = Static<typeof Opening>
export type Probe = Static<typeof Probe>
export type End = Static<typeof End>
export type Requirement = Static<typeof Requirement>
export type Conclusion = Static<typeof Conclusion>

/** Every kind of line by the value of its `type`. */
export const lines = {
  bundle: Opening,
  probe: Probe,
  case: Case,
  call: Call,
  comparison: Comparison,
  finding: Found,
  again: Again,
  mark: Mark,
  servers: Servers,
  end: End,
  requirement: Requirement,
  conclusion: Conclusion,
} as const satisfies Record<string, TSchema>

export type Line = { [K in keyof typeof lines]: Static<(typeof lines)[K]> }[keyof typeof lines]

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** The JSON Schema of each line of a bundle, as it is published. */
export function bundleSchema(): object {
  const each = Object.values(lines).map((line) =>
    closed({ ...line.properties, hash: Hash } as Record<string, TSchema>),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:bundle:1',
    title: 'A line of a bundle of vac-conformance, which is NDJSON compressed with gzip',
    ...(JSON.parse(JSON.stringify(Type.Union(each))) as object),
  }
}
