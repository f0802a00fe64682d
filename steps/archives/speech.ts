import type { WakuMessage } from '../../proto/archives/messages.ts'
import type { Community, Which } from './community.ts'
import { chat, envelope } from './craft.ts'
import { milliseconds } from './moment.ts'
import { type Said, said } from './said.ts'
import { contentShard, type Scene } from './scene.ts'
import { keyOf } from './topics.ts'

const hour = 3_600_000n
const year = 365n * 24n * hour * 1_000_000n

/** What somebody says, when and how. */
export interface Speech {
  readonly text: string
  /** Unix nanoseconds. */
  readonly at: bigint
  readonly author?: string
  readonly which?: Which
  /** Number of the channel. */
  readonly channel?: number
  /** What is unusual about the message, in the words of the features. */
  readonly oddity?: string
}

/** The message that somebody says, not yet published. */
export function speak(scene: Scene, speech: Speech): Said {
  const { text, at, author = 'Carol', which = 'first', channel = 1, oddity = '' } = speech
  const community = scene.community(which)
  const person = scene.people.get(author)
  const chatId = community.channels[channel - 1] ?? ''
  const clock = BigInt(milliseconds(at)) + (oddity === 'with a clock of one hour later' ? hour : 0n)
  const content = chat(person, chatId, text, at, clock)
  const { universal } = community.topics
  const plain = envelope(universal, keyOf(community.id, 'chat'), content, at, scene.layers)
  const shown = { which, text, author: person.publicKey, chatId, clock }
  return said(shown, contentShard, oddly(scene, community, plain, oddity))
}

/** A message with the oddity that a feature names. */
function oddly(
  scene: Scene,
  { specialTopic = '' }: Community,
  plain: WakuMessage,
  oddity: string,
): WakuMessage {
  const { version: _, ...bare } = plain
  const { timestamp = 0n, ...timeless } = plain
  const random = (length: number) => Buffer.from(scene.world.dice.hex(length), 'hex')
  const topic = (content_topic: string) => ({ ...plain, content_topic })
  switch (oddity) {
    case '':
    case 'as Status does':
    case 'with a clock of one hour later':
      return plain
    case 'with meta and a rate limit proof':
      return { ...plain, meta: random(12), rate_limit_proof: random(40) }
    case 'without optional fields but time':
      return { ...bare, timestamp }
    case 'with a payload of 150 KB':
      return { ...plain, payload: random(150_000) }
    case 'at an odd nanosecond':
      return { ...plain, timestamp: timestamp + 123_457n }
    case 'that Alice cannot read':
    case 'that Bob cannot read':
      return { ...plain, payload: random(300) }
    case 'that is ephemeral':
      return { ...plain, ephemeral: true }
    case 'with timestamp 0':
      return { ...plain, timestamp: 0n }
    case 'without a timestamp':
      return timeless
    case 'with a timestamp in two years':
      return { ...plain, timestamp: timestamp + 2n * year }
    case 'on the topic of another community':
      return topic('/waku/1/0x00c0ffee/rfc26')
    case 'on the special topic':
      return topic(specialTopic)
    case 'on the channel topic in upper case':
      return topic(plain.content_topic.toUpperCase())
    case 'on the channel topic and one letter':
      return topic(`${plain.content_topic}x`)
    default:
      throw new Error(`no message is known that was said "${oddity}": see steps/archives/speech.ts`)
  }
}
