import Type, { type Static } from 'typebox'
import { Hello } from '../adapters/contract/hello.ts'

const closed = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

const VerdictWord = Type.Union([
  Type.Literal('pass'),
  Type.Literal('fail'),
  Type.Literal('inconclusive'),
  Type.Literal('not-applicable'),
  Type.Literal('not-measured'),
])

const Finding = closed({
  kind: Type.String(),
  subject: Type.String(),
  wanted: Type.String(),
  got: Type.String(),
  call: Type.Optional(Type.Integer({ minimum: 0 })),
  bytes: Type.Optional(closed({ wanted: Type.Optional(Type.String()), got: Type.String() })),
})

const Call = closed({
  participant: Type.String(),
  op: Type.String(),
  now: Type.Integer(),
  params: Type.Unknown(),
  outcome: Type.Unknown(),
})

/** One scenario, or one row of an Examples table, as it ran. */
export const CaseResult = closed({
  name: Type.String(),
  uri: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  verdict: VerdictWord,
  reason: Type.String(),
  /** Comparisons of what the client said: of something it had to say, and of something it had to leave. */
  presences: Type.Integer({ minimum: 0 }),
  absences: Type.Integer({ minimum: 0 }),
  /** Wall time in milliseconds. */
  wallMs: Type.Number({ minimum: 0 }),
  notes: Type.Array(Type.String()),
  finding: Type.Optional(Finding),
  counterexample: Type.Optional(
    closed({
      runs: Type.Integer(),
      shrinks: Type.Integer(),
      schedule: Type.String(),
      path: Type.String(),
    }),
  ),
  /** What was said, where the case did not pass; the oldest `callsDropped` are left out. */
  calls: Type.Array(Call),
  callsDropped: Type.Integer({ minimum: 0 }),
})
export type CaseResult = Static<typeof CaseResult>

export const RequirementResult = closed({
  id: Type.String(),
  area: Type.String(),
  document: Type.String(),
  section: Type.String(),
  /** The keyword as printed in the specification, or IMPLIED. */
  level: Type.String(),
  weight: Type.Union([
    Type.Literal('must'),
    Type.Literal('should'),
    Type.Literal('may'),
    Type.Literal('report-only'),
  ]),
  statement: Type.String(),
  readings: Type.Array(Type.String()),
  verdict: VerdictWord,
  reason: Type.String(),
  cases: Type.Array(CaseResult),
})
export type RequirementResult = Static<typeof RequirementResult>

export const Summary = closed({
  pass: Type.Integer(),
  fail: Type.Integer(),
  inconclusive: Type.Integer(),
  notApplicable: Type.Integer(),
  notMeasured: Type.Integer(),
  total: Type.Integer(),
})
export type Summary = Static<typeof Summary>

/** results.json: the one source of every report. */
export const Results = closed({
  schema: Type.Literal(1),
  /** Exit code of the run; the table is in docs and in `--help`. */
  exit: Type.Integer({ minimum: 0 }),
  verdict: Type.Union([
    Type.Literal('conformant'),
    Type.Literal('not conformant'),
    Type.Literal('not measured'),
  ]),
  /** The one reason for the exit code, in a sentence. */
  reason: Type.String(),
  /** The run was stopped before its end; what had not run is not measured. */
  interrupted: Type.Boolean(),
  summary: Summary,
  /** The same counts over the requirements that decide the exit code: MUST, MUST NOT and IMPLIED. */
  must: Summary,
  adapter: closed({
    address: Type.String(),
    hello: Type.Union([Hello, Type.Null()]),
    /** Digests of what was run, such as a container image. */
    digests: Type.Record(Type.String(), Type.String()),
  }),
  suite: closed({ version: Type.String(), node: Type.String() }),
  seed: Type.String(),
  /** Asked scope, as given on the command line. */
  scope: closed({
    areas: Type.Array(Type.String()),
    ids: Type.Array(Type.String()),
    tags: Type.String(),
  }),
  digests: closed({
    /** sha-256 over the requirements in scope: ids, levels and sentence hashes. */
    requirements: Type.String(),
    /** sha-256 over the feature files. */
    features: Type.String(),
  }),
  startedAt: Type.String(),
  wallMs: Type.Number(),
  requirements: Type.Array(RequirementResult),
})
export type Results = Static<typeof Results>
