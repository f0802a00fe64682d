import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { hasOnly, tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { Uploads } from './uploads.ts'

/* The announced index as a whole, and its way into Codex. */

Then('the entries of the index have CIDs of their own', async function (this: World) {
  const scene = this.scene(Scene)
  const { listed } = await Archived.of(scene)
  const cids = listed.map(({ record }) => record.cid)
  this.expect('CIDs of the index', scene.existing('Alice').saw(cids)).meets(
    'two or more, all different',
    (got) => got.length > 1 && new Set(got).size === got.length,
  )
})

Then('every archive was uploaded in a request of its own', async function (this: World) {
  const scene = this.scene(Scene)
  const { listed } = await Archived.of(scene)
  const uploads = new Uploads(scene).answered()
  const sizes = listed.map(({ file, record }) => ({
    file: file?.length,
    upload: uploads.find(({ cid }) => cid === record.cid)?.size,
  }))
  this.expect(
    'bytes of the archives and of their uploads',
    scene.existing('Alice').saw(sizes),
  ).meets(
    'one upload for each archive',
    (all) =>
      all.length > 0 && all.every(({ file, upload }) => file !== undefined && file === upload),
  )
})

Then('every index was uploaded after the archives it lists', async function (this: World) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const uploads = new Uploads(scene).answered().map(({ cid }) => cid)
  const last = archived.shelf.announcements().at(-1)?.cid
  const order = {
    archives: archived.listed.map(({ record }) => uploads.indexOf(record.cid)),
    index: uploads.indexOf(last),
  }
  this.expect('positions among the uploads', scene.existing('Alice').saw(order)).meets(
    'the archives before the index',
    (got) => got.archives.length > 0 && got.archives.every((at) => at >= 0 && at < got.index),
  )
})

Then(
  'the index is a map of {int} entries from text to records',
  async function (this: World, size: number) {
    const scene = this.scene(Scene)
    const { shelf } = await Archived.of(scene)
    const file = await shelf.file(shelf.announcements().at(-1)?.cid ?? '')
    const entries = await shelf.index()
    const view = {
      fields: tell(file),
      entries: entries?.length ?? 0,
      keys: new Set(entries?.map(({ key }) => key)).size,
      parts:
        entries?.every(
          ({ value, key }) =>
            key !== '' &&
            !key.includes('\ufffd') &&
            hasOnly(
              value,
              new Map([
                [1, 0],
                [2, 2],
                [3, 2],
              ]),
            ),
        ) ?? false,
    }
    this.expect('the index', scene.existing('Alice').saw(view)).equals({
      fields: '1 length',
      entries: size,
      keys: size,
      parts: true,
    })
  },
)

Then('no announcement and no entry of the index is a magnet link', async function (this: World) {
  const scene = this.scene(Scene)
  const { listed, shelf } = await Archived.of(scene)
  const texts = [
    ...shelf.announcements().map(({ cid }) => cid ?? ''),
    ...listed.map(({ record }) => record.cid),
  ]
  this.expect('what stands where CIDs stand', scene.existing('Alice').saw(texts)).meets(
    'CIDs',
    (all) => all.length > 1 && all.every((text) => text !== '' && !text.startsWith('magnet:')),
  )
})

Then('no archive file contains another one', async function (this: World) {
  const scene = this.scene(Scene)
  const { listed } = await Archived.of(scene)
  const nested = listed.filter(({ file }, i) =>
    listed.some((other, k) => k !== i && other.file !== undefined && file?.includes(other.file)),
  )
  this.expect(
    'archive files that contain another one',
    scene.existing('Alice').saw({ files: listed.length, nested: nested.length }),
  ).meets('none of two or more', (got) => got.files > 1 && got.nested === 0)
})
