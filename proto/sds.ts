/*
The message of Scalable Data Sync (SDS, section "Message") as the rest of the project sees it.
*/
import { type MessageType, messageType } from './codec.ts'
import type { UnknownField } from './message.ts'

/** SDS, `HistoryEntry`. */
export interface HistoryEntry {
  messageId: string
  retrievalHint?: Uint8Array
  /** Who sent that message; of SDS-R (revision 2026-04-02). */
  senderId?: string
}

/** SDS, `Message`. An absent property is a field that is not on the wire. */
export interface SdsMessage {
  senderId: string
  messageId: string
  channelId: string
  /**
   * The whole 64-bit varint, signed. The text types the field int32 and starts it at epoch
   * milliseconds, which needs 41 bits; so encoders of either width are read (readings/sds.md AMB-01).
   * Unsigned in revision 2026-04-02.
   */
  lamportTimestamp?: bigint
  causalHistory: HistoryEntry[]
  bloomFilter?: Uint8Array
  /** What the sender misses and asks for; of SDS-R (revision 2026-04-02). */
  repairRequest?: HistoryEntry[]
  content?: Uint8Array
  /** Fields that the specification does not have; written back as they came. */
  unknownFields?: UnknownField[]
}

interface WireEntry {
  message_id: string
  retrieval_hint?: Uint8Array
  sender_id?: string
}

interface WireMessage {
  sender_id: string
  message_id: string
  channel_id: string
  lamport_timestamp?: bigint
  causal_history: WireEntry[]
  bloom_filter?: Uint8Array
  repair_request?: WireEntry[]
  content?: Uint8Array
  $unknown?: UnknownField[]
}

/** Reads and writes the message as one revision has it. */
export interface SdsCodec {
  /** Throws DecodeError if the bytes are no SDS message. Unknown fields of a history entry are left out. */
  decode(bytes: Uint8Array): SdsMessage
  /** Throws EncodeError if a field does not hold what its type allows, or is none of this revision. */
  encode(message: SdsMessage): Uint8Array
}

function codec(wire: MessageType<WireMessage>): SdsCodec {
  return {
    decode: (bytes) => messageOf(wire.decode(bytes)),
    encode: (message) => wire.encode(wireOf(message)),
  }
}

/** The message of the pinned revision. */
const pinned = codec(
  messageType('sds.proto', 'vac.sds.Message', { 'vac.sds.Message.lamport_timestamp': 'int64' }),
)
export const { decode: decodeMessage, encode: encodeMessage } = pinned

/** The message of either revision. */
export const sdsCodecs = {
  '2025-09-16': pinned,
  '2026-04-02': codec(messageType('sds-2026-04-02.proto', 'vac.sds.Message')),
} as const satisfies Record<string, SdsCodec>

function messageOf(read: WireMessage): SdsMessage {
  const message: SdsMessage = {
    senderId: read.sender_id,
    messageId: read.message_id,
    channelId: read.channel_id,
    causalHistory: read.causal_history.map(entryOf),
  }
  if (read.lamport_timestamp !== undefined) message.lamportTimestamp = read.lamport_timestamp
  if (read.bloom_filter !== undefined) message.bloomFilter = read.bloom_filter
  // A repeated field has no presence: without an entry it is unset.
  if (read.repair_request?.length) message.repairRequest = read.repair_request.map(entryOf)
  if (read.content !== undefined) message.content = read.content
  if (read.$unknown !== undefined) message.unknownFields = read.$unknown
  return message
}

function wireOf(message: SdsMessage): WireMessage {
  const written: WireMessage = {
    sender_id: message.senderId,
    message_id: message.messageId,
    channel_id: message.channelId,
    causal_history: message.causalHistory.map(wireEntryOf),
  }
  if (message.lamportTimestamp !== undefined) written.lamport_timestamp = message.lamportTimestamp
  if (message.bloomFilter !== undefined) written.bloom_filter = message.bloomFilter
  if (message.repairRequest?.length) written.repair_request = message.repairRequest.map(wireEntryOf)
  if (message.content !== undefined) written.content = message.content
  if (message.unknownFields !== undefined) written.$unknown = message.unknownFields
  return written
}

function entryOf({ message_id, retrieval_hint, sender_id }: WireEntry): HistoryEntry {
  const entry: HistoryEntry = { messageId: message_id }
  if (retrieval_hint !== undefined) entry.retrievalHint = retrieval_hint
  if (sender_id !== undefined) entry.senderId = sender_id
  return entry
}

function wireEntryOf({ messageId, retrievalHint, senderId }: HistoryEntry): WireEntry {
  const entry: WireEntry = { message_id: messageId }
  if (retrievalHint !== undefined) entry.retrieval_hint = retrievalHint
  if (senderId !== undefined) entry.sender_id = senderId
  return entry
}

/** What a decoder that takes the field for int32, as the text types it, makes of a timestamp (AMB-01). */
export function int32View(lamportTimestamp: bigint): number {
  return Number(BigInt.asIntN(32, lamportTimestamp))
}
