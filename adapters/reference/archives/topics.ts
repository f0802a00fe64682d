import { pbkdf2Sync } from 'node:crypto'
import { keccak_256 } from '@noble/hashes/sha3.js'

/** Where the traffic of a community goes, by its id (compressed public key, hex). Readings: topicReading status-go. */
export interface CommunityTopics {
  /** Advertising and events. */
  readonly advertising: string
  readonly events: string
  /** Requests and all channels (A-39, 56 "Community channels/chats"). */
  readonly universal: string
  /** Announcements of archive indices. */
  readonly special: string
  readonly shardInfo: string
}

/** Communities whose topics and keys are remembered. */
const mostKnown = 1_000

/** 56, "Functional scope and shard assignment": cluster 16, one shard for each scope. */
export const controlShard = '/waku/2/rs/16/128'
export const contentShard = '/waku/2/rs/16/256'

export function universalChatId(communityId: string): string {
  return `0x${communityId}-memberUpdate`
}

const known = new Map<string, CommunityTopics>()

/** Derived once for each community: every message received is looked up among them. */
export function topicsOf(communityId: string): CommunityTopics {
  let topics = known.get(communityId)
  if (!topics) {
    topics = derive(communityId)
    if (known.size === mostKnown) known.clear()
    known.set(communityId, topics)
  }
  return topics
}

function derive(communityId: string): CommunityTopics {
  return {
    advertising: contentTopic(`0x${communityId}`),
    events: contentTopic(`0x${communityId}`),
    universal: contentTopic(universalChatId(communityId)),
    special: contentTopic(`0x${communityId}-magnetlinks`),
    shardInfo: contentTopic(`0x${communityId}-shard-info`),
  }
}

/** The first four bytes of keccak-256 as lower-case hex in the form of 23/WAKU2-TOPICS for bridged topics. */
function contentTopic(chatId: string): string {
  const digest = Buffer.from(keccak_256(Buffer.from(chatId)))
  const topic = digest.subarray(0, 4).toString('hex')
  return `/waku/1/0x${topic}/rfc26`
}

const keys = new Map<string, Buffer>()

/** The symmetric key of a chat id (56, "Content topic level encryption"). Derived once: it takes 20 ms. */
export function symmetricKey(chatId: string): Buffer {
  let key = keys.get(chatId)
  if (!key) {
    key = pbkdf2Sync(chatId, '', 65_356, 32, 'sha256')
    if (keys.size === mostKnown) keys.clear()
    keys.set(chatId, key)
  }
  return key
}
