import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { actor, ofType } from './published.ts'
import { rawRecords } from './raw-records.ts'
import { allowed, hasOnly, tell } from './record-table.ts'
import { Scene } from './scene.ts'
import { attempt, shelfOf } from './shelf.ts'

/* Which fields records have, and with which wire types. */

type Bytes = Uint8Array | undefined

/** The records of a type that the client under test has made, as bytes. */
const records: Readonly<Record<string, (world: World) => Promise<Bytes[]> | Bytes[]>> = {
  WakuMessageArchive: async (world) => files(await Archived.of(world.scene(Scene))),
  WakuMessageArchiveMetadata: async (world) =>
    files(await Archived.of(world.scene(Scene))).map(metadataOf),
  WakuMessageArchiveIndexMetadata: async (world) =>
    (await Archived.of(world.scene(Scene))).listed.map(({ value }) => value),
  async WakuMessageArchiveIndex(world) {
    const shelf = shelfOf(world.scene(Scene))
    return [await shelf.file(shelf.announcements().at(-1)?.cid ?? '')]
  },
  CommunityMessageArchive: (world) =>
    shelfOf(world.scene(Scene))
      .announcements()
      .map(({ record }) => record?.payload),
  CommunityCancelRequestToJoin: (world) =>
    ofType(world.scene(Scene), actor(world.scene(Scene)), 'COMMUNITY_CANCEL_REQUEST_TO_JOIN').map(
      ({ record }) => record?.payload,
    ),
}

function files({ listed, shelf }: Archived): Bytes[] {
  return listed.map(({ file }) => file && shelf.unpack(file))
}

function metadataOf(file: Bytes): Bytes {
  const parts = file && attempt(() => rawRecords(file))
  return parts?.find(({ field }) => field === 2)?.value
}

Then(/^every ([A-Z]\w+) has only$/, async function (this: World, name: string, table: DataTable) {
  const of = records[name]
  if (!of) throw new Error(`expected one of ${Object.keys(records).join(', ')}, got ${name}`)
  const fields = allowed(table)
  const all = await of(this)
  const seen = actor(this.scene(Scene)).saw(all)
  this.expect(`every ${name}`, seen, () => all.map(tell).join('; ') || 'none').meets(
    `the fields ${[...fields.keys()].join(', ')}`,
    (got) =>
      got.length > 0 &&
      got.every((bytes) => bytes !== undefined && bytes.length > 0 && hasOnly(bytes, fields)),
  )
})
