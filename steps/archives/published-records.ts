import { type DataTable, Then } from '@cucumber/cucumber'
import { chatMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { demanded } from './demanded.ts'
import { actor, type Opened, ofType, openAll, type RecordName } from './published.ts'
import { Scene } from './scene.ts'
import { attempt } from './shelf.ts'

/* Records of one kind that a client published: where they went, under which key, with which clock. */

/** Demands something of every record of a kind, and that there is one. */
function every(
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

function onTopic(world: World, name: RecordName, topic: string): void {
  every(world, name, `on ${topic}`, content, (one) => content(one) === topic)
}

/** What every record of a kind can be asked to have. */
const properties: Readonly<Record<string, (world: World, name: RecordName) => void>> = {
  'content topic: the same'(world, name) {
    const scene = world.scene(Scene)
    const [first] = ofType(scene, actor(scene), name).map(content)
    every(world, name, 'on one content topic', content, (one) => content(one) === first)
  },
  'content topic: derived for events': (world, name) =>
    onTopic(world, name, world.scene(Scene).community().topics.events),
  'content topic: derived for requests': (world, name) =>
    onTopic(world, name, world.scene(Scene).community().topics.universal),
  'key: of the community'(world, name) {
    const scene = world.scene(Scene)
    if (scene.layers !== 'application')
      every(
        world,
        name,
        'opened by the key of the community',
        (one) => `opened by ${one.with}`,
        (one) => one.with === 'chat',
      )
    const unread = openAll(scene, actor(scene)).filter(({ record }) => !record).length
    world
      .expect('messages that no key of the community opens', actor(scene).saw(unread))
      .avoids('none', (count) => count === 0)
  },
  'copies: one'(world, name) {
    const scene = world.scene(Scene)
    const count = ofType(scene, actor(scene), name).length
    world.expect(`${name} published`, actor(scene).saw(count)).equals(1)
  },
  'clock: above that of the one before'(world, name) {
    const clocks = clocksOf(world, name)
    world
      .expect('clocks', actor(world.scene(Scene)).saw(clocks), () => clocks.join(', '))
      .meets(
        'each above the one before',
        (all) =>
          all.length > 2 && all.every((clock, i) => i === 0 || clock > (all[i - 1] ?? clock)),
      )
  },
  'clock: above all that were received'(world, name) {
    const heard = world.scene(Scene).said.map(({ clock }) => clock)
    const clocks = clocksOf(world, name)
    world
      .expect('clocks', actor(world.scene(Scene)).saw(clocks), () => clocks.join(', '))
      .meets(
        `above ${heard.join(', ')}`,
        (all) => all.length > 0 && all.every((clock) => heard.every((one) => clock > one)),
      )
  },
}

function clocksOf(world: World, name: RecordName): bigint[] {
  const scene = world.scene(Scene)
  return ofType(scene, actor(scene), name).flatMap(({ record }) => {
    const read = record && attempt(() => chatMessage.decode(record.payload))
    return read ? [read.clock] : []
  })
}

Then(/^every ([A-Z_]+) has$/, function (this: World, name: RecordName, table: DataTable) {
  for (const check of demanded(table, properties)) check(this, name)
})
