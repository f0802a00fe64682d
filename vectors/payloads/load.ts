import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'

/** A record as bytes; see schema/payloads-records.json for every key. */
export interface RecordVector {
  readonly id: string
  readonly comment?: string
  readonly record: string
  readonly result: 'valid' | 'invalid' | 'either'
  readonly canonical?: true
  readonly class?: string
  readonly bytes: string
  readonly twin?: string
  readonly value?: Readonly<Record<string, unknown>>
  readonly unknown?: readonly string[]
}

export type Digest = 'sha3-256' | 'keccak-256'

/** A wrapper as bytes; see schema/payloads-wrappers.json for every key. */
export interface WrapperVector {
  readonly id: string
  readonly comment: string
  readonly wrapper: '62' | 'application-metadata'
  readonly result: 'valid' | 'other-author' | 'invalid' | 'unsigned' | 'either'
  readonly bytes: string
  readonly payload: string
  readonly signature: string
  readonly by?: Readonly<Partial<Record<Digest, string>>>
  readonly signers: Readonly<Record<Digest, string | null>>
}

/** An element of MembershipUpdateMessage.events; see schema/payloads-events.json for every key. */
export interface EventVector {
  readonly id: string
  readonly comment: string
  readonly reading: {
    readonly membershipDigest: Digest
    readonly membershipMaterial: 'chatid+event' | 'event'
  }
  readonly chatId: string
  readonly element: string
  readonly event: string
  readonly author: string
}

function read(name: string): { cases: unknown; keys?: Record<string, string> } {
  return JSON.parse(
    readFileSync(join(packageRoot(), 'vectors', 'payloads', `${name}.json`), 'utf8'),
  )
}

export type Subject = 'records' | 'fields' | 'malformed' | 'traps'

export function recordVectors(subject: Subject): RecordVector[] {
  return read(subject).cases as RecordVector[]
}

export function wrapperVectors(): WrapperVector[] {
  return read('wrappers').cases as WrapperVector[]
}

export function eventVectors(): EventVector[] {
  return read('events').cases as EventVector[]
}
