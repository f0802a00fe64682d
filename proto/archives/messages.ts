/*
The messages of 61, of 14 and of 62's archive announcements, by the field names of their texts.
*/
import { messageType } from '../codec.ts'
import type { UnknownField } from '../message.ts'

/** 14/WAKU2-MESSAGE. An absent property is a field that is not on the wire. */
export interface WakuMessage {
  payload: Uint8Array
  content_topic: string
  version?: number
  /** Unix epoch nanoseconds. */
  timestamp?: bigint
  meta?: Uint8Array
  rate_limit_proof?: Uint8Array
  ephemeral?: boolean
  $unknown?: UnknownField[]
}

/** 61, `WakuMessageArchiveMetadata`. `from` and `to` parallel the timestamp of 14. */
export interface WakuMessageArchiveMetadata {
  version?: number
  from: bigint
  to: bigint
  contentTopic: string[]
  $unknown?: UnknownField[]
}

/** 61, `WakuMessageArchive`. */
export interface WakuMessageArchive {
  version?: number
  metadata?: WakuMessageArchiveMetadata
  messages: WakuMessage[]
  $unknown?: UnknownField[]
}

/** 61, `WakuMessageArchiveIndexMetadata`. */
export interface WakuMessageArchiveIndexMetadata {
  version?: number
  metadata?: WakuMessageArchiveMetadata
  cid: string
  $unknown?: UnknownField[]
}

/** 61, `WakuMessageArchiveIndex`: entries by the keccak-256 of their encoding. */
export interface WakuMessageArchiveIndex {
  archives: Map<string, WakuMessageArchiveIndexMetadata>
  $unknown?: UnknownField[]
}

/** 62, `CommunityMessageArchive`: the announcement of an index. */
export interface CommunityMessageArchive {
  clock: bigint
  cid: string
  $unknown?: UnknownField[]
}

/** The wrapper that 61 demands on the special channel; 62 prints an older one. */
export interface ApplicationMetadataMessage {
  signature: Uint8Array
  payload: Uint8Array
  type: number
  $unknown?: UnknownField[]
}

/** 62, `ChatMessage`: the members that a message of a community has. */
export interface ChatMessage {
  clock: bigint
  /** Unix milliseconds. */
  timestamp?: bigint
  text: string
  chat_id: string
  message_type?: number
  content_type?: number
}

export const wakuMessage = messageType<WakuMessage>('archives/waku.proto', 'waku14.WakuMessage')

const of61 = <T extends object>(name: string) =>
  messageType<T>('archives/archives.proto', `status61.${name}`)

export const archiveMetadata = of61<WakuMessageArchiveMetadata>('WakuMessageArchiveMetadata')
export const archive = of61<WakuMessageArchive>('WakuMessageArchive')
export const indexMetadata = of61<WakuMessageArchiveIndexMetadata>(
  'WakuMessageArchiveIndexMetadata',
)
export const archiveIndex = of61<WakuMessageArchiveIndex>('WakuMessageArchiveIndex')

export const announcement = messageType<CommunityMessageArchive>(
  'payloads/all.proto',
  'status62.CommunityMessageArchive',
)
export const chatMessage = messageType<ChatMessage>('payloads/all.proto', 'status62.ChatMessage')
export const applicationMetadata = messageType<ApplicationMetadataMessage>(
  'payloads/all.proto',
  'status_deployed.ApplicationMetadataMessage',
)

/** ApplicationMetadataMessage.type of the records this area sends; 43 was the magnet link's. */
export const recordTypes = {
  CHAT_MESSAGE: 1,
  EMOJI_REACTION: 22,
  COMMUNITY_DESCRIPTION: 25,
  COMMUNITY_INVITATION: 26,
  COMMUNITY_REQUEST_TO_JOIN: 27,
  PIN_MESSAGE: 28,
  EDIT_MESSAGE: 29,
  DELETE_MESSAGE: 31,
  COMMUNITY_MESSAGE_ARCHIVE_INDEX: 43,
  COMMUNITY_REQUEST_TO_JOIN_RESPONSE: 48,
  COMMUNITY_REQUEST_TO_LEAVE: 57,
  COMMUNITY_CANCEL_REQUEST_TO_JOIN: 60,
} as const
