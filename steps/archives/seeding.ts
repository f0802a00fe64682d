import { type DataTable, Then } from '@cucumber/cucumber'
import { archive } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { demanded } from './demanded.ts'
import { Scene } from './scene.ts'
import { attempt, entriesOf, shelfOf } from './shelf.ts'

/* What the control node's own Codex node holds. */

async function held(scene: Scene): Promise<ReadonlySet<string>> {
  const node = scene.codex.node('Alice')
  const cids = new Set<string>()
  for (const { cid } of await node.list()) if (await node.holds(cid)) cids.add(cid)
  return cids
}

/** The files that Alice's Codex node holds, decoded. */
async function files(scene: Scene) {
  const shelf = shelfOf(scene)
  const all = await Promise.all(
    [...(await held(scene))].map(async (cid) => ({ cid, file: await shelf.file(cid) })),
  )
  return all.map(({ cid, file }) => {
    const bytes = file && shelf.unpack(file)
    const entries = file && attempt(() => entriesOf(file))
    const metadata = bytes && attempt(() => archive.decode(bytes))?.metadata
    return {
      cid,
      ...(entries && entries.length > 0 && { entries }),
      ...(metadata && metadata.contentTopic.length > 0 && { archive: metadata }),
    }
  })
}

/** What the node can be asked to hold. */
const properties: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async 'listed archives: all'(world) {
    const scene = world.scene(Scene)
    const { listed } = await Archived.of(scene)
    const there = await held(scene)
    const missing = listed.map(({ record }) => record.cid).filter((cid) => !there.has(cid))
    const view = { listed: listed.length, missing }
    const show = () => `${listed.length} listed, missing: ${missing.join(', ') || 'none'}`
    world
      .expect("archives in Alice's Codex node", scene.existing('Alice').saw(view), show)
      .meets(
        'at least one listed, none missing',
        (got) => got.listed > 0 && got.missing.length === 0,
      )
  },
  async 'unlisted archives: none'(world) {
    const scene = world.scene(Scene)
    const archived = await Archived.of(scene)
    const cids = archived.listed.map(({ record }) => record.cid).toSorted()
    const archives = (await files(scene)).filter((one) => one.archive).map(({ cid }) => cid)
    world
      .expect('archives listed', scene.existing('Alice').saw(cids))
      .meets(
        `those that Codex holds: ${archives.join(', ') || 'none'}`,
        (got) => got.length > 0 && got.join() === archives.toSorted().join(),
      )
  },
  async 'announced index: yes'(world) {
    const scene = world.scene(Scene)
    const cid = shelfOf(scene).announcements().at(-1)?.cid
    const holds = cid !== undefined && (await held(scene)).has(cid)
    world
      .expect('whether the announced index is held', scene.existing('Alice').saw(holds))
      .equals(true)
  },
  async 'first index: no longer'(world) {
    const scene = world.scene(Scene)
    const cids = shelfOf(scene)
      .announcements()
      .map(({ cid }) => cid ?? '')
    const there = await held(scene)
    const view = {
      announced: new Set(cids).size,
      first: there.has(cids[0] ?? ''),
      last: there.has(cids.at(-1) ?? ''),
    }
    world
      .expect(
        'indices announced; whether the first and the last are held',
        scene.existing('Alice').saw(view),
      )
      .meets(
        'two or more, the last held and the first not',
        (got) => got.announced > 1 && got.last && !got.first,
      )
  },
  async 'indices: one of each community'(world) {
    const scene = world.scene(Scene)
    const indices = (await files(scene)).filter(({ entries }) => entries)
    const topics = indices.map(({ entries = [] }) =>
      entries.flatMap(({ record }) => record.metadata?.contentTopic ?? []),
    )
    const wanted = scene.communities.map(({ topics: { universal } }) => universal)
    const counts = wanted.map((topic) => topics.filter((listed) => listed.includes(topic)).length)
    world
      .expect(
        'indices held, by community',
        scene.existing('Alice').saw({ counts, all: indices.length }),
      )
      .equals({
        counts: wanted.map(() => 1),
        all: wanted.length,
      })
  },
}

Then("Alice's Codex node holds", async function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) await check(this)
})
