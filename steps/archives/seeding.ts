import { Then } from '@cucumber/cucumber'
import { archive } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { Scene } from './scene.ts'
import { attempt, entriesOf, Shelf } from './shelf.ts'
import { Uploads } from './uploads.ts'

/* What the control node's own Codex node holds. */

async function held(scene: Scene): Promise<ReadonlySet<string>> {
  const node = scene.codex.node('Alice')
  const cids = new Set<string>()
  for (const { cid } of await node.list()) if (await node.holds(cid)) cids.add(cid)
  return cids
}

/** The files that Alice's Codex node holds, decoded. */
async function files(scene: Scene, which: 'first' | 'second' = 'first') {
  const shelf = new Shelf(scene, scene.existing('Alice'), scene.community(which))
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

Then("Alice's Codex node holds every listed archive", async function (this: World) {
  const scene = this.scene(Scene)
  const uploads = new Uploads(scene).answered()
  // Also where the index itself was lost: then the uploads say what has to be there.
  const { listed } = await Archived.of(scene)
  const there = await held(scene)
  const missing = listed.map(({ record }) => record.cid).filter((cid) => !there.has(cid))
  const view = { listed: listed.length, missing, uploads: uploads.length }
  const show = () => `${listed.length} listed, missing: ${missing.join(', ') || 'none'}`
  this.expect("archives in Alice's Codex node", scene.existing('Alice').saw(view), show).meets(
    'at least one listed, none missing',
    (got) => got.listed > 0 && got.missing.length === 0,
  )
})

Then("Alice's Codex node holds the announced index", async function (this: World) {
  const scene = this.scene(Scene)
  const alice = scene.existing('Alice')
  const cid = new Shelf(scene, alice, scene.community()).announcements().at(-1)?.cid
  const holds = cid !== undefined && (await held(scene)).has(cid)
  this.expect('whether the announced index is held', alice.saw(holds)).equals(true)
})

Then("Alice's Codex node no longer holds the first index", async function (this: World) {
  const scene = this.scene(Scene)
  const alice = scene.existing('Alice')
  const cids = new Shelf(scene, alice, scene.community())
    .announcements()
    .map(({ cid }) => cid ?? '')
  const there = await held(scene)
  const view = {
    announced: new Set(cids).size,
    first: there.has(cids[0] ?? ''),
    last: there.has(cids.at(-1) ?? ''),
  }
  this.expect('indices announced; whether the first and the last are held', alice.saw(view)).meets(
    'two or more, the last held and the first not',
    (got) => got.announced > 1 && got.last && !got.first,
  )
})

Then('each older index was deleted after the next one was announced', function (this: World) {
  const scene = this.scene(Scene)
  const alice = scene.existing('Alice')
  const cids = new Shelf(scene, alice, scene.community()).announcements().map(({ cid }) => cid)
  const requests = new Uploads(scene).requests()
  const at = (call: string, cid: string | undefined) =>
    requests.findIndex((one) => one.call === call && one.cid === cid)
  const order = cids
    .slice(0, -1)
    .map((cid, i) => ({ deleted: at('delete', cid), next: at('upload', cids[i + 1]) }))
  this.expect('positions of deletions and of the next uploads', alice.saw(order)).meets(
    'each deletion after the upload of the next index',
    (all) => all.length > 0 && all.every(({ deleted, next }) => next >= 0 && deleted > next),
  )
})

Then("Alice's Codex node holds one index of each community", async function (this: World) {
  const scene = this.scene(Scene)
  const indices = (await files(scene)).filter(({ entries }) => entries)
  const topics = indices.map(({ entries = [] }) =>
    entries.flatMap(({ record }) => record.metadata?.contentTopic ?? []),
  )
  const wanted = scene.communities.map(({ topics: { universal } }) => universal)
  const counts = wanted.map((topic) => topics.filter((listed) => listed.includes(topic)).length)
  this.expect(
    'indices held, by community',
    scene.existing('Alice').saw({ counts, all: indices.length }),
  ).equals({
    counts: wanted.map(() => 1),
    all: wanted.length,
  })
})

Then("every archive in Alice's Codex node is listed", async function (this: World) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const cids = archived.listed.map(({ record }) => record.cid).toSorted()
  const archives = (await files(scene)).filter((one) => one.archive).map(({ cid }) => cid)
  this.expect('archives listed', scene.existing('Alice').saw(cids)).meets(
    `those that Codex holds: ${archives.join(', ') || 'none'}`,
    (got) => got.length > 0 && got.join() === archives.toSorted().join(),
  )
})
