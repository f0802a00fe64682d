import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { Member } from './member.ts'
import type { NodeName } from './parameters.ts'
import { Scene } from './scene.ts'

/* Bob becomes a member, leaves, and has messages of his own. */

/** Where Alice runs the community Bob joins hers, else that of the suite's control node. */
async function join(world: World): Promise<void> {
  if (!world.scene(Scene).has('first')) world.scene(ControlNode)
  await world.scene(Member).join('first')
}

Given('Bob is a member of the community', async function (this: World) {
  await join(this)
})

When('Bob joins the community', async function (this: World) {
  await join(this)
})

Given('Bob is a member of another community', async function (this: World) {
  this.scene(OtherControlNode)
  await this.scene(Member).join('second')
})

Given('Bob is a member of another community with archives', async function (this: World) {
  const other = this.scene(OtherControlNode)
  await this.scene(Member).join('second')
  await other.makeAll([1])
})

Given('Bob left the community', async function (this: World) {
  const { id } = this.scene(Scene).community()
  await this.act('Bob', 'archives.leave', { communityId: id })
})

Given('Bob wants all archives', async function (this: World) {
  await choose(this, { option: 'all' })
})

Given('Bob wants the latest archive', async function (this: World) {
  await choose(this, { option: 'latest' })
})

Given(
  'Bob wants the archives of {timepoint} to {timepoint}',
  async function (this: World, from: bigint, to: bigint) {
    await range(this, from, to)
  },
)

async function range(world: World, from: bigint, to: bigint): Promise<void> {
  const scene = world.scene(Scene)
  await choose(world, { option: 'range', from: `${scene.at(from)}`, to: `${scene.at(to)}` })
}

type Choice =
  | { option: 'all' }
  | { option: 'latest' }
  | { option: 'range'; from: string; to: string }

async function choose(world: World, choice: Choice): Promise<void> {
  const communityId = world.scene(Scene).community().id
  const answer = await world.attempt('Bob', 'archives.setDownload', { communityId, choice })
  if (answer.value.kind === 'rejected')
    world.fail({
      kind: 'not-measured',
      subject: `the download option ${choice.option}`,
      wanted: 'offered',
      got: 'not offered by this client (A-17)',
    })
}

Then(
  /^(Alice|Bob)'s node is (not )?the control node$/,
  async function (this: World, name: NodeName, not: string | null) {
    const communityId = this.scene(Scene).community().id
    const view = await this.act(name, 'archives.community', { communityId })
    this.expect(
      `whether ${name}'s node is the control node`,
      view.map(({ controlNode }) => controlNode),
    ).equals(not === null)
  },
)
