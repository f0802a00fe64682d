import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'

/** A message as bytes; see schema/archives-messages.json for every key. */
export interface MessageVector {
  readonly id: string
  readonly comment?: string
  readonly record: string
  readonly result: 'valid' | 'invalid'
  readonly canonical?: true
  readonly bytes: string
  readonly value?: Readonly<Record<string, unknown>>
}

/** An index entry and its key; see schema/archives-indices.json. */
export interface KeyVector {
  readonly id: string
  readonly comment: string
  readonly indexMetadata: string
  readonly key: string
}

/** Something on the special channel; see schema/archives-announcements.json. */
export interface AnnouncementVector {
  readonly id: string
  readonly comment: string
  readonly result: 'announcement' | 'ignored'
  readonly clock?: string
  readonly cid?: string
  readonly signer: string | null
  readonly record: string
  readonly wakuMessage: string
}

/** The announcements with the community that they are for. */
export interface AnnouncementVectors {
  readonly community: string
  readonly specialTopic: string
  readonly symmetricKey: string
  readonly cases: readonly AnnouncementVector[]
}

/** Topics and keys of a community; see schema/archives-topics.json. */
export interface TopicVector {
  readonly id: string
  readonly publicKey: string
  /** By reading: `A1/R1`. */
  readonly topics: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, string>>
}

/** A file and its CID; see schema/archives-cids.json. */
export interface CidVector {
  readonly id: string
  readonly layout: 'codex-0.2' | 'logos-early-2026' | 'logos-0.4'
  readonly input: {
    readonly text?: string
    readonly times?: number
    readonly xorshift?: { readonly length: number; readonly seed: number }
  }
  readonly filename?: string
  readonly mimetype?: string
  readonly treeCid?: string
  readonly cid?: string
}

/** The messages of 61 and 14 (`messages`) or of 56 (`communities`). */
export function messageVectors(subject: 'messages' | 'communities'): MessageVector[] {
  return read(subject) as MessageVector[]
}

export function announcementVectors(): AnnouncementVectors {
  return document('announcements') as AnnouncementVectors
}

export function keyVectors(): KeyVector[] {
  return read('indices') as KeyVector[]
}

export function topicVectors(): TopicVector[] {
  return read('topics') as TopicVector[]
}

export function cidVectors(): CidVector[] {
  return read('cids') as CidVector[]
}

function read(name: string): unknown {
  return (document(name) as { cases: unknown }).cases
}

function document(name: string): unknown {
  const file = join(packageRoot(), 'vectors', 'archives', `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
