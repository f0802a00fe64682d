import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { Scene } from './scene.ts'
import { Uploads } from './uploads.ts'

/* Which archives a control node has made, and which messages are in them. */

const words = (items: readonly unknown[]) => (items.length > 0 ? items.join(', ') : 'none')

Then('Alice has made {int} archives', async function (this: World, count: number) {
  const scene = this.scene(Scene)
  const alice = scene.existing('Alice')
  if (count === 0) {
    const uploads = new Uploads(scene).all()
    return this.expect('uploads to Codex', alice.saw(uploads.length)).avoids(
      '0',
      (got) => got === 0,
    )
  }
  const archived = await Archived.of(scene)
  const ranges = new Set(archived.listed.map((one) => Object.values(archived.range(one)).join()))
  return this.expect('archives that the announced index lists', alice.saw(ranges.size)).equals(
    count,
  )
})

Then('the announced index lists {weeks}', async function (this: World, weeks: number[]) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const seen = scene.existing('Alice').saw(archived.weeks())
  this.expect('weeks that the announced index lists', seen, words as never).equals(weeks)
})

Then(
  'the archive of week {int} holds {texts}',
  async function (this: World, number: number, texts: string[]) {
    const held = await textsOfWeek(this, number)
    for (const text of texts)
      this.expect(`the archive of week ${number}`, held, words as never).meets(
        `one that holds "${text}"`,
        (got) => got.includes(text),
      )
  },
)

// Of a message on another topic nothing is known but its bytes.
Then(
  'the archive of week {int} does not hold {texts}',
  async function (this: World, number: number, texts: string[]) {
    const scene = this.scene(Scene)
    const archived = await Archived.of(scene)
    const listed = archived.ofWeek(number)
    const named = archived.messages(listed).map(({ text }) => text)
    const files = listed.map(({ file }) => Buffer.from((file && archived.shelf.unpack(file)) ?? []))
    const held = scene.said
      .filter(({ wire }) => files.some((file) => file.includes(Buffer.from(wire))))
      .map(({ text }) => text)
    const seen = scene.existing('Alice').saw([...new Set([...named, ...held])])
    for (const text of texts)
      this.expect(`the archive of week ${number}`, seen, words as never).avoids(
        `one without "${text}"`,
        (got) => !got.includes(text),
      )
  },
)

Then('the archives hold each message once', async function (this: World) {
  await partition(this)
})

/** Every message that is due is in exactly one archive. */
export async function partition(world: World): Promise<void> {
  const scene = world.scene(Scene)
  const archived = await Archived.of(scene)
  const times = new Map<string, number>()
  for (const { hash } of archived.messages()) times.set(hash, (times.get(hash) ?? 0) + 1)
  const wrong = archived.expected().filter(({ hash }) => times.get(hash) !== 1)
  const told = wrong.map(({ hash, text, timestamp }) => {
    return `"${text}" of ${archived.show(timestamp)}: ${times.get(hash) ?? 0} times`
  })
  const count = scene.existing('Alice').saw({ archives: archived.listed.length, told })
  world
    .expect(
      'messages in the archives that the announced index lists',
      count,
      () => told.join('; ') || 'no archive at all',
    )
    .meets(
      'each message in exactly one archive',
      (got) => got.archives > 0 && got.told.length === 0,
    )
}

async function textsOfWeek(world: World, number: number) {
  const scene = world.scene(Scene)
  const archived = await Archived.of(scene)
  const texts = archived.messages(archived.ofWeek(number)).map(({ text }) => text)
  return scene.existing('Alice').saw(texts)
}
