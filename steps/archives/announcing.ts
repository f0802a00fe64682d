import { type DataTable, Given, When } from '@cucumber/cucumber'
import { wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { indexFile } from './craft-archive.ts'
import { nanoseconds } from './moment.ts'
import { controlShard } from './scene.ts'

/* What the suite's control node announces. */

/** Puts the index into Codex and delivers its announcement, once the last week it lists is over. */
export async function announce(control: ControlNode): Promise<void> {
  await control.settle()
  await control.deliver(control.announce(await control.index()))
}

/** What an announcement can name, in the words of the features. */
const named: Readonly<Record<string, (control: ControlNode) => string | Promise<string>>> = {
  'its index': (control) => control.index(),
  'an older index': older,
  'an empty CID': () => '',
  'a magnet link': () => 'magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a',
  'a file that is no index': garbage,
  async 'a CID that nobody has'(control) {
    const cid = await garbage(control)
    await control.scene.codex.node('control node of the first community').delete(cid)
    return cid
  },
}

/** The CID of an index that lacks the newest archives, one more with every call. */
async function older(control: ControlNode): Promise<string> {
  const lacking = control.older.length + 1
  const cid = await control.store(indexFile(control.entries().slice(0, -lacking)))
  control.older.push(cid)
  return cid
}

function garbage(control: ControlNode): Promise<string> {
  return control.store(Buffer.alloc(300, 0xff))
}

function cidOf(control: ControlNode, what: string): string | Promise<string> {
  const make = named[what]
  if (!make) throw new Error(`expected one of ${Object.keys(named).join(', ')}, got ${what}`)
  return make(control)
}

When('the control node announces its index', async function (this: World) {
  await announce(this.scene(ControlNode))
})

When('the control node announces {string}', async function (this: World, what: string) {
  if (what !== 'the index of another community') return announceAs(this, what)
  const other = this.scene(OtherControlNode)
  await other.makeAll([1])
  return announce(other)
})

When(
  'the control node announces {string} with clock {uint64}',
  async function (this: World, what: string, clock: bigint) {
    await announceAs(this, what, clock)
  },
)

async function announceAs(world: World, what: string, clock?: bigint): Promise<void> {
  const control = world.scene(ControlNode)
  await control.settle()
  await control.deliver(control.announce(await cidOf(control, what), clock))
}

When(
  'the control node announces its index {int} times in {span}',
  async function (this: World, times: number, span: number) {
    const control = this.scene(ControlNode)
    await control.settle()
    const cid = await control.index()
    const start = this.now
    for (let i = 0; i < times; i += 1) {
      await control.scene.passUntil(nanoseconds(start + Math.floor((span * i) / times)))
      await control.deliver(control.announce(cid))
    }
  },
)

// Minute after minute, in the order of the rows.
Given(
  'the store node has announcements of {int} days ago',
  async function (this: World, days: number, table: DataTable) {
    const control = this.scene(ControlNode)
    const { scene } = control
    await control.settle()
    const first = this.now
    await scene.moveTo(nanoseconds(first + days * 86_400_000))
    for (const [i, { index = '', clock }] of table.hashes().entries()) {
      const cid = await cidOf(control, index)
      const message = control.announce(cid, clock === undefined ? undefined : BigInt(clock))
      const timestamp = nanoseconds(first + i * 60_000)
      scene.store.put(controlShard, wakuMessage.encode({ ...message, timestamp }))
    }
  },
)
