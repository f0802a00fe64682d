import { type DataTable, Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { whichOf } from './community.ts'
import { ControlNode } from './control-node.ts'
import { Locals, seed } from './locals.ts'
import { timepoint } from './parameters.ts'
import { Scene } from './scene.ts'
import { messages } from './shown-messages.ts'

/* What Bob has in his database before archives come. */

Given('Bob has the local messages', async function (this: World, table: DataTable) {
  for (const { text = '', of = '', channel, community } of table.hashes())
    await seed(this, text, timepoint(of), {
      which: whichOf(community),
      channel: Number(channel || 1),
    })
})

Given('Bob received the messages of week {int} live', async function (this: World, number: number) {
  const { said } = this.scene(ControlNode).week(number)
  for (const { pubsubTopic, wire } of said)
    await this.scene(Scene).existing('Bob').receive(pubsubTopic, wire)
  this.scene(Locals).live = said
})

Given("Bob's local copies of them were changed", async function (this: World) {
  const { live } = this.scene(Locals)
  const { value } = await messages(this, 'Bob')
  const copies = value.filter(({ text }) => live.some((one) => one.text === text))
  if (copies.length < live.length)
    this.fail({
      kind: 'not-measured',
      subject: 'live messages',
      wanted: 'shown',
      got: 'not shown',
    })
  const changed = copies.map(({ messageId, chatId, at, author }) => {
    return { messageId, chatId, at, author, text: `changed ${this.dice.hex(3)}` }
  })
  const communityId = this.scene(Scene).community().id
  await this.act('Bob', 'archives.seedMessages', { communityId, messages: changed })
})
