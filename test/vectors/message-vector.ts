/* A vector of vectors/sds/messages.json, and the message that it states. */
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
  causalHistory: { messageId: string; retrievalHint?: string }[]
  bloomFilter?: string
  content?: string
}

export const file = (name: string): URL => new URL(`../../vectors/${name}`, import.meta.url)

export const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'))

export const vectors: MessageVector[] = read('sds/messages.json').cases

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
  const history = message.causalHistory.map(
    (entry) =>
      `causal_history { message_id: ${quote(Buffer.from(entry.messageId))} ${
        entry.retrievalHint === undefined ? '' : `retrieval_hint: ${hex(entry.retrievalHint)}`
      } }`,
  )
  return [
    `sender_id: ${quote(Buffer.from(senderId))}`,
    `message_id: ${quote(Buffer.from(messageId))}`,
    `channel_id: ${quote(Buffer.from(channelId))}`,
    ...(lamportTimestamp === undefined ? [] : [`lamport_timestamp: ${lamportTimestamp}`]),
    ...history,
    ...(bloomFilter === undefined ? [] : [`bloom_filter: ${hex(bloomFilter)}`]),
    ...(content === undefined ? [] : [`content: ${hex(content)}`]),
  ].join('\n')
}

const hex = (text: string) => quote(Buffer.from(text, 'hex'))

function quote(bytes: Uint8Array): string {
  return `"${[...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`
}
