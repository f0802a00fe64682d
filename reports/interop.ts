import Type, { type Static } from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import { readChecked } from './read.ts'

const Failure = closed({
  id: Type.String(),
  level: Type.String(),
  statement: Type.String(),
  wanted: Type.String(),
  got: Type.String(),
  /** Feature and line. */
  scenario: Type.String(),
  /** Participants whose replacement by the reference makes it pass; empty: no single ones. */
  blamed: Type.Array(Type.String()),
  disputed: Type.Boolean(),
  /** The blame in a sentence; empty where it was not asked for. */
  blame: Type.String(),
  /** The command that shows it again. */
  again: Type.String(),
})

const Count = Type.Integer({ minimum: 0 })

/** What came of one client as sender and one as receiver. */
const Pair = closed({
  /** Addresses. */
  sender: Type.String(),
  receiver: Type.String(),
  /** As of a run; 4 where the two could not be measured. */
  exit: Type.Integer({ minimum: 0 }),
  reason: Type.String(),
  /** Requirements with a scenario in which both took part. */
  passed: Count,
  failed: Count,
  /** Inconclusive, not measured or not applicable. */
  unmeasured: Count,
  /** Readings that the two declare otherwise. */
  readings: Type.Array(
    closed({ key: Type.String(), sender: Type.String(), receiver: Type.String() }),
  ),
  /** MUST first. */
  failures: Type.Array(Failure),
})
export type Pair = Static<typeof Pair>

/** interop.json: clients in pairs, the first as sender, the second as receiver. */
const Interop = closed({
  schema: Type.Literal(1),
  suite: Type.String(),
  revision: Type.String(),
  seed: Type.String(),
  startedAt: Type.String(),
  clients: Type.Array(
    closed({
      address: Type.String(),
      name: Type.String(),
      /** The control: all scenarios of the same requirements, with the client in every place. */
      alone: closed({ passed: Count, failed: Count, unmeasured: Count }),
    }),
  ),
  /** Every ordered pair, by sender, then by receiver. */
  pairs: Type.Array(Pair),
})
export type Interop = Static<typeof Interop>

/** The JSON Schema of interop.json, as it is published. */
export function interopSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:interop:1',
    title: 'Pairs of clients in the scenarios that two clients share',
    ...(JSON.parse(JSON.stringify(Interop)) as object),
  }
}

/** Reads and checks an interop.json. Fails with Unreadable. */
export function readInterop(file: string): Interop {
  return readChecked<Interop>(file, interopSchema(), JSON.parse)
}
