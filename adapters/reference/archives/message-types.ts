/** One row of the table in STATUS-MVDS-USAGE, in the words of the table. */
export interface MessageTypeUse {
  readonly mvds: string
  readonly reliability: string
  readonly chat: string
}

const row = (mvds: string, reliability: string, chat: string): MessageTypeUse => ({
  mvds,
  reliability,
  chat,
})

/** The rows of message types that this node sends or takes. */
export const messageTypes: Readonly<Record<string, MessageTypeUse>> = {
  CHAT_MESSAGE: row('Yes for OneToOne & PrivateGroupChat', 'Yes', 'One & Group & Community'),
  COMMUNITY_DESCRIPTION: row('No', 'Weak Yes', 'CommunityChat'),
  COMMUNITY_INVITATION: row('No', 'Weak Yes', 'CommunityChat'),
  COMMUNITY_REQUEST_TO_JOIN: row('No', 'Yes', 'CommunityChat'),
  COMMUNITY_MESSAGE_ARCHIVE_INDEX: row('No', 'No', 'CommunityChat'),
  COMMUNITY_REQUEST_TO_JOIN_RESPONSE: row('No', 'Weak Yes', 'CommunityChat'),
  COMMUNITY_REQUEST_TO_LEAVE: row('No', 'Weak Yes', 'CommunityChat'),
  COMMUNITY_CANCEL_REQUEST_TO_JOIN: row('No', 'Yes', 'CommunityChat'),
  COMMUNITY_SHARD_KEY: row('Yes', 'Yes', 'CommunityChat'),
}
