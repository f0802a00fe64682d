import { Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { type MediaFile, mediaFile } from './files.ts'
import { became } from './outcome.ts'

/* What a client keeps of media that come in, and what it sends of a file. */

class Media {
  file?: MediaFile
  /** What is left of the file; empty where it was refused. */
  left?: Observed<string>
}

When(
  /^Bob takes in (.+) as (PNG|JPEG|WEBP|GIF|AAC|AMR)$/,
  async function (this: World, name: string, type: string) {
    const kind = type === 'AAC' || type === 'AMR' ? 'audio' : 'image'
    const file = mediaFile(this, name, kind)
    const params = { kind, type, payload: file.hex } as const
    const answer = await this.attempt('Bob', 'payloads.ingest', params)
    const left = answer.map((one) => (one.kind === 'ok' ? one.ok.stored : ''))
    Object.assign(this.scene(Media), { file, left })
    became(this, { answers: [answer] })
  },
)

When(/^Bob prepares (an? .+) to be sent$/, async function (this: World, name: string) {
  const [, duration] = /^a recording of (\d+) milliseconds$/.exec(name) ?? []
  const file = mediaFile(this, duration ? 'a sound AAC' : name)
  const prepared = await this.act('Bob', 'payloads.prepare', {
    kind: file.kind,
    file: file.hex,
    ...(duration !== undefined && { durationMs: duration }),
  })
  Object.assign(this.scene(Media), { file, left: prepared.map(({ payload }) => payload) })
  const got = prepared.map(({ durationMs }) => durationMs)
  became(this, {
    part: (part, words) =>
      part === 'duration_ms'
        ? { subject: 'the length of the recording', got, wanted: words }
        : undefined,
  })
})

function media(world: World): { file: MediaFile; left: Observed<string> } {
  const { file, left } = world.scene(Media)
  if (!file || !left) throw new Error('no file was given: add a When')
  return { file, left }
}

Then('its content is left as it was', function (this: World) {
  const { file, left } = media(this)
  this.expect('what is left of the file', left).meets('what the file shows, unchanged', (hex) =>
    hex.includes(file.content),
  )
})

Then('no metadata is left', function (this: World) {
  const { file, left } = media(this)
  this.expect('what is left of the file', left).avoids(
    'nothing of the metadata',
    (hex) => !hex.includes(file.unwanted),
  )
})

Then('nothing harmful is left', function (this: World) {
  const { file, left } = media(this)
  this.expect('what is left of the file', left).avoids(
    'nothing of it, or no more than came',
    (hex) => !hex.includes(file.unwanted) && hex.length <= file.hex.length + 128,
  )
})
