import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { type NodeName, timepoint } from './parameters.ts'
import { Scene } from './scene.ts'

/* What a node asks the store node. */

/** The questions of a node about a topic. */
function questions(world: World, name: string, topic: string) {
  return world
    .scene(Scene)
    .store.asked.filter(
      ({ asker, contentTopics }) => asker === name && contentTopics.includes(topic),
    )
}

/** Demands that questions about every topic together cover a time. */
function covers(
  world: World,
  name: NodeName,
  topics: readonly string[],
  from: bigint,
  to: bigint,
): void {
  const scene = world.scene(Scene)
  const view = topics.map((topic) => {
    const asked = questions(world, name, topic)
    return {
      topic,
      from: asked.reduce<bigint | undefined>(
        (least, { timeStart }) => (least === undefined || timeStart < least ? timeStart : least),
        undefined,
      ),
      to: asked.reduce<bigint | undefined>(
        (most, { timeEnd }) => (most === undefined || timeEnd > most ? timeEnd : most),
        undefined,
      ),
    }
  })
  const hours = (ns: bigint | undefined) =>
    ns === undefined ? 'never' : `day ${Number(ns - scene.start) / 86_400e9}`
  const show = () =>
    view.map((one) => `${one.topic} from ${hours(one.from)} to ${hours(one.to)}`).join('; ')
  world
    .expect(`what ${name} asked the store node`, scene.existing(name).saw(view), show)
    .meets(`every topic from ${hours(from)} to ${hours(to)}`, (all) =>
      all.every(
        (one) => one.from !== undefined && one.to !== undefined && one.from <= from && one.to >= to,
      ),
    )
}

Then('{node} has asked the store node', function (this: World, name: NodeName) {
  const scene = this.scene(Scene)
  const count = scene.store.asked.filter(({ asker }) => asker === name).length
  this.expect(`questions of ${name} to the store node`, scene.existing(name).saw(count)).meets(
    'at least one',
    (got) => got > 0,
  )
})

/** The topics that a feature means, as the node itself says them. */
const topics: Readonly<
  Record<string, (seen: { channelTopics: string[]; specialTopic: string }) => string[]>
> = {
  'every channel': ({ channelTopics }) => channelTopics,
  'the special channel': ({ specialTopic }) => [specialTopic],
}

Then(
  '{node} has asked the store node for',
  async function (this: World, name: NodeName, table: DataTable) {
    const scene = this.scene(Scene)
    const { id } = scene.community()
    const { value } = await this.act(name, 'archives.community', { communityId: id })
    for (const { topics: what = '', from = '', to = '' } of table.hashes()) {
      const of = topics[what]
      if (!of) throw new Error(`expected one of ${Object.keys(topics).join(', ')}, got ${what}`)
      covers(this, name, of(value), scene.at(timepoint(from)), scene.at(timepoint(to)))
    }
  },
)
