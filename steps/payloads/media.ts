import { Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { type MediaFile, mediaFile } from './files.ts'

/* What a client keeps of media that come in, and what it sends of a file. */

class Media {
  file?: MediaFile
  ingested?: Observed<Answer<'payloads.ingest'>>
  prepared?: Observed<{ payload: string; type: string; durationMs?: string }>
}

When(
  /^Bob takes in (.+) as (PNG|JPEG|WEBP|GIF|AAC|AMR)$/,
  async function (this: World, name: string, type: string) {
    const kind = type === 'AAC' || type === 'AMR' ? 'audio' : 'image'
    const file = mediaFile(this, name, kind)
    const params = { kind, type, payload: file.hex } as const
    const ingested = await this.attempt('Bob', 'payloads.ingest', params)
    Object.assign(this.scene(Media), { file, ingested })
  },
)

When(/^Bob prepares (an? .+) to be sent$/, async function (this: World, name: string) {
  const [, duration] = /^a recording of (\d+) milliseconds$/.exec(name) ?? []
  const file = mediaFile(this, duration ? 'a sound AAC' : name)
  const durationMs = duration === undefined ? {} : { durationMs: duration }
  const prepared = await this.act('Bob', 'payloads.prepare', {
    kind: file.kind,
    file: file.hex,
    ...durationMs,
  })
  Object.assign(this.scene(Media), { file, prepared })
})

function media(world: World): { file: MediaFile } & Media {
  const { file, ...rest } = world.scene(Media)
  if (!file) throw new Error('no file was given: add a When')
  return { file, ...rest }
}

/** What was kept; empty where the file was refused. */
function kept(world: World): Observed<string> {
  const { ingested } = media(world)
  return (ingested as Observed<Answer<'payloads.ingest'>>).map((answer) =>
    answer.kind === 'ok' ? answer.ok.stored : '',
  )
}

Then('he keeps nothing harmful of it', function (this: World) {
  const { file } = media(this)
  const stored = kept(this)
  this.expect('what Bob keeps', stored).avoids(
    'nothing of it, or no more than came',
    (hex) => !hex.includes(file.unwanted) && hex.length <= file.hex.length + 128,
  )
})

Then(/^he keeps the (?:picture|sound) of it$/, function (this: World) {
  const { file } = media(this)
  this.expect('what Bob keeps', kept(this)).meets('what the file shows, unchanged', (hex) =>
    hex.includes(file.content),
  )
})

Then('he keeps no metadata of it', function (this: World) {
  const { file } = media(this)
  this.expect('what Bob keeps', kept(this)).avoids(
    'nothing of the metadata',
    (hex) => !hex.includes(file.unwanted),
  )
})

Then(/^what he sends holds the (?:picture|sound) of it$/, function (this: World) {
  const { file } = media(this)
  this.expect('what Bob sends', sent(this)).meets('what the file shows, unchanged', (hex) =>
    hex.includes(file.content),
  )
})

Then('what he sends holds no metadata', function (this: World) {
  const { file } = media(this)
  this.expect('what Bob sends', sent(this)).avoids(
    'nothing of the metadata',
    (hex) => !hex.includes(file.unwanted),
  )
})

function sent(world: World): Observed<string> {
  const { prepared } = media(world)
  return (prepared as NonNullable<Media['prepared']>).map(({ payload }) => payload)
}

Then('what he sends lasts {int} milliseconds', function (this: World, wanted: number) {
  const { prepared } = media(this)
  const got = (prepared as NonNullable<Media['prepared']>).map(({ durationMs }) => durationMs)
  this.expect('the length of the recording', got).equals(String(wanted))
})

Then(/^Bob (keeps it|refuses the file)$/, function (this: World, outcome: string) {
  const { ingested } = media(this)
  const got = (ingested as Observed<Answer<'payloads.ingest'>>).map(({ kind }) => kind as string)
  this.expect("Bob's answer to the file", got).equals(outcome === 'keeps it' ? 'ok' : 'rejected')
})
