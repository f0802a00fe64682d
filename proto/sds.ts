/*
The message of Scalable Data Sync (SDS, section "Message") as the rest of the project sees it.
*/
import { messageType } from './codec.ts'
import type { UnknownField } from './message.ts'

/** SDS, `HistoryEntry`. */
export interface HistoryEntry {
  messageId: string
  retrievalHint?: Uint8Array
}

/** SDS, `Message`. An absent property is a field that is not on the wire. */
export interface SdsMessage {
  senderId: string
  messageId: string
  channelId: string
  /**
   * The whole 64-bit varint, signed. The text types the field int32 and starts it at epoch
   * milliseconds, which needs 41 bits; so encoders of either width are read (readings/sds.md AMB-01).
   */
  lamportTimestamp?: bigint
  causalHistory: HistoryEntry[]
  bloomFilter?: Uint8Array
  content?: Uint8Array
  /** Fields that the specification does not have; written back as they came. */
  unknownFields?: UnknownField[]
}

interface WireEntry {
  message_id: string
  retrieval_hint?: Uint8Array
}

interface WireMessage {
  sender_id: string
  message_id: string
  channel_id: string
  lamport_timestamp?: bigint
  causal_history: WireEntry[]
  bloom_filter?: Uint8Array
  content?: Uint8Array
  $unknown?: UnknownField[]
}

const wire = messageType<WireMessage>('sds.proto', 'vac.sds.Message', {
  'vac.sds.Message.lamport_timestamp': 'int64',
})

/** Throws DecodeError if the bytes are no SDS message. Unknown fields of a history entry are left out. */
export function decodeMessage(bytes: Uint8Array): SdsMessage {
  const read = wire.decode(bytes)
  const message: SdsMessage = {
    senderId: read.sender_id,
    messageId: read.message_id,
    channelId: read.channel_id,
    causalHistory: read.causal_history.map(decodeEntry),
  }
  if (read.lamport_timestamp !== undefined) message.lamportTimestamp = read.lamport_timestamp
  if (read.bloom_filter !== undefined) message.bloomFilter = read.bloom_filter
  if (read.content !== undefined) message.content = read.content
  if (read.$unknown !== undefined) message.unknownFields = read.$unknown
  return message
}

/** Throws EncodeError if a field does not hold what its type allows. */
export function encodeMessage(message: SdsMessage): Uint8Array {
  const written: WireMessage = {
    sender_id: message.senderId,
    message_id: message.messageId,
    channel_id: message.channelId,
    causal_history: message.causalHistory.map(encodeEntry),
  }
  if (message.lamportTimestamp !== undefined) written.lamport_timestamp = message.lamportTimestamp
  if (message.bloomFilter !== undefined) written.bloom_filter = message.bloomFilter
  if (message.content !== undefined) written.content = message.content
  if (message.unknownFields !== undefined) written.$unknown = message.unknownFields
  return wire.encode(written)
}

function decodeEntry({ message_id: messageId, retrieval_hint }: WireEntry): HistoryEntry {
  return retrieval_hint === undefined ? { messageId } : { messageId, retrievalHint: retrieval_hint }
}

function encodeEntry({ messageId: message_id, retrievalHint }: HistoryEntry): WireEntry {
  return retrievalHint === undefined
    ? { message_id }
    : { message_id, retrieval_hint: retrievalHint }
}

/** What a decoder that takes the field for int32, as the text types it, makes of a timestamp (AMB-01). */
export function int32View(lamportTimestamp: bigint): number {
  return Number(BigInt.asIntN(32, lamportTimestamp))
}
