import type { SdsRevision } from './revision.ts'

/** What the text leaves to the application. Periods are in milliseconds. */
export interface SdsConfig {
  /** Message ids in `causal_history`. */
  readonly causalHistorySize: number
  /** Until an unacknowledged message is broadcast again. */
  readonly resendUnackMs: number
  /** Until a possibly acknowledged message is broadcast again. */
  readonly resendPossibleMs: number
  /** A silent channel gets a sync message within this time. */
  readonly syncIntervalMs: number
  /** Until an unmet dependency counts as irretrievably lost. Infinity: never. */
  readonly lostAfterMs: number
  /** Message ids that the bloom filter holds before it is rolled over. */
  readonly bloomCapacity: number
  /** Share of foreign ids that a full bloom filter takes for its own. */
  readonly bloomErrorRate: number
  /** Bloom filters with a message before it counts as acknowledged. Infinity: none are enough. */
  readonly possibleAcksThreshold: number
  /** SDS-R, T_min: a missing message is asked for after this time at the earliest. */
  readonly repairMinMs: number
  /** SDS-R, T_max: it is asked for, and answered, before this time. */
  readonly repairMaxMs: number
  /** SDS-R, num_response_groups. */
  readonly responseGroups: number
  /** SDS-R: most entries in a `repair_request`. */
  readonly repairRequests: number
}

export const defaults: SdsConfig = {
  causalHistorySize: 2, // SDS, Send Message: "recommend"
  resendUnackMs: 10_000,
  resendPossibleMs: 60_000,
  syncIntervalMs: 30_000,
  lostAfterMs: Number.POSITIVE_INFINITY,
  bloomCapacity: 1_000,
  bloomErrorRate: 0.001,
  possibleAcksThreshold: Number.POSITIVE_INFINITY,
  repairMinMs: 30_000, // SDS-R global state: "at least 30 seconds"
  repairMaxMs: 120_000, // "between 120 and 600 seconds"
  responseGroups: 1, // "fewer than 128 participants … the same response group"
  repairRequests: 3, // SDS-R send message: "RECOMMEND a maximum of 3 entries"
}

/** What makes a participant. */
export interface ParticipantOptions {
  /** Absent: the pinned one. */
  readonly revision?: SdsRevision
  readonly participantId: string
  /** Null: a group without individual channels. */
  readonly channelId: string | null
  /** All its randomness. */
  readonly seed: Uint8Array
  /** Epoch milliseconds, like every `now`. */
  readonly now: number
  readonly config?: Partial<SdsConfig>
}
