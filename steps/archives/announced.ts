import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { demanded } from './demanded.ts'
import type { NodeName } from './parameters.ts'
import { tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { type Announcement, Shelf } from './shelf.ts'
import { reading } from './topics.ts'
import { Uploads } from './uploads.ts'

/* What a control node announces on the special channel. */

function shelf(world: World): Shelf {
  const scene = world.scene(Scene)
  return new Shelf(scene, scene.existing('Alice'), scene.community())
}

/** Demands that something holds for every announcement, and that there is one. */
function every(
  world: World,
  wanted: string,
  view: (one: Announcement) => string,
  holds: (one: Announcement) => boolean,
): void {
  const announcements = shelf(world).announcements()
  const seen = world.scene(Scene).existing('Alice').saw(announcements)
  const show = () => announcements.map(view).join('; ') || 'no announcement'
  world
    .expect("Alice's announcements", seen, show)
    .meets(`each ${wanted}`, (all) => all.length > 0 && all.every(holds))
}

const topicOf = ({ message }: Announcement) => message.content_topic
const signerOf = ({ record }: Announcement) => `signed by ${record?.signer ?? 'nobody'}`

/** What every announcement can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
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
}

Then('every announcement has', function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})

Then(
  'every announcement has a clock, the CID of an index and nothing else',
  async function (this: World) {
    const shelved = shelf(this)
    const view = await Promise.all(
      shelved.announcements().map(async ({ clock = 0n, cid = '', record }) => ({
        clock,
        cid,
        fields: tell(record?.payload),
        entries: (await shelved.index(cid))?.length ?? 0,
      })),
    )
    const seen = this.scene(Scene).existing('Alice').saw(view)
    const show = () =>
      view
        .map((one) => `clock ${one.clock}, ${one.cid} (${one.entries} entries), ${one.fields}`)
        .join('; ') || 'none'
    this.expect("Alice's announcements", seen, show).meets(
      'each with a clock above 0, the CID of an index in Codex, fields 1 and 2',
      (all) =>
        all.length > 0 &&
        all.every(
          ({ clock, entries, fields }) =>
            clock > 0n && entries > 0 && fields === '1 varint, 2 length',
        ),
    )
  },
)

// An index that Codex has dropped since then is found among the uploads: sizes are told by the last one only.
Then(
  /^Alice has announced indices of ([\d, and]+) archives?$/,
  async function (this: World, sizes: string) {
    const wanted = [...sizes.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const shelved = shelf(this)
    const announced = shelved.announcements().map(({ cid }) => cid ?? '')
    const last = (await shelved.index())?.length ?? 0
    const seen = this.scene(Scene).existing('Alice').saw({ announcements: announced.length, last })
    this.expect('announcements, and archives in the last index', seen).equals({
      announcements: wanted.length,
      last: wanted.at(-1) ?? 0,
    })
  },
)

Then('each announcement has the CID of the index uploaded before it', function (this: World) {
  const scene = this.scene(Scene)
  const uploaded = new Uploads(scene).answered().map(({ cid }) => cid)
  const announced = shelf(this)
    .announcements()
    .map(({ cid }) => cid)
  const positions = announced.map((cid) => uploaded.indexOf(cid))
  const seen = scene.existing('Alice').saw({ positions, uploads: uploaded.length })
  const show = () => `announced ${announced.join(', ')}, uploaded ${uploaded.join(', ')}`
  this.expect('announced CIDs among the uploads', seen, show).meets(
    'each uploaded, the first ones first, the last upload announced last',
    (got) =>
      got.positions.length > 0 &&
      got.positions.every((at, i) => at > (got.positions[i - 1] ?? -1)) &&
      got.positions.at(-1) === got.uploads - 1,
  )
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

Then(
  'no two archives were announced more than {int} days apart',
  function (this: World, days: number) {
    const scene = this.scene(Scene)
    const moments = shelf(this)
      .announcements()
      .map(({ published }) => published.at)
    const gaps = moments.slice(1).map((at, i) => (at - (moments[i] ?? 0)) / 86_400_000)
    this.expect('days between announcements', scene.existing('Alice').saw(gaps)).meets(
      `at most ${days}`,
      (got) => got.length > 0 && got.every((gap) => gap <= days),
    )
  },
)

Then('each community has its announcement on its own special topic', function (this: World) {
  const scene = this.scene(Scene)
  const alice = scene.existing('Alice')
  const view = scene.communities.map((community) => ({
    topic: community.specialTopic,
    signers: new Shelf(scene, alice, community).announcements().map(({ record }) => record?.signer),
  }))
  const wanted = scene.communities.map(({ specialTopic, id }) => ({
    topic: specialTopic,
    signers: [id],
  }))
  this.expect('special topics and who signed on them', alice.saw(view)).equals(wanted)
})
