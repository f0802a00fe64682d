import { Given, Then, When } from '@cucumber/cucumber'
import { chatMessage, recordTypes, wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { envelope, wrap } from './craft.ts'
import { descriptions } from './management.ts'
import { Member } from './member.ts'
import { nanoseconds } from './moment.ts'
import { ofType, type RecordName } from './published.ts'
import { controlShard, Scene } from './scene.ts'
import { attempt, Shelf } from './shelf.ts'
import { keyOf } from './topics.ts'

/* Descriptions, clocks, and what Bob asks of the owner. */

When(
  /^a description with clock (\d+) and the name "([^"]*)" arrives$/,
  async function (this: World, clock: string, name: string) {
    const control = this.scene(ControlNode)
    const { community, scene } = control
    const payload = control.description(BigInt(clock), name)
    const content = wrap(community.owner, recordTypes.COMMUNITY_DESCRIPTION, payload)
    const key = keyOf(community.id, 'description')
    const message = envelope(
      community.topics.events,
      key,
      content,
      nanoseconds(this.now),
      scene.layers,
    )
    await scene.existing('Bob').receive(controlShard, wakuMessage.encode(message))
  },
)

Then('Bob knows the community as {string}', async function (this: World, name: string) {
  const { id } = this.scene(Scene).community()
  const view = await this.act('Bob', 'archives.community', { communityId: id })
  this.expect(
    'the name of the community',
    view.map((seen) => seen.name),
  ).equals(name)
})

Then('Alice has sent a newer description', function (this: World) {
  const alice = this.scene(Scene).existing('Alice')
  const fresh = new Set(alice.sent.slice(alice.before))
  const clocks = (wanted: boolean) =>
    descriptions(this)
      .filter(({ published }) => fresh.has(published) === wanted)
      .map(({ read }) => read.clock)
  const view = { before: clocks(false), after: clocks(true) }
  const show = () => `${view.before.join(', ')} before the change, ${view.after.join(', ')} after`
  this.expect('clocks of the descriptions', alice.saw(view), show).meets(
    'one after the change, with a clock above those before',
    ({ before, after }) =>
      after.length > 0 && after.every((clock) => before.every((earlier) => clock > earlier)),
  )
})

Then('Alice has sent the same description again at a fixed interval', function (this: World) {
  const all = descriptions(this)
  const last = all.at(-1)
  const same = all.filter(
    ({ payload }) => last !== undefined && Buffer.from(payload).equals(last.payload),
  )
  const gaps = same.slice(1).map(({ published }, i) => published.at - (same[i]?.published.at ?? 0))
  this.expect(
    'milliseconds between equal descriptions',
    this.scene(Scene).existing('Alice').saw(gaps),
  ).meets('two or more, all equal', (got) => got.length > 1 && new Set(got).size === 1)
})

Then(
  'the archive clock of the last description is the clock of the last announcement',
  function (this: World) {
    const scene = this.scene(Scene)
    const announced = new Shelf(scene, scene.existing('Alice'), scene.community()).announcements()
    const clocks = {
      description: descriptions(this).at(-1)?.read.archive_clock,
      announcement: announced.at(-1)?.clock,
    }
    this.expect(
      'archive_clock and the clock of the announcement',
      scene.existing('Alice').saw(clocks),
      () => `${clocks.description} and ${clocks.announcement}`,
    ).meets(
      'the same',
      (got) => got.announcement !== undefined && got.description === got.announcement,
    )
  },
)

function clocksOf(world: World, name: RecordName): bigint[] {
  const scene = world.scene(Scene)
  return ofType(scene, scene.existing('Alice'), name).flatMap(({ record }) => {
    const read = record && attempt(() => chatMessage.decode(record.payload))
    return read ? [read.clock] : []
  })
}

Then('the clocks of every CHAT_MESSAGE grow', function (this: World) {
  const clocks = clocksOf(this, 'CHAT_MESSAGE')
  this.expect('clocks', this.scene(Scene).existing('Alice').saw(clocks), () =>
    clocks.join(', '),
  ).meets(
    'each above the one before',
    (all) => all.length > 2 && all.every((clock, i) => i === 0 || clock > (all[i - 1] ?? clock)),
  )
})

Then('the clock of the last CHAT_MESSAGE is above all before', function (this: World) {
  const scene = this.scene(Scene)
  const heard = scene.said.map(({ clock }) => clock)
  const last = clocksOf(this, 'CHAT_MESSAGE').at(-1)
  this.expect('the clock', scene.existing('Alice').saw(last), String).meets(
    `above ${heard.join(', ')}`,
    (clock) => clock !== undefined && heard.every((one) => clock > one),
  )
})

Given('Bob knows the community of the control node', async function (this: World) {
  this.scene(ControlNode)
  await this.scene(Member).join('first')
})

When(
  /^Bob (asks to join|asks to join and takes it back|leaves)$/,
  async function (this: World, what: string) {
    const scene = this.scene(Scene)
    const params = { communityId: scene.community().id }
    if (what === 'leaves') await this.act('Bob', 'archives.leave', params)
    else await this.act('Bob', 'archives.requestToJoin', params)
    if (what.endsWith('back')) await this.act('Bob', 'archives.cancelRequest', params)
    await scene.existing('Bob').collect()
  },
)
