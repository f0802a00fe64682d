import { Then } from '@cucumber/cucumber'
import { keccak_256, sha3_256 } from '@noble/hashes/sha3.js'
import { parseManifestCid } from '../../adapters/codex/cid.ts'
import { archiveMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { week } from './moment.ts'
import { rawRecords } from './raw-records.ts'
import { hasOnly, tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { attempt, type Listed } from './shelf.ts'
import { Uploads } from './uploads.ts'

/* What the announced index lists. */

/** Demands something of every entry of the announced index, and that there is one. */
async function every(
  world: World,
  wanted: string,
  view: (one: Listed, archived: Archived) => string,
  holds: (one: Listed, archived: Archived) => boolean,
): Promise<void> {
  const scene = world.scene(Scene)
  const archived = await Archived.of(scene)
  const show = () => archived.listed.map((one) => view(one, archived)).join('; ') || 'no entry'
  world
    .expect('entries of the announced index', scene.existing('Alice').saw(archived.listed), show)
    .meets(`each ${wanted}`, (all) => all.length > 0 && all.every((one) => holds(one, archived)))
}

const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`

Then(
  "every key is the keccak-256 of its entry's bytes, in hex after 0x",
  async function (this: World) {
    await every(
      this,
      'under the keccak-256 of its bytes',
      told,
      ({ key, value }) => key === hex(keccak_256(value)),
    )
  },
)

/** A key with the reading or the mistake that explains it. */
function told({ key, value, record, file }: Listed): string {
  const { metadata } = record
  const explained: [string, string][] = [
    ['the keccak-256 without 0x (K-B)', hex(keccak_256(value)).slice(2)],
    ['the keccak-256 in upper case', hex(keccak_256(value)).toUpperCase().replace('0X', '0x')],
    ['SHA3-256 instead of keccak-256', hex(sha3_256(value))],
    [
      'the hash of the WakuMessageArchiveMetadata (K-C)',
      metadata ? hex(keccak_256(archiveMetadata.encode(metadata))) : '',
    ],
    ['the hash of the archive file', file ? hex(keccak_256(file)) : ''],
    ['the hash of the CID', hex(keccak_256(Buffer.from(record.cid)))],
  ]
  const [why = ''] = explained.find(([, candidate]) => candidate === key) ?? []
  return why === '' ? key : `${key}: ${why}`
}

Then('every entry of the index covers seven days', async function (this: World) {
  const days = (one: Listed, archived: Archived) => {
    const { from, to } = archived.range(one)
    return to - from
  }
  await every(
    this,
    'seven days long',
    (one, archived) => `${Number(days(one, archived)) / 86_400e9} days`,
    (one, archived) => days(one, archived) === week,
  )
})

Then('the entries of the index have CIDs of their own', async function (this: World) {
  const scene = this.scene(Scene)
  const { listed } = await Archived.of(scene)
  const cids = listed.map(({ record }) => record.cid)
  this.expect('CIDs of the index', scene.existing('Alice').saw(cids)).meets(
    'two or more, all different',
    (got) => got.length > 1 && new Set(got).size === got.length,
  )
})

Then(
  'every listed CID leads to one archive with the metadata of its entry',
  async function (this: World) {
    const telling = (metadata: Listed['record']['metadata']) =>
      metadata
        ? `${metadata.from} to ${metadata.to}, ${metadata.contentTopic.length} topics`
        : 'no metadata'
    await every(
      this,
      'with the metadata of its archive, which is the only one in the file',
      (one) => `entry ${telling(one.record.metadata)}; archive ${telling(one.archive?.metadata)}`,
      ({ record, archive, file }) =>
        telling(record.metadata) === telling(archive?.metadata) &&
        record.metadata?.contentTopic.join() === archive?.metadata?.contentTopic.join() &&
        file !== undefined &&
        single(file),
    )
  },
)

/** Two archives laid end to end decode as one; then there are two records of metadata. */
function single(file: Uint8Array): boolean {
  const records = attempt(() => rawRecords(file))
  return records?.filter(({ field }) => field === 2).length === 1
}

Then('every entry has from, to, topics and a CID', async function (this: World) {
  await every(
    this,
    'with from, to, topics and a CID',
    ({ value }) => tell(value),
    ({ record }) => {
      const { metadata, cid } = record
      return (
        metadata !== undefined &&
        metadata.from > 0n &&
        metadata.to > metadata.from &&
        metadata.contentTopic.length > 0 &&
        cid !== ''
      )
    },
  )
})

Then('every CID of the index names a dataset in Codex', async function (this: World) {
  await every(
    this,
    'with the CID of a manifest in base58',
    ({ record }) => record.cid,
    ({ record }) => attempt(() => parseManifestCid(record.cid)) !== undefined,
  )
})

Then('every CID of the index is one that Codex answered', async function (this: World) {
  const answered = new Set(new Uploads(this.scene(Scene)).answered().map(({ cid }) => cid))
  await every(
    this,
    `with one of the CIDs ${[...answered].join(', ')}`,
    ({ record }) => JSON.stringify(record.cid),
    ({ record }) => answered.has(record.cid),
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

Then('every listed archive can be fetched', async function (this: World) {
  await every(
    this,
    'in Codex',
    ({ record, archive }) => `${record.cid} ${archive ? 'is there' : 'is not there'}`,
    ({ archive }) => archive !== undefined,
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

Then('no entry of the index has an offset or a number of pieces', async function (this: World) {
  await every(
    this,
    'without varints in fields 3 and 4',
    ({ value }) => tell(value),
    ({ value }) => !/\b[34] varint|\b4 /.test(tell(value)),
  )
})

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
