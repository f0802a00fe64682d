import { messageType } from '../codec.ts'

/** The members of CommunityDescription (56, with the archive clock of 62) that archives need; others are kept as they came. */
export interface Description {
  clock: bigint
  /** By public key, 0x and hex. */
  members: Map<string, object>
  permissions?: { access: number }
  identity?: { display_name: string }
  /** By chat id. */
  chats: Map<string, { identity?: { display_name: string } }>
  ban_list: string[]
  /** Clock of the newest announcement of archives. */
  archive_clock: bigint
}

export const description = messageType<Description>(
  'payloads/all.proto',
  'status62.CommunityDescription',
)
