import Type, { type Static } from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import { Blame } from './blame.ts'

export const VerdictWord = Type.Union([
  Type.Literal('pass'),
  Type.Literal('fail'),
  Type.Literal('inconclusive'),
  Type.Literal('not-applicable'),
  Type.Literal('not-measured'),
])

export const Finding = closed({
  /** `deviation`, `error`, `crash`, `timeout`, `false-claim` blame the client; the others never do. */
  kind: Type.String(),
  subject: Type.String(),
  wanted: Type.String(),
  got: Type.String(),
  /** Position among all calls of the case, those left out of `calls` counted. */
  call: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Hex; `from` counts the equal bytes left out before both, where they are long. */
  bytes: Type.Optional(
    closed({
      wanted: Type.Optional(Type.String()),
      got: Type.String(),
      from: Type.Optional(Type.Integer({ minimum: 0 })),
      /** The field in which they first differ, where they are a record: `Message.causal_history[1].message_id`. */
      field: Type.Optional(Type.String()),
    }),
  ),
})

const Call = closed({
  participant: Type.String(),
  op: Type.String(),
  /** Virtual time, Unix epoch milliseconds. */
  now: Type.Integer(),
  params: Type.Unknown(),
  outcome: Type.Unknown(),
})

/** Who took part in a case, and by which client. */
const Seat = closed({
  participant: Type.String(),
  role: Type.String(),
  /** Address of the client. */
  client: Type.String(),
  /** Whether something that they answered was compared. */
  judged: Type.Boolean(),
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
  /** Whether an answer showed something drawn for this run. */
  fresh: Type.Boolean(),
  /** Wall time in milliseconds. */
  wallMs: Type.Number({ minimum: 0 }),
  notes: Type.Array(Type.String()),
  finding: Type.Optional(Finding),
  /** Of a failure: the same in every run with the same fault, whatever the seed. */
  signature: Type.Optional(Type.String()),
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
  /** Where more than one took part, or another client could have. */
  seats: Type.Optional(Type.Array(Seat)),
  /** Of a failure that was repeated with other clients. */
  blame: Type.Optional(Blame),
  /** The case belongs to another shard of the run: its verdict is not this file's to tell. */
  elsewhere: Type.Optional(Type.Literal(true)),
})
export type CaseResult = Static<typeof CaseResult>
