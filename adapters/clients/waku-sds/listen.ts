import type { SdsEvent } from '../../contract/sds.ts'
import { toHex } from './hex.ts'
import type { HistoryEntry, MessageChannel } from './library.ts'

/** Writes down what the library tells its application, in order. */
export function listen(channel: MessageChannel, events: SdsEvent[]): void {
  const on = <Detail>(name: string, event: (detail: Detail) => SdsEvent | undefined) =>
    channel.addEventListener(name, (e) => {
      const told = event((e as CustomEvent<Detail>).detail)
      if (told) events.push(told)
    })

  on('sds:in:message-delivered', (messageId: string) => {
    // The library names the message only; its content is in the library's own log by then.
    const { content } = channel.localHistory.slice().find((m) => m.messageId === messageId) ?? {}
    return { type: 'delivered', messageId, ...(content && { content: toHex(content) }) }
  })
  on('sds:out:message-acknowledged', (messageId: string) => ({ type: 'acknowledged', messageId }))
  on('sds:out:message-possibly-acknowledged', ({ messageId }: HistoryEntry) => ({
    type: 'possiblyAcknowledged',
    messageId,
  }))
  // Every sweep raises this one, also when nothing is missing.
  on('sds:in:message-missing', (entries: HistoryEntry[]) =>
    entries.length === 0
      ? undefined
      : { type: 'missing', messageIds: entries.map(({ messageId }) => messageId) },
  )
  on('sds:in:message-irretrievably-lost', (entries: HistoryEntry[]) => ({
    type: 'lost',
    messageIds: entries.map(({ messageId }) => messageId),
  }))
  on('sds:in:sync-received', ({ messageId }: HistoryEntry) => ({ type: 'syncReceived', messageId }))
  on('sds:error-task', ({ error }: { error: unknown }) => ({
    type: 'error',
    message: String(error),
  }))
}
