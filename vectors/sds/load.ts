import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'

/** A message as bytes; see schema/sds-messages.json for every key. */
export interface MessageVector {
  readonly id: string
  readonly comment: string
  readonly result: 'valid' | 'invalid' | 'either'
  readonly wire: string
  readonly kind?: 'content' | 'sync' | 'ephemeral' | 'undefined'
  readonly message?: {
    readonly messageId: string
    readonly channelId: string
    readonly causalHistory: readonly { readonly messageId: string }[]
    readonly bloomFilter?: string
    readonly content?: string
  }
  readonly readings?: readonly string[]
}

export function messageVectors(): MessageVector[] {
  const file = join(packageRoot(), 'vectors', 'sds', 'messages.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: MessageVector[] }).cases
}
