import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { demanded } from './demanded.ts'
import { actor, ofType, openAll } from './published.ts'
import { Scene } from './scene.ts'

/* Everything that a client published, of whichever kind. */

/** What every published message can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
  'cluster: 16'(world) {
    const scene = world.scene(Scene)
    const client = actor(scene)
    const own = ofType(scene, client, 'CHAT_MESSAGE').length
    const topics = client.sent.map(({ pubsubTopic }) => pubsubTopic)
    const form = /^\/waku\/2\/rs\/16\/\d+$/
    const show = () => `${own} chat messages; ${topics.join(', ')}`
    world
      .expect('pubsub topics', client.saw({ own, topics }), show)
      .meets(
        'a chat message of its own, each topic /waku/2/rs/16/ and a shard',
        (got) => got.own > 0 && got.topics.every((topic) => form.test(topic)),
      )
  },
  'payload: encrypted, version 1'(world) {
    const scene = world.scene(Scene)
    if (scene.layers === 'application')
      world.fail({
        kind: 'not-measured',
        subject: 'the encryption of payloads',
        wanted: 'payloads as they go to Waku',
        got: 'payloads without their encryption (reading layers: application)',
      })
    const client = actor(scene)
    const view = openAll(scene, client).map(
      ({ message, with: key }) => `version ${message?.version}, opened by ${key}`,
    )
    world
      .expect('payloads', client.saw(view))
      .meets(
        'version 1, opened by a key of the community',
        (all) =>
          all.length > 0 &&
          all.every((one) => /^version 1, opened by (chat|description)$/.test(one)),
      )
  },
  'envelope: a Waku message'(world) {
    const scene = world.scene(Scene)
    const client = actor(scene)
    const view = openAll(scene, client).map(({ message, published }) =>
      message ? 'WakuMessage' : published.wire.slice(0, 40),
    )
    world
      .expect('what was published', client.saw(view))
      .meets('WakuMessages', (all) => all.length > 0 && all.every((one) => one === 'WakuMessage'))
  },
}

Then('every published message has', function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})
