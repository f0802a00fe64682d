import { Then, When } from '@cucumber/cucumber'
import { announcement, chatMessage, recordTypes } from '../../proto/archives/messages.ts'
import { messageType } from '../../proto/codec.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import type { NodeName } from './parameters.ts'
import { controlShard, Scene } from './scene.ts'
import { reading } from './topics.ts'

/* The special channel as a node may use it: members listen and do not send. */

class Attempt {
  answer?: Observed<Answer<'archives.sendToSpecial'>>
}

When(
  '{node} tries to send {string} to the special channel',
  async function (this: World, name: NodeName, what: string) {
    const scene = this.scene(Scene)
    const communityId = scene.community().id
    const { type, payload } = recordOf(what, scene)
    const params = { communityId, type, payload: Buffer.from(payload).toString('hex') }
    this.scene(Attempt).answer = await this.attempt(name, 'archives.sendToSpecial', params)
    await scene.existing(name).collect()
  },
)

const of62 = <T extends object>(name: string) =>
  messageType<T>('payloads/all.proto', `status62.${name}`)
const codecs = {
  reaction: of62<{ clock: bigint; chat_id: string; type: number }>('EmojiReaction'),
  pin: of62<{ clock: bigint; chat_id: string; pinned: boolean }>('PinMessage'),
  edit: of62<{ clock: bigint; chat_id: string; text: string }>('EditMessage'),
}

/** A record of the kind that a feature names. */
function recordOf(what: string, { world }: Scene): { type: number; payload: Uint8Array } {
  const common = { clock: BigInt(world.now), chat_id: 'special' }
  switch (what) {
    case 'a chat message':
      return {
        type: recordTypes.CHAT_MESSAGE,
        payload: chatMessage.encode({ ...common, text: 'hello' }),
      }
    case 'a reaction':
      return {
        type: recordTypes.EMOJI_REACTION,
        payload: codecs.reaction.encode({ ...common, type: 1 }),
      }
    case 'a pin':
      return {
        type: recordTypes.PIN_MESSAGE,
        payload: codecs.pin.encode({ ...common, pinned: true }),
      }
    case 'an edit':
      return {
        type: recordTypes.EDIT_MESSAGE,
        payload: codecs.edit.encode({ ...common, text: 'x' }),
      }
    case 'an announcement': {
      const type = Number(reading(world, 'announcementType', '43'))
      const cid = 'zDvZRwzm1ePSzKSXt57D5YxHwcSDmsCyYN65wW4HT7fuX9HrzFXy'
      return { type, payload: announcement.encode({ clock: common.clock, cid }) }
    }
    default:
      throw new Error(`no record is known as "${what}": see steps/archives/special-channel.ts`)
  }
}

Then('{node} is refused', function (this: World, name: NodeName) {
  this.expect(`the answer to ${name}`, answerOf(this)).equals('rejected')
})

Then('{node} is not refused', function (this: World, name: NodeName) {
  this.expect(`the answer to ${name}`, answerOf(this)).equals('ok')
})

function answerOf(world: World) {
  const { answer } = world.scene(Attempt)
  if (!answer) throw new Error('nobody has tried to send anything: add a When')
  return answer.map(({ kind }) => kind as string)
}

Then('Bob is subscribed to the special topic on the control shard', async function (this: World) {
  const { specialTopic } = this.scene(Scene).community()
  const seen = await this.act('Bob', 'archives.subscriptions', {})
  this.expect(
    "Bob's subscriptions",
    seen.map(({ topics }) => topics),
  ).meets(`${specialTopic} on ${controlShard}`, (topics) =>
    topics.some(
      ({ pubsubTopic, contentTopic }) =>
        pubsubTopic === controlShard && contentTopic === specialTopic,
    ),
  )
})
