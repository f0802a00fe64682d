import { Refused } from '../../contract/handler.ts'
import { hexEncode } from './chat-id.ts'
import { chatOf } from './chats.ts'
import { advanced, ClockExhausted, nextClock } from './clock.ts'
import { recordOf } from './codec.ts'
import { noteFirst } from './communities.ts'
import { checkContent } from './content.ts'
import { contentTypes, messageTypes } from './numbers.ts'
import { destination, post } from './outbox.ts'
import type { Profile } from './profile.ts'
import type {
  ChatMessage,
  DeleteMessage,
  EditMessage,
  EmojiReaction,
  PinMessage,
} from './shapes.ts'
import type { Chat, NodeState } from './state.ts'
import { edit, pin, react, remove, say } from './timeline.ts'

/** Sends a record into a chat and shows it there at once. */
export function send(
  node: NodeState,
  profile: Profile,
  now: number,
  chatId: string,
  record: string,
  value: object,
): { messageId: string; clock: string } {
  const chat = chatOf(node, chatId)
  const clock = clockFor(chat, now)
  const message = {
    ...recordOf<ChatMessage>(record, value),
    clock,
    chat_id: chat.id,
    message_type: messageTypes[chat.kind],
    ...added(node, now, record, value),
  }
  if (record === 'ChatMessage') checkContent(message, profile)
  if (record === 'EmojiReaction') checkReaction(message as unknown as EmojiReaction)
  const messageId = post(node, profile, record, message, destination(chat))
  keep(node, chat, node.publicKey, messageId, record, message)
  return { messageId, clock: clock.toString() }
}

/** The clock of a message sent into a chat now; the chat's own follows. */
export function clockFor(chat: Chat, now: number): bigint {
  try {
    return nextClock(chat.clock, now)
  } catch (cause) {
    if (cause instanceof ClockExhausted) throw new Refused('clock-exhausted', cause.message)
    throw cause
  }
}

/** What the node writes besides the clock and the address. */
function added(node: NodeState, now: number, record: string, value: object): object {
  if (record === 'DeleteMessage') return { deleted_by: hexEncode(node.publicKey) }
  if (record !== 'ChatMessage') return {}
  const content = 'content_type' in value ? {} : { content_type: contentTypes.TEXT_PLAIN }
  return { timestamp: BigInt(now), ...content }
}

/** What a reaction MUST specify (62, EmojiReaction); proto3 cannot tell a default from nothing (AMB-21). */
export function checkReaction({ clock, chat_id, message_id, type, message_type }: EmojiReaction) {
  if (clock === 0n) throw new Refused('content', 'a reaction specifies its clock')
  if (chat_id === '') throw new Refused('content', 'a reaction specifies its chat_id')
  if (message_id === '') throw new Refused('content', 'a reaction specifies its message_id')
  if (type === 0) throw new Refused('content', 'a reaction specifies its type')
  if (message_type === 0) throw new Refused('content', 'a reaction specifies its message_type')
}

/** Keeps what was sent or accepted in a chat, and moves the chat's clock. */
export function keep(
  node: NodeState,
  chat: Chat,
  author: string,
  messageId: string,
  record: string,
  message: object,
): void {
  switch (record) {
    case 'ChatMessage':
      say(chat, { messageId, author, message: message as ChatMessage })
      noteFirst(node, chat, message as ChatMessage)
      break
    case 'EmojiReaction':
      react(chat, author, message as EmojiReaction)
      break
    case 'PinMessage':
      pin(chat, message as PinMessage)
      break
    case 'EditMessage':
      edit(chat, author, message as EditMessage)
      break
    case 'DeleteMessage':
      remove(chat, author, message as DeleteMessage)
      break
  }
  chat.clock = advanced(chat.clock, (message as ChatMessage).clock)
}
