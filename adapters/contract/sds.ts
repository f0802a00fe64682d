import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Id, Int64, Millis, Uint64 } from './scalars.ts'

/*
Operations of Scalable Data Sync. One instance is one participant on one channel; two
instances with the same participant id are two channels of one participant.
The suite carries the messages: what a client broadcasts it returns as `wire`, a `Message` of the
wire protocol, and what arrives is handed in by `sds.receive`.
*/

/** Settings that the text leaves to the application; a client ignores those it does not have and says so. */
export const SdsConfig = closed({
  /** Message ids in `causal_history` (AMB-09). */
  causalHistorySize: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Resend period of unacknowledged messages (AMB-43). */
  resendUnackMs: Type.Optional(Millis),
  /** Resend period of possibly acknowledged messages (AMB-23). */
  resendPossibleMs: Type.Optional(Millis),
  /** Period of sync messages (AMB-43). */
  syncIntervalMs: Type.Optional(Millis),
  /** When unmet dependencies are given up (AMB-17). */
  lostAfterMs: Type.Optional(Millis),
  /** Message ids that a bloom filter holds before it is rolled over (AMB-28). */
  bloomCapacity: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Bloom filters with a message before it counts as acknowledged (AMB-16). */
  possibleAcksThreshold: Type.Optional(Type.Integer({ minimum: 2 })),
  /** SDS-R, T_min (AMB-49: in milliseconds). */
  repairMinMs: Type.Optional(Millis),
  /** SDS-R, T_max. */
  repairMaxMs: Type.Optional(Millis),
  /** SDS-R, num_response_groups. */
  responseGroups: Type.Optional(Type.Integer({ minimum: 1 })),
  /** SDS-R: most entries in a `repair_request`. */
  repairRequests: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type SdsConfig = Static<typeof SdsConfig>

/** Unsigned in later revisions; the pinned `int32` may also be negative (AMB-34). */
const Lamport = Type.Union([Uint64, Int64])

const Missing = closed({ messageId: Id, retrievalHint: Type.Optional(Hex) })
const Broadcast = closed({ messageId: Id, wire: Hex })
const Due = closed({ messageId: Id, at: Millis })

export const OutgoingStatus = Type.Union([
  Type.Literal('unacknowledged'),
  Type.Literal('possiblyAcknowledged'),
])
export type OutgoingStatus = Static<typeof OutgoingStatus>

/** What the application would see, in order. */
export const SdsEvent = Type.Union([
  closed({ type: Type.Literal('delivered'), messageId: Id, content: Type.Optional(Hex) }),
  closed({ type: Type.Literal('acknowledged'), messageId: Id }),
  closed({ type: Type.Literal('possiblyAcknowledged'), messageId: Id }),
  closed({ type: Type.Literal('missing'), messageIds: Type.Array(Id) }),
  closed({ type: Type.Literal('lost'), messageIds: Type.Array(Id) }),
  closed({ type: Type.Literal('syncReceived'), messageId: Type.Optional(Id) }),
  closed({ type: Type.Literal('error'), message: Type.String() }),
])
export type SdsEvent = Static<typeof SdsEvent>

/** Participant state; a part that a client cannot show is absent and not among its capabilities. */
export const SdsState = closed({
  lamport: Type.Optional(Lamport),
  log: Type.Optional(Type.Array(closed({ messageId: Id, lamport: Type.Optional(Lamport) }))),
  incoming: Type.Optional(Type.Array(closed({ messageId: Id }))),
  outgoing: Type.Optional(Type.Array(closed({ messageId: Id, status: OutgoingStatus }))),
  /** SDS-R, outgoing repair request buffer, with T_req. */
  toRequest: Type.Optional(Type.Array(Due)),
  /** SDS-R, incoming repair request buffer, with T_resp. */
  toAnswer: Type.Optional(Type.Array(Due)),
})
export type SdsState = Static<typeof SdsState>

export const sdsOperations = {
  'sds.create': operation({
    does: 'Starts a participant on a channel; its clock starts at `now`.',
    params: closed({
      participantId: Id,
      /** null: a group without individual channels (capability sds.no-channel). */
      channelId: Type.Union([Id, Type.Null()]),
      /** 32 bytes; all randomness of the participant, where it can be given. */
      seed: Hex,
      config: SdsConfig,
    }),
    ok: closed({ ignoredConfig: Type.Array(Type.String()) }),
  }),
  'sds.send': operation({
    does: 'Sends a message with application content.',
    params: closed({
      content: Hex,
      /** Hint that others may use to fetch this message (capability sds.retrieval-hint). */
      retrievalHint: Type.Optional(Hex),
    }),
    ok: Broadcast,
  }),
  'sds.sendSync': operation({
    does: 'Sends a periodic sync message now; no `wire` where the participant declines.',
    params: closed({}),
    ok: closed({ wire: Type.Optional(Hex) }),
    needs: 'sds.sync',
  }),
  'sds.sendEphemeral': operation({
    does: 'Sends an ephemeral message.',
    params: closed({ content: Hex }),
    ok: Broadcast,
    needs: 'sds.ephemeral',
  }),
  'sds.receive': operation({
    does: 'Takes one message from the network; returns when its immediate effects are visible.',
    params: closed({ wire: Hex }),
    ok: closed({}),
    refuses: ['undecodable'],
  }),
  'sds.sweepIncoming': operation({
    does: 'One pass over the incoming buffer; answers the dependencies still missing.',
    params: closed({}),
    ok: closed({ missing: Type.Array(Missing) }),
    needs: 'sds.sweep-incoming',
  }),
  'sds.sweepOutgoing': operation({
    does: 'One pass over the outgoing buffer; answers what is broadcast again now, in order.',
    params: closed({}),
    ok: closed({ due: Type.Array(Broadcast) }),
    needs: 'sds.sweep-outgoing',
  }),
  'sds.sweepRepairs': operation({
    does: 'One pass over the incoming repair request buffer (SDS-R); answers what is broadcast, in order.',
    params: closed({}),
    ok: closed({ due: Type.Array(Broadcast) }),
    needs: 'sds.sweep-repairs',
  }),
  'sds.tick': operation({
    does: 'Runs every periodic task that is due at `now`; answers what they broadcast, in order.',
    params: closed({}),
    ok: closed({ broadcasts: Type.Array(closed({ wire: Hex })) }),
    needs: 'sds.tick',
  }),
  'sds.state': operation({
    does: 'Shows the participant state.',
    params: closed({}),
    ok: SdsState,
  }),
  'sds.events': operation({
    does: 'Hands over the events since the last call, in order.',
    params: closed({}),
    ok: closed({ events: Type.Array(SdsEvent) }),
  }),
} as const
