/** MessageType of 62, by name. The names decide; the prose of the text swaps 1 and 2 (AMB-08). */
export const messageTypes = {
  ONE_TO_ONE: 1,
  PUBLIC_GROUP: 2,
  PRIVATE_GROUP: 3,
  COMMUNITY_CHAT: 5,
} as const
export type ChatKind = keyof typeof messageTypes

/** The kind of chat of a message type; undefined for 0, for the local ones (4 and 6) and for unknown ones. */
export function chatKind(messageType: number): ChatKind | undefined {
  return (Object.keys(messageTypes) as ChatKind[]).find(
    (kind) => messageTypes[kind] === messageType,
  )
}

/** ContentType of 62 that may come from others, by name. */
export const contentTypes = {
  TEXT_PLAIN: 1,
  STICKER: 2,
  STATUS: 3,
  EMOJI: 4,
  TRANSACTION_COMMAND: 5,
  IMAGE: 7,
  AUDIO: 8,
  COMMUNITY: 9,
  CONTACT_REQUEST: 11,
  DISCORD_MESSAGE: 12,
  IDENTITY_VERIFICATION: 13,
} as const

/** Content types that are never on the wire (AMB-30). */
export const localContentTypes: readonly number[] = [6, 10, 14, 15, 16, 17]

export const eventTypes = {
  CHAT_CREATED: 1,
  NAME_CHANGED: 2,
  MEMBERS_ADDED: 3,
  MEMBER_JOINED: 4,
  MEMBER_REMOVED: 5,
  ADMINS_ADDED: 6,
  ADMIN_REMOVED: 7,
  COLOR_CHANGED: 8,
  IMAGE_CHANGED: 9,
} as const
