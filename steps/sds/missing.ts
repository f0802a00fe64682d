import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

/* What a participant lacks, as the incoming sweep tells it. */

Then('{participant} misses {messages}', function (this: World, name: string, wanted: string[]) {
  const channel = this.scene(Channel)
  const got = channel
    .participant(name)
    .missing.map((all) =>
      all.map(({ messageId }) => channel.messages.labelOf(messageId)).toSorted(),
    )
  this.expect(`what ${name} misses`, got).equals(wanted.toSorted())
})

Then(
  '{participant} misses {message} with the hint {word}',
  function (this: World, name: string, label: string, hint: string) {
    const channel = this.scene(Channel)
    const id = channel.messages.id(label)
    const got = channel
      .participant(name)
      .missing.map((all) => all.find(({ messageId }) => messageId === id)?.retrievalHint)
    this.expect(`the hint of "${label}", which ${name} misses`, got).equals(hint)
  },
)

Then(
  '{participant} has lost at most {messages}',
  function (this: World, name: string, allowed: string[]) {
    const { messages } = this.scene(Channel)
    const { lost } = this.scene(Channel).participant(name)
    const got = lost.map((ids) => ids.map((id) => messages.labelOf(id)))
    const most = allowed.length === 0 ? 'nothing' : allowed.join(', ')
    this.expect(`what ${name} has lost`, got).avoids(`at most ${most}`, (labels) =>
      labels.every((label) => allowed.includes(label)),
    )
  },
)
