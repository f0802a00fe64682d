/*
The records that the node acts on, as proto/codec.ts gives them: every singular field is there,
messages and members of a oneof only if they were on the wire, 64-bit integers are bigint, enums numbers.
*/
export interface ChatMessage {
  clock: bigint
  timestamp: bigint
  text: string
  response_to: string
  chat_id: string
  message_type: number
  content_type: number
  sticker?: { hash: string; pack: number }
  image?: { payload: Uint8Array; type: number }
  audio?: { payload: Uint8Array; type: number; duration_ms: bigint }
  community?: Uint8Array
  discord_message?: object
}

/** What EmojiReaction, PinMessage, EditMessage and DeleteMessage have in common. */
export interface Targeted {
  clock: bigint
  chat_id: string
  message_id: string
  message_type: number
}

export interface EmojiReaction extends Targeted {
  type: number
  retracted: boolean
}

export interface PinMessage extends Targeted {
  pinned: boolean
}

export interface EditMessage extends Targeted {
  text: string
  content_type: number
}

export interface DeleteMessage extends Targeted {
  deleted_by: string
}

export interface MembershipUpdateMessage {
  chat_id: string
  events: Uint8Array[]
  message?: ChatMessage
  emoji_reaction?: EmojiReaction
}

export interface MembershipUpdateEvent {
  clock: bigint
  members: string[]
  name: string
  type: number
  color: string
  image: Uint8Array
}

export interface ContactUpdate {
  clock: bigint
  ens_name: string
  profile_image: string
  display_name: string
}

export interface ChatIdentity {
  clock: bigint
  ens_name: string
}

export interface CommunityDescription {
  clock: bigint
  members: Map<string, object>
  chats: Map<string, object>
}

export interface CommunityRequestToJoin {
  clock: bigint
  community_id: Uint8Array
  revealed_accounts: object[]
}

export interface CommunityRequestToJoinResponse {
  clock: bigint
  accepted: boolean
  community_id: Uint8Array
  cid: string
}

export interface CommunityMessageArchive {
  clock: bigint
  cid: string
}
