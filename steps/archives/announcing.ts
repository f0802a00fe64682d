import { Given, When } from '@cucumber/cucumber'
import { wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { chat } from './craft.ts'
import { differently, indexFile } from './craft-archive.ts'
import { Member } from './member.ts'
import { nanoseconds } from './moment.ts'
import { contentShard, controlShard } from './scene.ts'

/* What comes on the special channel. */

/** Puts the index into Codex and delivers its announcement, once the last week it lists is over. */
export async function announce(control: ControlNode, clock?: bigint): Promise<void> {
  await control.settle()
  await control.deliver(control.announce(await control.index(), clock))
}

/** The same with an index that lists one archive less. */
async function announceOlder(control: ControlNode, clock?: bigint): Promise<void> {
  await control.settle()
  await control.deliver(control.announce(await older(control), clock))
}

/** The CID of an index that lacks the newest archives. */
async function older(control: ControlNode, lacking = 1): Promise<string> {
  const cid = await control.store(indexFile(control.entries().slice(0, -lacking)))
  control.older.push(cid)
  return cid
}

When('the control node announces its index', async function (this: World) {
  await announce(this.scene(ControlNode))
})

When(
  'the control node announces its index with clock {uint64}',
  async function (this: World, clock: bigint) {
    await announce(this.scene(ControlNode), clock)
  },
)

When('the control node announces an older index', async function (this: World) {
  await announceOlder(this.scene(ControlNode))
})

When(
  'the control node announces an older index with clock {uint64}',
  async function (this: World, clock: bigint) {
    await announceOlder(this.scene(ControlNode), clock)
  },
)

When(
  'the control node announces its index {int} times, every {span}',
  async function (this: World, times: number, span: number) {
    const control = this.scene(ControlNode)
    for (let i = 0; i < times; i += 1) {
      if (i > 0) await control.scene.passUntil(nanoseconds(this.now + span))
      await announce(control)
    }
  },
)

When(
  'the control node announces its index {int} times within {span}',
  async function (this: World, times: number, span: number) {
    const control = this.scene(ControlNode)
    await announce(control)
    const cid = await control.index()
    const start = this.now
    const one = control.announce(cid)
    for (let i = 1; i < times; i += 1) {
      await control.scene.moveTo(nanoseconds(start + Math.floor((span * i) / times)))
      await control.deliver({ ...one, timestamp: nanoseconds(this.now) + BigInt(i) })
    }
  },
)

Given('Bob has imported the archive(s) of {weeks}', async function (this: World, _weeks: number[]) {
  await imported(this)
})

Given(
  'Bob has imported archives whose keys another encoder would not make',
  async function (this: World) {
    this.scene(ControlNode).spell = differently
    await imported(this)
  },
)

/** Announces the index, waits, and forgets what Bob asked Codex for until then. */
async function imported(world: World): Promise<void> {
  const control = world.scene(ControlNode)
  await announce(control)
  await control.scene.passUntil(nanoseconds(world.now + 60_000))
  world.scene(Member).since = control.scene.codex.journal.length
}

When("the other community's index is announced", async function (this: World) {
  await announce(this.scene(OtherControlNode))
})

When('the other control node announces its index', async function (this: World) {
  await announce(this.scene(ControlNode))
})

When(
  /^the control node announces "(an empty CID|a magnet link|a CID that nobody has|a file that is no index)"$/,
  async function (this: World, what: string) {
    const control = this.scene(ControlNode)
    await control.learnTopic()
    await control.deliver(control.announce(await cidOf(control, what)))
  },
)

async function cidOf(control: ControlNode, what: string): Promise<string> {
  if (what === 'an empty CID') return ''
  if (what === 'a magnet link')
    return 'magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a'
  const cid = await control.store(Buffer.alloc(300, 0xff))
  if (what === 'a CID that nobody has')
    await control.scene.codex.node('control node of the first community').delete(cid)
  return cid
}

When(
  /^the control node announces its index (on the topic of the channels|on a topic of nobody|without a Waku message around)$/,
  async function (this: World, where: string) {
    const control = this.scene(ControlNode)
    await control.learnTopic()
    const message = control.announce(await control.index())
    if (where.startsWith('without')) {
      await control.scene.existing('Bob').receive(controlShard, message.payload)
      return
    }
    const { universal } = control.community.topics
    const content_topic = where.includes('channels') ? universal : '/waku/1/0x00c0ffee/rfc26'
    await control.deliver({ ...message, content_topic })
  },
)

When('the control node says the CID of its index in a channel', async function (this: World) {
  const control = this.scene(ControlNode)
  const { community } = control
  await control.learnTopic()
  const at = nanoseconds(this.now)
  const said = chat(community.owner, community.channels[0] ?? '', await control.index(), at)
  const message = control.onSpecial(said)
  await control.deliver({ ...message, content_topic: community.topics.universal }, contentShard)
})

Given(
  'the store node has an announcement of {int} days ago',
  async function (this: World, days: number) {
    await stored(this.scene(ControlNode), days, [
      [await this.scene(ControlNode).index(), undefined],
    ])
  },
)

// By time the newest is the last one, by arrival too; by clock it is the one in the middle.
Given('the store node has announcements of three indices', async function (this: World) {
  const control = this.scene(ControlNode)
  await stored(control, 10, [
    [await older(control, 2), 2n],
    [await control.index(), 4n],
    [await older(control), 3n],
  ])
})

/** Announcements that only the store node has kept, a minute apart. */
async function stored(
  control: ControlNode,
  days: number,
  announced: readonly (readonly [cid: string, clock: bigint | undefined])[],
): Promise<void> {
  const { scene } = control
  await control.learnTopic()
  await scene.moveTo(control.weeks.at(-1)?.to ?? 0n)
  const first = scene.world.now
  await scene.moveTo(nanoseconds(first + days * 86_400_000))
  for (const [i, [cid, clock]] of announced.entries()) {
    const timestamp = nanoseconds(first + i * 60_000)
    scene.store.put(
      controlShard,
      wakuMessage.encode({ ...control.announce(cid, clock), timestamp }),
    )
  }
}
