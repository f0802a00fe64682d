import Type, { type Static } from 'typebox'
import { closed } from './scalars.ts'

/** Versions of this message set that the suite speaks. */
export const PROTOCOL = { lowest: 1, highest: 1 } as const

export const Area = Type.Union([
  Type.Literal('sds'),
  Type.Literal('voting'),
  Type.Literal('archives'),
  Type.Literal('payloads'),
])
export type Area = Static<typeof Area>
export const areas: readonly Area[] = ['sds', 'voting', 'archives', 'payloads']

export const HelloParams = closed({
  suite: Type.String(),
  protocol: closed({ lowest: Type.Integer(), highest: Type.Integer() }),
})

/** Who a client is and what it claims. Applicability of every requirement follows from it before the run. */
export const Hello = closed({
  /** The version that it will speak, one of those offered. */
  protocol: Type.Integer(),
  implementation: closed({
    name: Type.String({ minLength: 1 }),
    version: Type.String({ minLength: 1 }),
    commit: Type.Optional(Type.String()),
    language: Type.Optional(Type.String()),
    homepage: Type.Optional(Type.String()),
  }),
  adapter: closed({ name: Type.String({ minLength: 1 }), version: Type.String({ minLength: 1 }) }),
  areas: Type.Array(Area, { minItems: 1, uniqueItems: true }),
  /** Documents of its areas that it implements, by the names of spec/*.json. Default: all of them. */
  documents: Type.Optional(Type.Array(Type.String(), { minItems: 1, uniqueItems: true })),
  /** Names of adapters/contract/capabilities.ts. One that is claimed and answers `unsupported` is a false claim. */
  capabilities: Type.Array(Type.String(), { uniqueItems: true }),
  /** Capabilities that the adapter supplies and the implementation lacks: listed, never credited. */
  emulated: Type.Optional(Type.Array(Type.String(), { uniqueItems: true })),
  /** `virtual`: time is the `now` of each call. `real`: the implementation reads the wall clock. */
  clock: Type.Union([Type.Literal('virtual'), Type.Literal('real')]),
  /** Specification revision implemented, by area. Default: the pinned one. */
  revisions: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Reading taken, by the key of spec/readings. Default: the suite's default reading. */
  readings: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Values that the text leaves open and that apply when the suite sets none, by `<area>.<setting>`. */
  settings: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  ),
})
export type Hello = Static<typeof Hello>
