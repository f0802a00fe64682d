import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { order } from './announcing-order.ts'
import { demanded } from './demanded.ts'
import type { NodeName } from './parameters.ts'
import { tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { type Announcement, Shelf, shelfOf } from './shelf.ts'
import { reading } from './topics.ts'

/* What a control node announces on the special channel. */

/** Demands that something holds for every announcement, and that there is one. */
function every(
  world: World,
  wanted: string,
  view: (one: Announcement) => string,
  holds: (one: Announcement) => boolean,
): void {
  const announcements = shelfOf(world.scene(Scene)).announcements()
  const seen = world.scene(Scene).existing('Alice').saw(announcements)
  const show = () => announcements.map(view).join('; ') || 'no announcement'
  world
    .expect("Alice's announcements", seen, show)
    .meets(`each ${wanted}`, (all) => all.length > 0 && all.every(holds))
}

const topicOf = ({ message }: Announcement) => message.content_topic
const signerOf = ({ record }: Announcement) => `signed by ${record?.signer ?? 'nobody'}`

/** What every announcement can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void | Promise<void>>> = {
  ...order,
  'signer: the community'(world) {
    const { id } = world.scene(Scene).community()
    every(world, `signed by ${id}`, signerOf, ({ record }) => record?.signer === id)
  },
  'topic: the special topic'(world) {
    const { specialTopic } = world.scene(Scene).community()
    every(world, `on ${specialTopic}`, topicOf, (one) => topicOf(one) === specialTopic)
  },
  'topic: four parts'(world) {
    const form = /^(?:\/[^/]+){4}$/
    every(world, '/application/version/name/encoding', topicOf, (one) => form.test(topicOf(one)))
  },
  'wrapper: an ApplicationMetadataMessage with a signature and a type'(world) {
    every(
      world,
      'with a type above 0 and a signature that somebody made',
      ({ record }) => (record ? `type ${record.type}, ${record.signer}` : 'none that can be read'),
      ({ record }) => (record?.type ?? 0) > 0 && record?.signer !== undefined,
    )
  },
  'type: as declared'(world) {
    const type = Number(reading(world, 'announcementType', '43'))
    const typeOf = ({ record }: Announcement) => `of type ${record?.type}`
    every(world, `of type ${type}`, typeOf, ({ record }) => record?.type === type)
  },
  'topic: as declared'(world) {
    const { topics } = world.scene(Scene).community()
    const mode = reading(world, 'specialTopic', 'dedicated')
    const others = [topics.universal, topics.advertising]
    const wanted = mode === 'universal' ? 'the topic of the channels' : 'a topic of its own'
    every(
      world,
      `on ${wanted} (reading specialTopic: ${mode})`,
      topicOf,
      (one) => (mode === 'universal') === others.includes(topicOf(one)),
    )
  },
  'topic: the special topic of its community'(world) {
    const scene = world.scene(Scene)
    const alice = scene.existing('Alice')
    const view = scene.communities.map((community) => ({
      topic: community.specialTopic,
      signers: new Shelf(scene, alice, community)
        .announcements()
        .map(({ record }) => record?.signer),
    }))
    const wanted = scene.communities.map(({ specialTopic, id }) => ({
      topic: specialTopic,
      signers: [id],
    }))
    world.expect('special topics and who signed on them', alice.saw(view)).equals(wanted)
  },
  async 'content: a clock, the CID of an index and nothing else'(world) {
    const scene = world.scene(Scene)
    const shelf = shelfOf(scene)
    const view = await Promise.all(
      shelf.announcements().map(async ({ clock = 0n, cid = '', record }) => ({
        clock,
        cid,
        fields: tell(record?.payload),
        entries: (await shelf.index(cid))?.length ?? 0,
      })),
    )
    const show = () =>
      view
        .map((one) => `clock ${one.clock}, ${one.cid} (${one.entries} entries), ${one.fields}`)
        .join('; ') || 'none'
    world
      .expect("Alice's announcements", scene.existing('Alice').saw(view), show)
      .meets(
        'each with a clock above 0, the CID of an index in Codex, fields 1 and 2',
        (all) =>
          all.length > 0 &&
          all.every(
            ({ clock, entries, fields }) =>
              clock > 0n && entries > 0 && fields === '1 varint, 2 length',
          ),
      )
  },
  'CID: no magnet link'(world) {
    const cidOf = ({ cid = '' }: Announcement) => cid
    const holds = (one: Announcement) => cidOf(one) !== '' && !cidOf(one).startsWith('magnet:')
    every(world, 'of a CID', cidOf, holds)
  },
}

Then('every announcement has', async function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) await check(this)
})

Then('{node} has sent nothing to the special channel', function (this: World, name: NodeName) {
  const scene = this.scene(Scene)
  const client = scene.existing(name)
  const count = new Shelf(scene, client, scene.community()).announcements().length
  this.expect(`messages of ${name} on the special channel`, client.saw(count)).avoids(
    'none',
    (got) => got === 0,
  )
})
