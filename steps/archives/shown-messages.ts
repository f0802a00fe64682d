import { Then } from '@cucumber/cucumber'
import type { ShownChatMessage } from '../../adapters/contract/archives.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import type { Which } from './community.ts'
import { ControlNode } from './control-node.ts'
import { Locals } from './locals.ts'
import { milliseconds } from './moment.ts'
import type { NodeName } from './parameters.ts'
import type { Said } from './said.ts'
import { Scene } from './scene.ts'

/* The messages in the local database of a node, as its user sees them. */

export async function messages(world: World, name: NodeName, which: Which = 'first') {
  const communityId = world.scene(Scene).community(which).id
  const shown = await world.act(name, 'archives.messages', { communityId })
  return shown.map((answer) => answer.messages)
}

const textsOf = (shown: Observed<ShownChatMessage[]>) =>
  shown.map((all) => all.map(({ text }) => text))

/** Texts for a failure. */
export const quoted = (texts: unknown) =>
  (texts as string[]).map((text) => `"${text}"`).join(', ') || 'none'

// Without those that the scenario gave him.
Then('Bob has the messages of {weeks}', async function (this: World, numbers: number[]) {
  const { texts } = this.scene(Locals)
  const wanted = this.scene(ControlNode).said(numbers)
  const shown = textsOf(await messages(this, 'Bob'))
  const got = shown.map((all) => all.filter((text) => !texts.has(text)).toSorted())
  this.expect("Bob's messages", got, quoted).equals(wanted.map(({ text }) => text).toSorted())
})

Then('Bob has the messages of {weeks} at least', async function (this: World, numbers: number[]) {
  const wanted = this.scene(ControlNode).said(numbers)
  this.expect("Bob's messages", textsOf(await messages(this, 'Bob')), quoted).meets(
    quoted(wanted.map(({ text }) => text)),
    (texts) => wanted.every(({ text }) => texts.includes(text)),
  )
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

// A message that the scenario put into the other community is looked for there.
Then('{node} has the message {string}', async function (this: World, name: NodeName, text: string) {
  const which = this.scene(Locals).texts.get(text)
  this.expect(`${name}'s messages`, textsOf(await messages(this, name, which)), quoted).meets(
    `"${text}" among them`,
    (texts) => texts.includes(text),
  )
})

Then('Bob has no message {string}', async function (this: World, text: string) {
  this.expect("Bob's messages", textsOf(await messages(this, 'Bob')), quoted).avoids(
    `"${text}" not among them`,
    (texts) => !texts.includes(text),
  )
})
