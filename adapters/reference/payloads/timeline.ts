import { Refused } from '../../contract/handler.ts'
import type { DeleteMessage, EditMessage, EmojiReaction, PinMessage } from './shapes.ts'
import type { Chat, ChatEntry, Reaction } from './state.ts'

/*
What is said in one chat, and what is done to it. An act on a message is kept by its target, so it
counts too where it arrives first; the later clock wins (AMB-39).
*/

export function say(chat: Chat, entry: ChatEntry): void {
  if (!chat.messages.has(entry.messageId)) chat.messages.set(entry.messageId, entry)
}

export function react(chat: Chat, author: string, reaction: EmojiReaction): void {
  const { message_id, type, clock, retracted } = reaction
  const reactions = chat.reactions.get(message_id) ?? new Map<string, Reaction>()
  chat.reactions.set(message_id, reactions)
  const key = `${author}/${type}`
  const before = reactions.get(key)
  if (before === undefined || clock > before.clock)
    reactions.set(key, { author, type, clock, retracted })
}

export function pin(chat: Chat, { message_id, clock, pinned }: PinMessage): void {
  const before = chat.pins.get(message_id)
  if (before === undefined || clock > before.clock) chat.pins.set(message_id, { clock, pinned })
}

export function edit(chat: Chat, author: string, edit: EditMessage): void {
  checkAuthor(chat, edit.message_id, author)
  chat.edits.set(edit.message_id, [...(chat.edits.get(edit.message_id) ?? []), { author, edit }])
}

export function remove(chat: Chat, author: string, { message_id }: DeleteMessage): void {
  checkAuthor(chat, message_id, author)
  chat.deletions.set(message_id, (chat.deletions.get(message_id) ?? new Set()).add(author))
}

/** Only who wrote a message may change or delete it (PAY-EDIT-02). */
function checkAuthor(chat: Chat, messageId: string, author: string): void {
  const target = chat.messages.get(messageId)
  if (target !== undefined && target.author !== author)
    throw new Refused('not-author', 'only its author may change a message')
}

/** A message with all that was done to it. */
export interface Shown extends ChatEntry {
  readonly edited: EditMessage | undefined
  readonly pinned: boolean
  readonly reactions: readonly Reaction[]
}

/** The chat in the order of display: by clock, equal clocks by id (62, Clock vs Timestamp). */
export function shown(chat: Chat): Shown[] {
  return [...chat.messages.values()]
    .filter(({ messageId, author }) => !chat.deletions.get(messageId)?.has(author))
    .toSorted(
      (a, b) => compare(a.message.clock, b.message.clock) || compare(a.messageId, b.messageId),
    )
    .map((entry) => ({
      ...entry,
      edited: lastEdit(chat, entry),
      pinned: chat.pins.get(entry.messageId)?.pinned ?? false,
      reactions: [...(chat.reactions.get(entry.messageId)?.values() ?? [])].filter(
        ({ retracted }) => !retracted,
      ),
    }))
}

function lastEdit(chat: Chat, { messageId, author }: ChatEntry): EditMessage | undefined {
  return (chat.edits.get(messageId) ?? [])
    .filter((one) => one.author === author)
    .map((one) => one.edit)
    .toSorted((a, b) => compare(a.clock, b.clock))
    .at(-1)
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
