import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import type { NodeName } from './parameters.ts'
import { Scene } from './scene.ts'
import { Shelf } from './shelf.ts'
import { messages, quoted } from './shown-messages.ts'

/* What a node shows its user of the community. */

/** What can be looked at, and the check of it against the other cell of the row. */
const views: Readonly<
  Record<string, (world: World, name: NodeName, wanted: string) => Promise<void>>
> = {
  async role(world, name, wanted) {
    known(wanted, 'control node', 'member')
    const view = await community(world, name)
    world
      .expect(
        `the role of ${name}'s node`,
        view.map(({ controlNode }): string => (controlNode ? 'control node' : 'member')),
      )
      .equals(wanted)
  },
  async community(world, name, wanted) {
    const view = await community(world, name)
    world
      .expect(
        'the name of the community',
        view.map((seen) => seen.name),
      )
      .equals(wanted)
  },
  async channels(world, name, wanted) {
    known(wanted, 'those of users')
    const { channels } = world.scene(Scene).community()
    const view = await community(world, name)
    world
      .expect(
        'channels that users see',
        view.map(({ chatIds }) => chatIds.toSorted()),
      )
      .equals(channels.toSorted())
  },
  async messages(world, name, wanted) {
    known(wanted, 'none', 'those of users and no announcement')
    const shown = await messages(world, name)
    const texts = world.expect(
      `${name}'s messages`,
      shown.map((all) => all.map(({ text }) => text)),
      quoted,
    )
    if (wanted === 'none') return texts.equals([])
    const cids = announced(world, name)
    texts.meets(
      wanted,
      (all) =>
        cids.length > 0 &&
        all.includes('hello') &&
        all.every((text) => !cids.some((cid) => cid !== undefined && text.includes(cid))),
    )
  },
  async "Carol's request"(world, name, wanted) {
    known(wanted, 'still waiting', 'not any more')
    const { id } = world.scene(Scene).community()
    const pending = await world.act(name, 'archives.requests', { communityId: id })
    const carol = world.scene(Scene).people.get('Carol').publicKey
    const waiting = pending.map(({ requests }) => requests.some(({ member }) => member === carol))
    const check = world.expect("whether Carol's request waits", waiting)
    if (wanted === 'still waiting') check.equals(true)
    else check.avoids('false', (got) => !got)
  },
}

function known(wanted: string, ...words: readonly string[]): void {
  if (!words.includes(wanted)) throw new Error(`expected ${words.join(' or ')}, got ${wanted}`)
}

function community(world: World, name: NodeName) {
  const { id } = world.scene(Scene).community()
  return world.act(name, 'archives.community', { communityId: id })
}

function announced(world: World, name: NodeName) {
  const scene = world.scene(Scene)
  const shelf = new Shelf(scene, scene.existing(name), scene.community())
  return shelf.announcements().map(({ cid }) => cid)
}

Then('{node} shows', async function (this: World, name: NodeName, table: DataTable) {
  for (const [what = '', wanted = ''] of table.raw()) {
    const check = views[what]
    if (!check) throw new Error(`expected one of ${Object.keys(views).join(', ')}, got ${what}`)
    await check(this, name, wanted)
  }
})
