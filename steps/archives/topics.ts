import {
  contentTopic,
  type InputReading,
  symmetricKey,
  type TakeReading,
} from '../../proto/archives/topic-readings.ts'
import type { World } from '../world.ts'

/** The topics of one community under the reading that the client declares. */
export interface Topics {
  readonly advertising: string
  readonly events: string
  readonly universal: string
  readonly shardInfo: string
}

/** What each profile takes of 56: input and part of the digest. */
const profiles: Readonly<
  Record<string, Readonly<Record<keyof Topics, readonly [InputReading, TakeReading]>>>
> = {
  'status-go': {
    advertising: ['A1', 'R1'],
    events: ['E3', 'R1'],
    universal: ['Q1', 'R1'],
    shardInfo: ['S1', 'R1'],
  },
  'literal-prose': {
    advertising: ['A2', 'R1'],
    events: ['E1', 'R1'],
    universal: ['Q3', 'R1'],
    shardInfo: ['S3', 'R1'],
  },
  'literal-code': {
    advertising: ['A2', 'R2'],
    events: ['E1', 'R2'],
    universal: ['Q6', 'R2'],
    shardInfo: ['S5', 'R2'],
  },
}

/** What the client declares for a reading of this area. */
export function reading(world: World, name: string, otherwise: string): string {
  return world.hello.readings?.[`archives.${name}`] ?? otherwise
}

/** The topics that a client with these readings uses. `id`: compressed public key, hex. */
export function topicsOf(world: World, id: string): Topics {
  const name = reading(world, 'topics', 'status-go')
  const profile = profiles[name]
  if (!profile)
    throw new Error(`expected archives.topics as ${Object.keys(profiles).join(', ')}, got ${name}`)
  const key = Buffer.from(id, 'hex')
  const topic = (use: keyof Topics) => contentTopic(key, ...profile[use])
  return {
    advertising: topic('advertising'),
    events: topic('events'),
    universal: topic('universal'),
    shardInfo: topic('shardInfo'),
  }
}

const keys = new Map<string, Buffer>()

/** The key under which a message of a community goes: descriptions under P4, all else under P1. */
export function keyOf(id: string, use: 'description' | 'chat'): Buffer {
  const name = `${id}/${use}`
  let key = keys.get(name)
  if (!key) {
    key = symmetricKey(Buffer.from(id, 'hex'), use === 'description' ? 'P4' : 'P1')
    keys.set(name, key)
    if (keys.size > 1_000) keys.delete(keys.keys().next().value ?? '')
  }
  return key
}
