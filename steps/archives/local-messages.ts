import { Given, Then } from '@cucumber/cucumber'
import type { ShownChatMessage } from '../../adapters/contract/archives.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { milliseconds } from './moment.ts'
import type { NodeName, Which } from './parameters.ts'
import type { Said } from './said.ts'
import { Scene } from './scene.ts'

/* The messages in the local database of a node, as its user sees them. */

/** What Bob had before archives came; the texts are those of the scenario. */
class Locals {
  readonly texts = new Set<string>()
  /** The message that he received live. */
  live?: Said
}

export async function messages(world: World, name: NodeName, which: Which = 'first') {
  const communityId = world.scene(Scene).community(which).id
  const shown = await world.act(name, 'archives.messages', { communityId })
  return shown.map((answer) => answer.messages)
}

const textsOf = (shown: Observed<ShownChatMessage[]>) =>
  shown.map((all) => all.map(({ text }) => text))
const words = (texts: unknown) =>
  (texts as string[]).map((text) => `"${text}"`).join(', ') || 'none'

export async function seed(
  world: World,
  text: string,
  offset: bigint,
  { which = 'first', channel = 1 }: { which?: Which; channel?: number } = {},
): Promise<void> {
  const scene = world.scene(Scene)
  const { id, channels } = scene.community(which)
  world.scene(Locals).texts.add(text)
  const row = {
    messageId: `0x${world.dice.hex(32)}`,
    chatId: channels[channel - 1] ?? '',
    at: milliseconds(scene.at(offset)),
    author: scene.people.get('Carol').publicKey,
    text,
  }
  await world.act('Bob', 'archives.seedMessages', { communityId: id, messages: [row] })
}

Given(
  'Bob has the local message {string} of {timepoint}{where}',
  async function (this: World, text: string, offset: bigint, which: Which) {
    await seed(this, text, offset, { which })
  },
)

Given(
  'Bob has the local message {string} of {timepoint} in channel {int}',
  async function (this: World, text: string, offset: bigint, channel: number) {
    await seed(this, text, offset, { channel })
  },
)

Given('Bob received a message of week {int} live', async function (this: World, number: number) {
  const [first] = this.scene(ControlNode).week(number).said
  if (!first) throw new Error(`week ${number} has no message`)
  await this.scene(Scene).existing('Bob').receive(first.pubsubTopic, first.wire)
  this.scene(Locals).live = first
})

Given('Bob received the messages of week {int} live', async function (this: World, number: number) {
  for (const { pubsubTopic, wire } of this.scene(ControlNode).week(number).said)
    await this.scene(Scene).existing('Bob').receive(pubsubTopic, wire)
})

Given("Bob's local copy of it was changed", async function (this: World) {
  const { live } = this.scene(Locals)
  const { value } = await messages(this, 'Bob')
  const copy = value.find(({ text }) => text === live?.text)
  if (!copy)
    this.fail({
      kind: 'not-measured',
      subject: 'a live message',
      wanted: 'shown',
      got: 'not shown',
    })
  const { messageId, chatId, at, author } = copy
  const row = { messageId, chatId, at, author, text: `changed ${this.dice.hex(3)}` }
  const communityId = this.scene(Scene).community().id
  await this.act('Bob', 'archives.seedMessages', { communityId, messages: [row] })
})

/** Bob's messages, without those he had before, are exactly these. */
async function exactly(world: World, wanted: readonly Said[]): Promise<void> {
  const { texts } = world.scene(Locals)
  const shown = textsOf(await messages(world, 'Bob'))
  const got = shown.map((all) => all.filter((text) => !texts.has(text)).toSorted())
  world.expect("Bob's messages", got, words).equals(wanted.map(({ text }) => text).toSorted())
}

Then('Bob has the messages of {weeks}', async function (this: World, numbers: number[]) {
  await exactly(this, this.scene(ControlNode).said(numbers))
})

Then('Bob has the messages of {weeks} at least', async function (this: World, numbers: number[]) {
  const wanted = this.scene(ControlNode).said(numbers)
  this.expect("Bob's messages", textsOf(await messages(this, 'Bob')), words).meets(
    words(wanted.map(({ text }) => text)),
    (texts) => wanted.every(({ text }) => texts.includes(text)),
  )
})

Then('Bob has the genuine messages of the archive and not the other', async function (this: World) {
  await exactly(this, this.scene(ControlNode).said([1]))
})

Then(
  'Bob has the messages of {weeks} as they were sent',
  async function (this: World, numbers: number[]) {
    const wanted = this.scene(ControlNode).said(numbers).map(asShown)
    const got = (await messages(this, 'Bob')).map((all) =>
      all.map(({ messageId: _, ...rest }) => rest).toSorted(byText),
    )
    this.expect("Bob's messages", got).equals(wanted.toSorted(byText))
  },
)

function asShown({ chatId, message, clock, author, text }: Said) {
  return { chatId, at: milliseconds(message.timestamp ?? 0n), clock: String(clock), author, text }
}

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1)

Then(
  '{node} has the message {string}{where}',
  async function (this: World, name: NodeName, text: string, which: Which) {
    this.expect(`${name}'s messages`, textsOf(await messages(this, name, which)), words).meets(
      `"${text}" among them`,
      (texts) => texts.includes(text),
    )
  },
)

Then('Bob has no message {string}', async function (this: World, text: string) {
  this.expect("Bob's messages", textsOf(await messages(this, 'Bob')), words).avoids(
    `"${text}" not among them`,
    (texts) => !texts.includes(text),
  )
})

Then('Bob has no message', async function (this: World) {
  this.expect("Bob's messages", textsOf(await messages(this, 'Bob')), words).equals([])
})

Then(
  '{node} keeps the Waku message {string}',
  async function (this: World, name: NodeName, text: string) {
    this.expect('Waku messages kept', await keptTexts(this, name), words).meets(
      `"${text}" among them`,
      (texts) => texts.includes(text),
    )
  },
)

Then('Alice does not keep the Waku message {string}', async function (this: World, text: string) {
  this.expect('Waku messages kept', await keptTexts(this, 'Alice'), words).avoids(
    `"${text}" not among them`,
    (texts) => !texts.includes(text),
  )
})

Then('Bob keeps no Waku message', async function (this: World) {
  this.expect('Waku messages kept', await keptTexts(this, 'Bob'), words).equals([])
})

/** The Waku messages that a node keeps, by what was said in them. */
async function keptTexts(world: World, name: NodeName) {
  const scene = world.scene(Scene)
  const communityId = scene.community().id
  const kept = await world.act(name, 'archives.wakuMessages', { communityId })
  const byWire = new Map(
    scene.said.map(({ wire, text }) => [Buffer.from(wire).toString('hex'), text]),
  )
  return kept.map((answer) => answer.messages.map((wire) => byWire.get(wire) ?? 'unknown'))
}
