import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { actor, type Opened, ofType, openAll, type RecordName } from './published.ts'
import { Scene } from './scene.ts'

/* Where messages of a community go: shards and topics of 56. */

/** Demands something of every message of a kind, and that there is one. */
export function every(
  world: World,
  name: RecordName,
  wanted: string,
  view: (one: Opened) => string,
  holds: (one: Opened) => boolean,
): void {
  const scene = world.scene(Scene)
  const client = actor(scene)
  const all = ofType(scene, client, name)
  const show = () => all.map(view).join('; ') || `no ${name}`
  world
    .expect(`every ${name} of ${client.name}`, client.saw(all), show)
    .meets(wanted, (got) => got.length > 0 && got.every(holds))
}

const pubsub = ({ published }: Opened) => published.pubsubTopic
const content = ({ message }: Opened) => message?.content_topic ?? 'no WakuMessage'

Then(
  /^every ([A-Z_]+) went to shard (\d+)$/,
  function (this: World, name: RecordName, shard: number) {
    every(
      this,
      name,
      `to shard ${shard}`,
      pubsub,
      (one) => pubsub(one).split('/').at(-1) === String(shard),
    )
  },
)

Then('Alice published it once', function (this: World) {
  const scene = this.scene(Scene)
  const count = ofType(scene, scene.existing('Alice'), 'CHAT_MESSAGE').length
  this.expect('chat messages published', scene.existing('Alice').saw(count)).equals(1)
})

Then(
  'everything that was published went to cluster {int}',
  function (this: World, cluster: number) {
    const scene = this.scene(Scene)
    const client = actor(scene)
    const own = ofType(scene, client, 'CHAT_MESSAGE').length
    const topics = client.sent.map(({ pubsubTopic }) => pubsubTopic)
    const form = new RegExp(`^/waku/2/rs/${cluster}/\\d+$`)
    const show = () => `${own} chat messages; ${topics.join(', ')}`
    this.expect('pubsub topics', client.saw({ own, topics }), show).meets(
      `a chat message of its own, each topic /waku/2/rs/${cluster}/ and a shard`,
      (got) => got.own > 0 && got.topics.every((topic) => form.test(topic)),
    )
  },
)

Then(
  /^every ([A-Z_]+) has the same content topic and opens with the key of the community$/,
  function (this: World, name: RecordName) {
    const scene = this.scene(Scene)
    const all = ofType(scene, actor(scene), name)
    const [first] = all.map(content)
    const open = scene.layers === 'application' ? 'nothing' : 'chat'
    every(
      this,
      name,
      'on one content topic, opened by the key of the community',
      (one) => `${content(one)}, opened by ${one.with}`,
      (one) => content(one) === first && (open === 'nothing' || one.with === open),
    )
    const unread = openAll(scene, actor(scene)).filter(({ record }) => !record).length
    this.expect('messages that no key of the community opens', actor(scene).saw(unread)).avoids(
      'none',
      (count) => count === 0,
    )
  },
)

Then('every payload is encrypted and says version 1', function (this: World) {
  const scene = this.scene(Scene)
  if (scene.layers === 'application')
    this.fail({
      kind: 'not-measured',
      subject: 'the encryption of payloads',
      wanted: 'payloads as they go to Waku',
      got: 'payloads without their encryption (reading layers: application)',
    })
  const client = actor(scene)
  const view = openAll(scene, client).map(
    ({ message, with: key }) => `version ${message?.version}, opened by ${key}`,
  )
  this.expect('payloads', client.saw(view)).meets(
    'version 1, opened by a key of the community',
    (all) =>
      all.length > 0 && all.every((one) => /^version 1, opened by (chat|description)$/.test(one)),
  )
})

Then(
  /^every ([A-Z_]+) is on the topic derived for "(events|requests)"$/,
  function (this: World, name: RecordName, use: 'events' | 'requests') {
    const { topics } = this.scene(Scene).community()
    const topic = use === 'events' ? topics.events : topics.universal
    every(this, name, `on ${topic}`, content, (one) => content(one) === topic)
  },
)

Then('everything that was published is a Waku message', function (this: World) {
  const scene = this.scene(Scene)
  const client = actor(scene)
  const view = openAll(scene, client).map(({ message, published }) =>
    message ? 'WakuMessage' : published.wire.slice(0, 40),
  )
  this.expect('what was published', client.saw(view)).meets(
    'WakuMessages',
    (all) => all.length > 0 && all.every((one) => one === 'WakuMessage'),
  )
})
