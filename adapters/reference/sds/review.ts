import { readFilter } from './bloom.ts'
import type { SdsEvent } from './event.ts'
import type { ContentMessage, SyncMessage } from './kind.ts'
import type { OutgoingBuffer } from './outgoing.ts'

/** SDS, Review ACK Status: what a received message tells about the messages sent. */
export function reviewAckStatus(
  message: ContentMessage | SyncMessage,
  outgoing: OutgoingBuffer,
): SdsEvent[] {
  return [
    ...reviewHistory(message, outgoing),
    ...reviewFilter(message, outgoing),
    ...reviewHits(outgoing),
  ]
}

/** "MUST mark all messages in the received `causal_history` as acknowledged" */
function reviewHistory(
  { causalHistory }: ContentMessage | SyncMessage,
  outgoing: OutgoingBuffer,
): SdsEvent[] {
  return causalHistory
    .filter(({ messageId }) => outgoing.acknowledge(messageId))
    .map(({ messageId }) => ({ type: 'acknowledged', messageId }))
}

/** "MUST mark all messages included in the `bloom_filter` as possibly acknowledged" */
function reviewFilter(
  { messageId: by, bloomFilter }: ContentMessage | SyncMessage,
  outgoing: OutgoingBuffer,
): SdsEvent[] {
  const filter = bloomFilter && readFilter(bloomFilter)
  if (filter === undefined) return []
  return outgoing
    .markPossibly(filter, by)
    .map((messageId) => ({ type: 'possiblyAcknowledged', messageId }))
}

/** "MAY mark it as acknowledged on probabilistic grounds" */
function reviewHits(outgoing: OutgoingBuffer): SdsEvent[] {
  return outgoing
    .probable()
    .filter((messageId) => outgoing.acknowledge(messageId))
    .map((messageId) => ({ type: 'acknowledged', messageId }))
}
