import Type, { type Static } from 'typebox'
import { Hello } from '../adapters/contract/hello.ts'
import { closed } from '../adapters/contract/scalars.ts'
import { CaseResult, VerdictWord } from './case-result.ts'

const Flag = Type.Union([
  Type.Literal('baselined'),
  Type.Literal('stale'),
  Type.Literal('disputed'),
])

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
  /** A few words that find its sentence in the specification. */
  locator: Type.String(),
  readings: Type.Array(Type.String()),
  /** What the suite has for it, whoever the client is. */
  state: Type.Union([Type.Literal('tested'), Type.Literal('untested'), Type.Literal('untestable')]),
  verdict: VerdictWord,
  reason: Type.String(),
  /** `baselined`: a live entry knows the failure; `stale`: an entry is no longer true; `disputed`: implementations agree against the suite's reading. */
  flags: Type.Array(Flag, { uniqueItems: true }),
  /** Of a failure: what a baseline entry has to name. */
  signature: Type.Optional(Type.String()),
  cases: Type.Array(CaseResult),
})
export type RequirementResult = Static<typeof RequirementResult>

export const Summary = closed({
  pass: Type.Integer(),
  fail: Type.Integer(),
  inconclusive: Type.Integer(),
  notApplicable: Type.Integer(),
  notMeasured: Type.Integer(),
  /** Of `fail`: those that a live baseline entry knows. */
  baselined: Type.Integer(),
  total: Type.Integer(),
})
export type Summary = Static<typeof Summary>

/** How a baseline entry stands after a run; only `live`, `out-of-scope` and `unmeasured` are no fault. */
export const EntryState = Type.Union([
  Type.Literal('live'),
  Type.Literal('stale'),
  Type.Literal('changed'),
  Type.Literal('expired'),
  Type.Literal('unmatched'),
  Type.Literal('blank'),
  Type.Literal('out-of-scope'),
  Type.Literal('unmeasured'),
])
export type EntryState = Static<typeof EntryState>

export const BaselineResult = closed({
  /** sha-256 over its entries. */
  digest: Type.String(),
  entries: Type.Array(
    closed({
      id: Type.String(),
      signature: Type.String(),
      reason: Type.String(),
      owner: Type.String(),
      /** Last day on which it holds, `YYYY-MM-DD`. */
      expires: Type.String(),
      state: EntryState,
      /** Why it is in this state, in a sentence. */
      because: Type.String(),
    }),
  ),
})
export type BaselineResult = Static<typeof BaselineResult>

/** A client: where it is, who it says it is (null: it did not say), digests of what was run, such as an image. */
const Adapter = closed({
  address: Type.String(),
  hello: Type.Union([Hello, Type.Null()]),
  digests: Type.Record(Type.String(), Type.String()),
})

/** results.json: the one source of every report. */
export const Results = closed({
  schema: Type.Literal(1),
  /** Exit code of the run; the table is in docs and in `--help`. */
  exit: Type.Integer({ minimum: 0 }),
  verdict: Type.Union([
    Type.Literal('conformant'),
    Type.Literal('known failures only'),
    Type.Literal('not conformant'),
    Type.Literal('baseline outdated'),
    Type.Literal('not measured'),
  ]),
  /** The one reason for the exit code, in a sentence. */
  reason: Type.String(),
  /** The run was stopped before its end; what had not run is not measured. */
  interrupted: Type.Boolean(),
  /** Faults of the suite itself, which exit 5. */
  suiteFaults: Type.Array(Type.String()),
  summary: Summary,
  /** The same counts over the requirements that decide the exit code: MUST, MUST NOT and IMPLIED that can be tested. */
  must: Summary,
  /** The client; of several, their addresses in one text and what their hellos have in common. */
  adapter: Adapter,
  /** Where several clients took part: which of them played a role or a participant. */
  bindings: Type.Optional(Type.Array(closed({ name: Type.String(), adapter: Adapter }))),
  suite: closed({ version: Type.String(), node: Type.String() }),
  seed: Type.String(),
  /** Asked scope, as given on the command line. */
  scope: closed({
    areas: Type.Array(Type.String()),
    ids: Type.Array(Type.String()),
    tags: Type.String(),
  }),
  /** Which part of the run this is; null: all of it. */
  shard: Type.Union([
    closed({ index: Type.Integer({ minimum: 1 }), total: Type.Integer({ minimum: 2 }) }),
    Type.Null(),
  ]),
  /** The frozen revision of the specifications that was measured against, and its sha-256. */
  revision: closed({ name: Type.String(), digest: Type.String() }),
  digests: closed({
    /** sha-256 over the requirements in scope: ids, levels and sentence hashes. */
    requirements: Type.String(),
    /** sha-256 over the feature files. */
    features: Type.String(),
  }),
  baseline: Type.Union([BaselineResult, Type.Null()]),
  startedAt: Type.String(),
  /** Wall time of the whole run in milliseconds. */
  wallMs: Type.Number(),
  requirements: Type.Array(RequirementResult),
})
export type Results = Static<typeof Results>
