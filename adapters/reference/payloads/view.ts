import { record } from '../../../proto/payloads/records.ts'
import type { ShownMessage } from '../../contract/payloads-node.ts'
import type { Shown } from './timeline.ts'

/** A message as the adapter protocol shows it: with the last edit, enum values by name. */
export function view({
  messageId,
  author,
  message,
  edited,
  pinned,
  reactions,
}: Shown): ShownMessage {
  return {
    messageId,
    clock: message.clock.toString(),
    author,
    contentType: named('ChatMessage', 'ContentType', edited?.content_type || message.content_type),
    text: edited?.text ?? message.text,
    edited: edited !== undefined,
    pinned,
    reactions: reactions.map((reaction) => ({
      author: reaction.author,
      type: String(named('EmojiReaction', 'Type', reaction.type)),
    })),
  }
}

function named(name: string, type: string, value: number): string | number {
  return record(name).type.lookupEnum(type).valuesById[value] ?? value
}
