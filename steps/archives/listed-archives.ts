import { type DataTable, Then } from '@cucumber/cucumber'
import type { Comparison } from '../comparison.ts'
import type { World } from '../world.ts'
import { Archived, magnitude } from './archived.ts'
import { demanded } from './demanded.ts'
import { week } from './moment.ts'
import { rawRecords } from './raw-records.ts'
import { Scene } from './scene.ts'
import { attempt, type Listed } from './shelf.ts'
import { Uploads } from './uploads.ts'

/* The archives that the announced index lists. */

type Check = (archived: Archived, expect: Expect) => void
type Expect = <T>(subject: string, seen: T, show?: (seen: T) => string) => Comparison<T>

const words = (items: readonly unknown[]) => (items.length > 0 ? items.join(', ') : 'none')

/** What every listed archive can be asked to have. */
const properties: Readonly<Record<string, Check>> = {
  'from and to: in nanoseconds'({ listed, scene: { start } }, expect) {
    const values = listed.flatMap(({ archive }) => [
      archive?.metadata?.from ?? 0n,
      archive?.metadata?.to ?? 0n,
    ])
    const show = () => words(values.map((value) => `${value} (${magnitude(value)})`))
    expect('from and to', values, show).meets(
      'Unix nanoseconds',
      (all) =>
        all.length > 0 &&
        all.every((value) => value > start - 5n * week && value < start + 60n * week),
    )
  },
  'range: seven days from the end of the one before'(archived, expect) {
    const ranges = archived.listed.map((one) => archived.range(one))
    const show = () =>
      words(ranges.map(({ from, to }) => `${archived.show(from)} to ${archived.show(to)}`))
    expect('ranges of the archives', ranges, show).meets(
      'each from where the one before ends, seven days long',
      (got) =>
        got.length > 0 &&
        got.every(({ from, to }, i) => to - from === week && (i === 0 || got[i - 1]?.to === from)),
    )
  },
  'versions: the same everywhere, at most 255'(archived, expect) {
    const versions = archived.listed.flatMap((one) => [
      one.archive?.version,
      one.archive?.metadata?.version,
      one.record.version,
      one.record.metadata?.version,
    ])
    const varints = archived.listed.every((one) =>
      (recordsOf(one, archived) ?? []).every(
        ({ field, wireType }) => field !== 1 || wireType === 0,
      ),
    )
    expect('versions of archives, metadata and entries', { versions, varints }).meets(
      'one number of at most 255, as a varint',
      (got) =>
        got.versions.length > 0 &&
        got.varints &&
        new Set(got.versions).size === 1 &&
        (got.versions[0] ?? 256) <= 255,
    )
  },
  'compression: as declared'({ listed, scene }, expect) {
    const view = listed.map(({ file, archive }) => ({
      starts: Buffer.from(file?.subarray(0, 4) ?? []).toString('hex'),
      readable: archive?.metadata !== undefined,
    }))
    const compression = scene.world.hello.readings?.['archives.compression'] ?? 'none'
    const show = () => words(view.map(({ starts }) => `begins ${starts}${magic(starts)}`))
    expect('archive files', view, show).meets(
      `each an archive, compression ${compression}`,
      (all) => all.length > 0 && all.every(({ readable }) => readable),
    )
  },
  'file: without another archive in it'({ listed }, expect) {
    const nested = listed.filter(({ file }, i) =>
      listed.some((other, k) => k !== i && other.file !== undefined && file?.includes(other.file)),
    )
    const view = { files: listed.length, nested: nested.length }
    expect('archive files that contain another one', view).meets(
      'none of two or more',
      (got) => got.files > 1 && got.nested === 0,
    )
  },
  'messages: of its range alone'(archived, expect) {
    const strays = archived.listed.flatMap((one) => {
      const { from, to } = archived.range(one)
      return archived
        .messages([one])
        .filter(({ timestamp }) => timestamp < from || timestamp > to)
        .map(({ text, timestamp }) => `"${text}" of ${archived.show(timestamp)}`)
    })
    const view = { archives: archived.listed.length, strays }
    expect('messages outside the range of their archive', view, () => words(strays)).meets(
      'none, and at least one archive',
      (got) => got.archives > 0 && got.strays.length === 0,
    )
  },
  'messages: that were sent'(archived, expect) {
    const sent = new Set(archived.sent().map(({ hash }) => hash))
    const strange = archived.messages().filter(({ hash }) => !sent.has(hash))
    const view = { archives: archived.listed.length, strange: strange.map(({ text }) => text) }
    expect('archived messages that nobody sent', view, (got) => words(got.strange)).meets(
      'none, and at least one archive',
      (got) => got.archives > 0 && got.strange.length === 0,
    )
  },
  'upload: of its own'({ listed, scene }, expect) {
    const uploads = new Uploads(scene).answered()
    const sizes = listed.map(({ file, record }) => ({
      file: file?.length,
      upload: uploads.find(({ cid }) => cid === record.cid)?.size,
    }))
    expect('bytes of the archives and of their uploads', sizes).meets(
      'one upload for each archive',
      (all) =>
        all.length > 0 && all.every(({ file, upload }) => file !== undefined && file === upload),
    )
  },
  'upload: before that of the index'({ listed, scene, shelf }, expect) {
    const uploads = new Uploads(scene).answered().map(({ cid }) => cid)
    const order = {
      archives: listed.map(({ record }) => uploads.indexOf(record.cid)),
      index: uploads.indexOf(shelf.announcements().at(-1)?.cid),
    }
    expect('positions among the uploads', order).meets(
      'the archives before the index',
      (got) => got.archives.length > 0 && got.archives.every((at) => at >= 0 && at < got.index),
    )
  },
}

function magic(starts: string): string {
  if (starts.startsWith('1f8b')) return ' (gzip)'
  if (starts.startsWith('28b52ffd')) return ' (zstd)'
  return /^78(01|5e|9c|da)/.test(starts) ? ' (zlib)' : ''
}

function recordsOf(one: Listed, archived: Archived) {
  const bytes = one.file && archived.shelf.unpack(one.file)
  return bytes && attempt(() => rawRecords(bytes))
}

Then('every listed archive has', async function (this: World, table: DataTable) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const expect: Expect = (subject, seen, show) =>
    this.expect(subject, scene.existing('Alice').saw(seen), show as never)
  for (const check of demanded(table, properties)) check(archived, expect)
})
