import { Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import type { Which } from './community.ts'
import type { NodeName } from './parameters.ts'
import { Scene } from './scene.ts'
import { speak } from './speech.ts'

/* The control node under test: its communities, its comings and goings, the time. */

/** Lets Alice create a community with channels; somebody says welcome, so that every reading of A-03 begins there. */
export async function create(scene: Scene, which: Which, channels: number): Promise<void> {
  const { world } = scene
  const alice = await scene.client('Alice')
  const community = scene.found(which, true)
  const privateKey = Buffer.from(community.owner.privateKey).toString('hex')
  const name = `community ${world.dice.hex(3)}`
  const made = await world.act('Alice', 'archives.createCommunity', { privateKey, name })
  // No comparison: it would count as an observation of every scenario.
  if (made.value.communityId !== community.id)
    world.fail({
      kind: 'deviation',
      subject: "the id of Alice's community",
      wanted: community.id,
      got: made.value.communityId,
      call: made.call,
    })
  for (let i = 1; i <= channels; i += 1) await createChannel(scene, which)
  const view = await world.act('Alice', 'archives.community', { communityId: community.id })
  community.specialTopic = view.value.specialTopic
  await alice.collect()
  await scene.publish(speak(scene, { text: 'welcome', at: scene.start, which }))
}

async function createChannel(scene: Scene, which: Which): Promise<void> {
  const { id, channels } = scene.community(which)
  const params = { communityId: id, name: `channel ${channels.length + 1}` }
  const { value } = await scene.world.act('Alice', 'archives.createChannel', params)
  channels.push(value.chatId)
}

Given('Alice runs a community with {int} channels', async function (this: World, count: number) {
  await create(this.scene(Scene), 'first', count)
})

Given('Alice runs another community', async function (this: World) {
  await create(this.scene(Scene), 'second', 1)
})

When('Alice creates another channel', async function (this: World) {
  const scene = this.scene(Scene)
  await createChannel(scene, 'first')
  await scene.existing('Alice').collect()
})

When('Alice renames the community', async function (this: World) {
  const scene = this.scene(Scene)
  const name = `renamed ${this.dice.hex(3)}`
  await this.act('Alice', 'archives.rename', { communityId: scene.community().id, name })
  await scene.existing('Alice').collect()
})

When(/^Alice switches archives (on|off)$/, async function (this: World, state: string) {
  const communityId = this.scene(Scene).community().id
  await this.act('Alice', 'archives.setArchiving', { communityId, enabled: state === 'on' })
})

When('time passes until {timepoint}', async function (this: World, moment: bigint) {
  const scene = this.scene(Scene)
  await scene.passUntil(scene.at(moment))
})

When('{span} pass/passes', async function (this: World, span: number) {
  const scene = this.scene(Scene)
  await scene.passUntil(BigInt(this.now + span) * 1_000_000n)
})

Given(
  "{node}'s node stopped at {timepoint}",
  async function (this: World, name: NodeName, moment: bigint) {
    const scene = this.scene(Scene)
    await scene.passUntil(scene.at(moment))
    await scene.existing(name).stop()
  },
)

When(
  "{node}'s node starts at {timepoint}",
  async function (this: World, name: NodeName, moment: bigint) {
    const scene = this.scene(Scene)
    await scene.moveTo(scene.at(moment))
    await scene.existing(name).start()
  },
)

When("{node}'s node is restarted", async function (this: World, name: NodeName) {
  const client = this.scene(Scene).existing(name)
  await client.stop()
  await client.start()
})

Given('the store node is down until {timepoint}', async function (this: World, moment: bigint) {
  const scene = this.scene(Scene)
  scene.store.down = true
  await scene.plan(scene.at(moment), async () => {
    scene.store.down = false
  })
})
