/*
Content topics and symmetric keys of 56, "Content topic usage" and "Content topic level encryption". The
prose and the pseudo-code of each section differ, so every reading is computed and named; the names are
those of.
*/
import { pbkdf2Sync } from 'node:crypto'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

/** The community id in text: 0x and the compressed key. */
export function communityIdText(key33: Uint8Array): string {
  return `0x${hex(key33)}`
}

/** The universal chat id of a community. */
export function universalChatId(key33: Uint8Array): string {
  return `${communityIdText(key33)}-memberUpdate`
}

/** What a reading hashes, and how many digest bytes it drops first. */
interface Input {
  readonly bytes: (key33: Uint8Array) => Uint8Array
  readonly drop?: number
}

const uncompressed = (key33: Uint8Array) => secp256k1.Point.fromBytes(key33).toBytes(false)
const asText = (make: (key33: Uint8Array) => string): Input => ({ bytes: (key) => text(make(key)) })
const shardInfo = (key33: Uint8Array) => `${communityIdText(key33)}-shard-info`

/** The input readings. A: advertising, E: events, Q: requests, S: shard info, X: a dedicated archive channel. */
export const inputs = {
  A1: asText(communityIdText),
  A2: asText(hex),
  A3: { bytes: (key) => key },
  E1: asText((key) => hex(uncompressed(key))),
  E2: asText((key) => `0x${hex(uncompressed(key))}`),
  E3: asText(communityIdText),
  E4: { bytes: uncompressed },
  Q1: asText(universalChatId),
  Q2: asText((key) => universalChatId(key).slice(2)),
  Q3: asText((key) => hex(text(universalChatId(key)))),
  Q4: asText((key) => `0x${hex(text(universalChatId(key)))}`),
  Q5: { bytes: (key) => text(universalChatId(key)), drop: 2 },
  Q6: { bytes: (key) => text(hex(text(universalChatId(key)))), drop: 2 },
  S1: asText(shardInfo),
  S2: asText((key) => shardInfo(key).slice(2)),
  S3: asText((key) => hex(text(shardInfo(key)))),
  S5: { bytes: (key) => text(shardInfo(key)), drop: 2 },
  X1: asText((key) => `${communityIdText(key)}-magnetlinks`),
} as const satisfies Record<string, Input>
export type InputReading = keyof typeof inputs

/** What is taken of the digest: 4 bytes, 4 hex characters as bytes, or 4 hex characters as text. */
export const takes = {
  R1: (digest: Uint8Array) => hex(digest.subarray(0, 4)),
  R2: (digest: Uint8Array) => hex(text(hex(digest).slice(0, 4))),
  R3: (digest: Uint8Array) => hex(digest).slice(0, 4),
} as const
export type TakeReading = keyof typeof takes

/** The content topic of a community under one reading. `key33`: the compressed public key. */
export function contentTopic(
  key33: Uint8Array,
  input: InputReading,
  take: TakeReading = 'R1',
): string {
  const { bytes, drop = 0 }: Input = inputs[input]
  return `/waku/1/0x${takes[take](keccak_256(bytes(key33)).subarray(drop))}/rfc26`
}

/** The readings under which a topic comes out for this key, as `A1/R1`; empty where none does. */
export function readingsOf(key33: Uint8Array, topic: string): string[] {
  const found: string[] = []
  for (const input of Object.keys(inputs) as InputReading[]) {
    for (const take of Object.keys(takes) as TakeReading[]) {
      if (contentTopic(key33, input, take) === topic) found.push(`${input}/${take}`)
    }
  }
  return found
}

/** Password and rounds of each reading of the symmetric key. */
export const keyReadings = {
  P1: { password: universalChatId, rounds: 65_356 },
  P2: { password: universalChatId, rounds: 65_536 },
  P3: { password: (key: Uint8Array) => universalChatId(key).slice(2), rounds: 65_356 },
  P4: { password: communityIdText, rounds: 65_356 },
} as const
export type KeyReading = keyof typeof keyReadings

/** The 32-byte symmetric key of a community under one reading. About 20 ms. */
export function symmetricKey(key33: Uint8Array, reading: KeyReading): Buffer {
  const { password, rounds } = keyReadings[reading]
  return pbkdf2Sync(password(key33), new Uint8Array(), rounds, 32, 'sha256')
}
