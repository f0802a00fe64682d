import type { WakuMessage } from '../../proto/archives/messages.ts'
import { chat, envelope, resigned, sign } from './craft.ts'
import type { MadeArchives } from './made-archives.ts'
import { week } from './moment.ts'
import { keyOf } from './topics.ts'

/* Messages that are not genuine. */

/** A message of a week that members must not believe; undefined where the words mean no such message. */
export function forged(
  { scene, community }: MadeArchives,
  number: number,
  what: string,
): WakuMessage | undefined {
  const carol = scene.people.get('Carol')
  const at = scene.at(BigInt(number - 1) * week + 7_200_000_000_000n)
  const [chatId = ''] = community.channels
  const key = keyOf(community.id, 'chat')
  const genuine = chat(carol, chatId, 'forged', at)
  const sealed = (content: Uint8Array, withKey: Uint8Array = key) =>
    envelope(community.topics.universal, withKey, content, at, scene.layers)
  switch (what) {
    case 'with no signature':
      return sealed(resigned(genuine, new Uint8Array()))
    case 'with a broken signature': {
      const signature = sign(carol, genuine).fill(0xff, 0, 32)
      return sealed(resigned(genuine, signature))
    }
    case 'that is encrypted with another key':
      return scene.layers === 'application'
        ? sealed(Buffer.from(scene.world.dice.hex(100), 'hex'))
        : sealed(genuine, Buffer.from(scene.world.dice.hex(32), 'hex'))
    case 'that is on a topic of nobody':
      return { ...sealed(genuine), content_topic: '/waku/1/0x00c0ffee/rfc26' }
    default:
      return undefined
  }
}
