import { Refused } from '../../contract/handler.ts'
import { channelChatId, hexEncode } from './chat-id.ts'
import { type ChatKind, chatKind } from './numbers.ts'
import type { Chat, NodeState } from './state.ts'

/** What both ChatMessage and the records that act on one say about their chat. */
interface Addressed {
  readonly chat_id: string
  readonly message_type: number
}

/** The chat of that id, made where there is none. */
export function openChat(node: NodeState, id: string, kind: ChatKind): Chat {
  const known = node.chats.get(id)
  if (known !== undefined) return known
  const chat: Chat = {
    id,
    kind,
    clock: 0n,
    messages: new Map(),
    edits: new Map(),
    deletions: new Map(),
    pins: new Map(),
    reactions: new Map(),
  }
  node.chats.set(id, chat)
  return chat
}

export function chatOf(node: NodeState, id: string): Chat {
  const chat = node.chats.get(id)
  if (chat === undefined) throw new Refused('no-chat', `there is no chat ${id}`)
  return chat
}

/** The one-to-one chat with a user; the first message makes it. */
export function chatWith(node: NodeState, publicKey: string): Chat {
  return openChat(node, hexEncode(publicKey), 'ONE_TO_ONE')
}

/** The channel of a community that this node takes part in. */
export function openChannel(node: NodeState, communityId: string, channelId: string): Chat {
  return openChat(node, channelChatId(communityId, channelId), 'COMMUNITY_CHAT')
}

/** The chat a message belongs to (62, Chats: the table). */
export function match(node: NodeState, message: Addressed, author: string): Chat {
  const kind = chatKind(message.message_type)
  if (kind === undefined)
    throw new Refused('message-type', `message type ${message.message_type} is not for the network`)
  // From another user the chat is who signed; the chat id they wrote has no influence.
  if (kind === 'ONE_TO_ONE' && author !== node.publicKey) return chatWith(node, author)
  const chat = node.chats.get(message.chat_id)
  if (chat === undefined || chat.kind !== kind)
    throw new Refused('no-chat', `there is no ${kind} chat ${message.chat_id}`)
  if (kind === 'PRIVATE_GROUP') checkMembership(node, chat)
  return chat
}

function checkMembership(node: NodeState, chat: Chat): void {
  const joined = node.groups.get(chat.id)?.members.get(node.publicKey)
  if (joined !== true) throw new Refused('not-member', `not joined: ${chat.id}`)
}
