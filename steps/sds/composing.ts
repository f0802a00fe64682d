import type { HistoryEntry, SdsMessage } from '../../proto/sds.ts'
import type { Channel } from './channel.ts'
import type { Craft } from './craft.ts'
import { lamport, names } from './parameters.ts'
import { type Rewriting, rewritings } from './rewriting.ts'

/* Messages of the suite, as the rows of tables say. */

/** A message as a row says. */
export function compose(channel: Channel, row: Craft, bloomFilter?: Uint8Array): SdsMessage {
  const kind = row.kind || 'content'
  return {
    senderId: channel.participantId(row.sender || 'Zoe'),
    messageId: idOf(channel, row),
    channelId: channel.id(row.channel === 'second' ? ' on the second channel' : ''),
    causalHistory: historyOf(channel, row),
    ...(kind !== 'ephemeral' && { lamportTimestamp: lamportOf(channel, row) }),
    ...(bloomFilter && { bloomFilter }),
    ...contentOf(kind, row.content || channel.freshContent()),
  }
}

function idOf(channel: Channel, { message, id = '' }: Craft): string {
  const [, side, label] = /^(before |after |)that of (.+)$/.exec(id) ?? []
  if (label === undefined) return id || channel.messages.freshId(message)
  const other = channel.messages.id(label)
  // "!" sorts before every character of a printable id, "~" after an id that it is added to.
  return { 'before ': `!${other}`, 'after ': `${other}~` }[side as string] ?? other
}

function lamportOf(channel: Channel, { lamport: words = '' }: Craft): bigint {
  const [, label] = /^that of (.+)$/.exec(words) ?? []
  if (label === undefined) return lamport(words || '+1')
  return channel.messages.get(label).message.value.lamportTimestamp ?? 0n
}

function historyOf(channel: Channel, { after = '', hint }: Craft): HistoryEntry[] {
  return names(after).map((label) => ({
    messageId: channel.messages.id(label),
    ...(hint && { retrievalHint: Buffer.from(hint, 'hex') }),
  }))
}

function contentOf(kind: string, content: string): { content?: Uint8Array } {
  if (kind === 'sync') return {}
  return { content: kind === 'empty sync' ? new Uint8Array() : Buffer.from(content, 'hex') }
}

/** How the bytes of a row's message are rewritten, if they are. */
export function written({ written: words = '' }: Craft): Rewriting | undefined {
  if (words === '') return undefined
  const found = rewritings[words]
  if (found) return found
  throw new Error(`expected ${Object.keys(rewritings).join(', ')} as "written", got "${words}"`)
}
