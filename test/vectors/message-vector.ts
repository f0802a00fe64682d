/* A vector of vectors/sds/messages.json or repairs.json, and the message that it states. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

export interface MessageVector {
  id: string
  requirements: string[]
  result: 'valid' | 'invalid' | 'either'
  canonical: boolean
  wire: string
  kind?: string
  message?: VectorMessage
  producers: string[]
}

export interface VectorMessage {
  senderId: string
  messageId: string
  channelId: string
  lamportTimestamp?: string
  lamport64?: string
  causalHistory: VectorEntry[]
  bloomFilter?: string
  repairRequest?: VectorEntry[]
  content?: string
}

interface VectorEntry {
  messageId: string
  retrievalHint?: string
  senderId?: string
}

export const file = (name: string): URL => new URL(`../../vectors/${name}`, import.meta.url)

export const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'))

/** Holds `agrees` against the list of producers, in both directions. */
export function credit(
  vectors: readonly MessageVector[],
  producer: string,
  agrees: (vector: MessageVector) => boolean,
): void {
  const wrong = vectors.filter((vector) => agrees(vector) !== vector.producers.includes(producer))
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
    `these say of ${producer} what is not so`,
  )
}

/** As a reader of int32 sees it. */
export function pinned({ lamport64: _, ...message }: VectorMessage): VectorMessage {
  return message
}

/** As a reader of uint64 sees it. */
export function later(message: VectorMessage): VectorMessage {
  const { lamport64 } = message
  return { ...pinned(message), ...(lamport64 !== undefined && { lamportTimestamp: lamport64 }) }
}

/** In protobuf's text format. */
export function textOf(message: VectorMessage): string {
  const { senderId, messageId, channelId, lamportTimestamp, bloomFilter, content } = message
  return [
    `sender_id: ${quote(Buffer.from(senderId))}`,
    `message_id: ${quote(Buffer.from(messageId))}`,
    `channel_id: ${quote(Buffer.from(channelId))}`,
    ...(lamportTimestamp === undefined ? [] : [`lamport_timestamp: ${lamportTimestamp}`]),
    ...message.causalHistory.map((entry) => entryText('causal_history', entry)),
    ...(bloomFilter === undefined ? [] : [`bloom_filter: ${hex(bloomFilter)}`]),
    ...(message.repairRequest ?? []).map((entry) => entryText('repair_request', entry)),
    ...(content === undefined ? [] : [`content: ${hex(content)}`]),
  ].join('\n')
}

function entryText(field: string, { messageId, retrievalHint, senderId }: VectorEntry): string {
  const parts = [
    `message_id: ${quote(Buffer.from(messageId))}`,
    ...(retrievalHint === undefined ? [] : [`retrieval_hint: ${hex(retrievalHint)}`]),
    ...(senderId === undefined ? [] : [`sender_id: ${quote(Buffer.from(senderId))}`]),
  ]
  return `${field} { ${parts.join(' ')} }`
}

const hex = (text: string) => quote(Buffer.from(text, 'hex'))

function quote(bytes: Uint8Array): string {
  return `"${[...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`
}
