import { type DataTable, Then, When } from '@cucumber/cucumber'
import { description } from '../../proto/archives/description.ts'
import { recordTypes, wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { envelope, wrap } from './craft.ts'
import { demanded } from './demanded.ts'
import { nanoseconds } from './moment.ts'
import { ofType } from './published.ts'
import { controlShard, Scene } from './scene.ts'
import { attempt, Shelf } from './shelf.ts'
import { keyOf } from './topics.ts'

/* Descriptions that Bob receives and Alice publishes. */

When(
  /^a description with clock (\d+) and the name "([^"]*)" arrives$/,
  async function (this: World, clock: string, name: string) {
    const control = this.scene(ControlNode)
    const { community, scene } = control
    const payload = control.description(BigInt(clock), name)
    const content = wrap(community.owner, recordTypes.COMMUNITY_DESCRIPTION, payload)
    const key = keyOf(community.id, 'description')
    const at = nanoseconds(this.now)
    const message = envelope(community.topics.events, key, content, at, scene.layers)
    await scene.existing('Bob').receive(controlShard, wakuMessage.encode(message))
  },
)

/** The descriptions that Alice has published, in order. */
function descriptions(world: World) {
  const scene = world.scene(Scene)
  return ofType(scene, scene.existing('Alice'), 'COMMUNITY_DESCRIPTION').flatMap(
    ({ record, published }) => {
      const read = record && attempt(() => description.decode(record.payload))
      return read ? [{ published, read, payload: record.payload }] : []
    },
  )
}

/** How the last description mentions Carol. */
function carol(world: World) {
  const scene = world.scene(Scene)
  const { publicKey } = scene.people.get('Carol')
  const last = descriptions(world).at(-1)?.read
  const mentions = (keys: Iterable<string>) => [...keys].some((key) => names(key, publicKey))
  const view = {
    described: last !== undefined,
    member: mentions(last?.members.keys() ?? []),
    banned: mentions(last?.ban_list ?? []),
  }
  return world.expect('the last description, as to Carol', scene.existing('Alice').saw(view))
}

/** Whether a key of the description means this person: with or without 0x, compressed or not. */
function names(text: string, publicKey: string): boolean {
  const hex = text.replace(/^0x/, '').toLowerCase()
  return hex === publicKey || (hex.startsWith('04') && hex.slice(2, 66) === publicKey.slice(2))
}

/** What the last description can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
  'Carol: as a member': (world) => carol(world).meets('a member', ({ member }) => member),
  'Carol: as banned': (world) => carol(world).meets('banned', ({ banned }) => banned),
  'Carol: as no member': (world) =>
    carol(world).avoids('no member', ({ member, described }) => described && !member),
  'clock: above those before the change'(world) {
    const alice = world.scene(Scene).existing('Alice')
    const fresh = new Set(alice.sent.slice(alice.before))
    const clocks = (wanted: boolean) =>
      descriptions(world)
        .filter(({ published }) => fresh.has(published) === wanted)
        .map(({ read }) => read.clock)
    const view = { before: clocks(false), after: clocks(true) }
    const show = () => `${view.before.join(', ')} before the change, ${view.after.join(', ')} after`
    world
      .expect('clocks of the descriptions', alice.saw(view), show)
      .meets(
        'one after the change, with a clock above those before',
        ({ before, after }) =>
          after.length > 0 && after.every((clock) => before.every((earlier) => clock > earlier)),
      )
  },
  'archive clock: that of the last announcement'(world) {
    const scene = world.scene(Scene)
    const announced = new Shelf(scene, scene.existing('Alice'), scene.community()).announcements()
    const clocks = {
      description: descriptions(world).at(-1)?.read.archive_clock,
      announcement: announced.at(-1)?.clock,
    }
    const show = () => `${clocks.description} and ${clocks.announcement}`
    world
      .expect(
        'archive_clock and the clock of the announcement',
        scene.existing('Alice').saw(clocks),
        show,
      )
      .meets(
        'the same',
        (got) => got.announcement !== undefined && got.description === got.announcement,
      )
  },
  'repetition: at a fixed interval'(world) {
    const all = descriptions(world)
    const last = all.at(-1)
    const same = all.filter(
      ({ payload }) => last !== undefined && Buffer.from(payload).equals(last.payload),
    )
    const gaps = same.slice(1).map(({ published }, i) => {
      return published.at - (same[i]?.published.at ?? 0)
    })
    world
      .expect(
        'milliseconds between equal descriptions',
        world.scene(Scene).existing('Alice').saw(gaps),
      )
      .meets('two or more, all equal', (got) => got.length > 1 && new Set(got).size === 1)
  },
}

Then('the last description has', function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})
