import { type DataTable, Then } from '@cucumber/cucumber'
import { keccak_256, sha3_256 } from '@noble/hashes/sha3.js'
import { parseManifestCid } from '../../adapters/codex/cid.ts'
import { archiveMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { demanded } from './demanded.ts'
import { week } from './moment.ts'
import { rawRecords } from './raw-records.ts'
import { hasOnly, tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { attempt, type Listed } from './shelf.ts'
import { Uploads } from './uploads.ts'

/* The entries of the announced index. */

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

const telling = (metadata: Listed['record']['metadata']) =>
  metadata
    ? `${metadata.from} to ${metadata.to}, ${metadata.contentTopic.length} topics`
    : 'no metadata'

/** Two archives laid end to end decode as one; then there are two records of metadata. */
function single(file: Uint8Array): boolean {
  const records = attempt(() => rawRecords(file))
  return records?.filter(({ field }) => field === 2).length === 1
}

/** Wire types of the fields of an entry. */
const fields = new Map([
  [1, 0],
  [2, 2],
  [3, 2],
])

/** What every entry can be asked to have. */
const properties: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'key: the keccak-256 of the entry, in hex after 0x': (world) =>
    every(
      world,
      'under the keccak-256 of its bytes',
      told,
      ({ key, value }) => key === hex(keccak_256(value)),
    ),
  'length: seven days'(world) {
    const length = (one: Listed, archived: Archived) => {
      const { from, to } = archived.range(one)
      return to - from
    }
    return every(
      world,
      'seven days long',
      (one, archived) => `${Number(length(one, archived)) / 86_400e9} days`,
      (one, archived) => length(one, archived) === week,
    )
  },
  'archive: one, with the metadata of the entry': (world) =>
    every(
      world,
      'with the metadata of its archive, which is the only one in the file',
      (one) => `entry ${telling(one.record.metadata)}; archive ${telling(one.archive?.metadata)}`,
      ({ record, archive, file }) =>
        telling(record.metadata) === telling(archive?.metadata) &&
        record.metadata?.contentTopic.join() === archive?.metadata?.contentTopic.join() &&
        file !== undefined &&
        single(file),
    ),
  'archive: there to be fetched': (world) =>
    every(
      world,
      'in Codex',
      ({ record, archive }) => `${record.cid} ${archive ? 'is there' : 'is not there'}`,
      ({ archive }) => archive !== undefined,
    ),
  'parts: from, to, topics and a CID': (world) =>
    every(
      world,
      'with from, to, topics and a CID',
      ({ value }) => tell(value),
      ({ record: { metadata, cid } }) =>
        metadata !== undefined &&
        metadata.from > 0n &&
        metadata.to > metadata.from &&
        metadata.contentTopic.length > 0 &&
        cid !== '',
    ),
  'parts: no offset and no number of pieces': (world) =>
    every(
      world,
      'without varints in fields 3 and 4',
      ({ value }) => tell(value),
      ({ value }) => !/\b[34] varint|\b4 /.test(tell(value)),
    ),
  'key: a text of its own': (world) =>
    every(
      world,
      'under a key of its own that is a text',
      ({ key }) => JSON.stringify(key),
      ({ key }, { listed }) =>
        key !== '' &&
        !key.includes('\ufffd') &&
        listed.filter((other) => other.key === key).length === 1,
    ),
  'value: a version, metadata and a CID, each in its own type': (world) =>
    every(
      world,
      'with field 1 as a varint, 2 and 3 as records, and no more',
      ({ value }) => tell(value),
      ({ value }) => hasOnly(value, fields),
    ),
  'CID: of its own': (world) =>
    every(
      world,
      'of two or more with a CID that no other has',
      ({ record }) => record.cid,
      ({ record }, { listed }) =>
        listed.length > 1 && listed.filter((other) => other.record.cid === record.cid).length === 1,
    ),
  'CID: no magnet link': (world) =>
    every(
      world,
      'with a CID',
      ({ record }) => record.cid,
      ({ record: { cid } }) => cid !== '' && !cid.startsWith('magnet:'),
    ),
  'CID: of a dataset': (world) =>
    every(
      world,
      'with the CID of a manifest in base58',
      ({ record }) => record.cid,
      ({ record }) => attempt(() => parseManifestCid(record.cid)) !== undefined,
    ),
  'CID: as Codex answered'(world) {
    const answered = new Set(new Uploads(world.scene(Scene)).answered().map(({ cid }) => cid))
    return every(
      world,
      `with one of the CIDs ${[...answered].join(', ')}`,
      ({ record }) => JSON.stringify(record.cid),
      ({ record }) => answered.has(record.cid),
    )
  },
}

Then('every entry of the index has', async function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) await check(this)
})
