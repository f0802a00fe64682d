import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { week } from './moment.ts'
import { Scene } from './scene.ts'
import { Uploads } from './uploads.ts'

/* Which archives a control node has made, and which messages are in them. */

const words = (items: readonly unknown[]) => (items.length > 0 ? items.join(', ') : 'none')

Then('Alice has made no archive', function (this: World) {
  const scene = this.scene(Scene)
  const uploads = new Uploads(scene).all()
  this.expect('uploads to Codex', scene.existing('Alice').saw(uploads.length)).avoids(
    'none',
    (count) => count === 0,
  )
})

Then('Alice has made {int} archive(s)', async function (this: World, count: number) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const ranges = new Set(archived.listed.map((one) => Object.values(archived.range(one)).join()))
  const seen = scene.existing('Alice').saw(ranges.size)
  const check = this.expect('archives that the announced index lists', seen)
  if (count === 0) check.avoids('0', (got) => got === 0)
  else check.equals(count)
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

Then(
  'the archive of week {int} does not hold {texts}',
  async function (this: World, number: number, texts: string[]) {
    const held = await textsOfWeek(this, number)
    for (const text of texts)
      this.expect(`the archive of week ${number}`, held, words as never).avoids(
        `one without "${text}"`,
        (got) => !got.includes(text),
      )
  },
)

Then('no archive holds {texts}', async function (this: World, texts: string[]) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const odd = scene.said.filter(({ text }) => texts.includes(text)).map(({ wire }) => wire)
  const found = archived.listed.filter(({ file }) =>
    odd.some((wire) => file?.includes(Buffer.from(wire))),
  )
  this.expect(`archives with ${texts.join()}`, scene.existing('Alice').saw(found.length)).avoids(
    'none',
    (count) => count === 0,
  )
})

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

Then('the archives follow each other without gap', async function (this: World) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const ranges = archived.listed.map((one) => archived.range(one))
  const seen = scene.existing('Alice').saw(ranges)
  this.expect('ranges of the archives', seen, () =>
    words(ranges.map(({ from, to }) => `${archived.show(from)} to ${archived.show(to)}`)),
  ).meets(
    'each from where the one before ends, seven days long',
    (got) =>
      got.length > 0 &&
      got.every(({ from, to }, i) => to - from === week && (i === 0 || got[i - 1]?.to === from)),
  )
})

Then('every archived message is of the week of its archive', async function (this: World) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const strays = archived.listed.flatMap((one) => {
    const { from, to } = archived.range(one)
    return archived
      .messages([one])
      .filter(({ timestamp }) => timestamp < from || timestamp > to)
      .map(({ text, timestamp }) => `"${text}" of ${archived.show(timestamp)}`)
  })
  const seen = scene.existing('Alice').saw({ archives: archived.listed.length, strays })
  this.expect('messages outside the range of their archive', seen, () => words(strays)).meets(
    'none, and at least one archive',
    (got) => got.archives > 0 && got.strays.length === 0,
  )
})

Then('every archived message was sent', async function (this: World) {
  const scene = this.scene(Scene)
  const archived = await Archived.of(scene)
  const sent = new Set(archived.sent().map(({ hash }) => hash))
  const strange = archived.messages().filter(({ hash }) => !sent.has(hash))
  const seen = scene.existing('Alice').saw(strange.map(({ text }) => text))
  this.expect('archived messages that nobody sent', seen, words as never).avoids(
    'none',
    (got) => got.length === 0,
  )
})

async function textsOfWeek(world: World, number: number) {
  const scene = world.scene(Scene)
  const archived = await Archived.of(scene)
  const texts = archived.messages(archived.ofWeek(number)).map(({ text }) => text)
  return scene.existing('Alice').saw(texts)
}
