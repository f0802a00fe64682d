import type { LogEntry } from './log.ts'
import type { AckState } from './outgoing.ts'

/** SDS, Participant state, as it can be shown; the filter shows in every message. */
export interface ParticipantState {
  readonly lamportTimestamp: bigint
  readonly log: readonly LogEntry[]
  /** Message ids, in the order of arrival. */
  readonly incoming: readonly string[]
  /** In the order of sending. */
  readonly outgoing: readonly { messageId: string; state: AckState }[]
  /** Of SDS-R: what is missing and when it is asked for, in epoch milliseconds. */
  readonly toRequest?: readonly { messageId: string; at: number }[]
  /** Of SDS-R: what others asked for and when it is broadcast. */
  readonly toAnswer?: readonly { messageId: string; at: number }[]
}
