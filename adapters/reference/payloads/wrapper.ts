import type { Message } from '../../../proto/message.ts'
import { record } from '../../../proto/payloads/records.ts'
import type { Profile } from './profile.ts'

/** What a payload travels in. */
export interface Wrapper {
  /** Empty where the message is not signed. */
  readonly signature: Uint8Array
  /** The record as its author encoded it: verified, relayed and decoded, never encoded again (AMB-07). */
  readonly payload: Uint8Array
  /** The record's type as a number, on the real network only. */
  readonly type?: number
}

const names = {
  '62': 'StatusProtocolMessage',
  'application-metadata': 'ApplicationMetadataMessage',
} as const

export function encodeWrapper(profile: Profile, wrapper: Wrapper): Uint8Array {
  const { signature, payload, type } = wrapper
  const deployed = profile.wrapper === 'application-metadata' ? { type: type ?? 0 } : {}
  return record(names[profile.wrapper]).codec.encode({ signature, payload, ...deployed } as Message)
}

/** Throws DecodeError. */
export function decodeWrapper(profile: Profile, bytes: Uint8Array): Wrapper {
  return record(names[profile.wrapper]).codec.decode(bytes) as unknown as Wrapper
}

/** `ChatMessage` as CHAT_MESSAGE, as the real network numbers it; 0 for a record it does not have. */
export function deployedType(name: string): number {
  const types = record('ApplicationMetadataMessage').type.lookupEnum('Type').values
  return types[name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()] ?? 0
}
