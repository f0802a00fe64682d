import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

/* What the application of a participant got to see. */

Then('{participant} delivered {messages}', function (this: World, name: string, wanted: string[]) {
  const { messages } = this.scene(Channel)
  const shown = wanted.map((label) => messages.shown(label))
  this.expect(`${name}'s deliveries`, delivered(this, name)).equals(shown)
})

Then(
  '{participant} delivered {messages} with its content',
  function (this: World, name: string, wanted: string[]) {
    const { messages } = this.scene(Channel)
    this.expect(`${name}'s deliveries`, delivered(this, name)).equals(wanted)
    for (const label of wanted) {
      const { message, content } = messages.get(label)
      const got = this.scene(Channel).participant(name).contentOf(message.value.messageId)
      const wanted = content ?? Buffer.from(message.value.content ?? []).toString('hex')
      this.expect(`the content delivered with "${label}"`, got).equals(wanted)
    }
  },
)

Then('{participant} delivered {int} messages', function (this: World, name: string, count: number) {
  const got = delivered(this, name).map(({ length }) => length)
  this.expect(`the number of ${name}'s deliveries`, got, String).equals(count)
})

/** Labels in the order of their delivery. */
export function delivered(world: World, name: string): Observed<string[]> {
  const channel = world.scene(Channel)
  const { delivered } = channel.participant(name)
  return delivered.map((ids) => ids.map((id) => channel.messages.labelOf(id)))
}
