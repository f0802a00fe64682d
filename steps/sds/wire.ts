import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

/* What a message says, read in its bytes. */

Then('{message} has lamport {lamport}', function (this: World, label: string, wanted: bigint) {
  const { message } = this.scene(Channel).messages.get(label)
  const got = message.map(({ lamportTimestamp }) => lamportTimestamp)
  this.expect(`the lamport_timestamp of "${label}"`, got).equals(wanted)
})

Then(
  'the causal history of {message} is {messages}',
  function (this: World, label: string, wanted: string[]) {
    this.expect(`the causal_history of "${label}"`, history(this, label)).equals(wanted)
  },
)

Then('{message} comes from {participant}', function (this: World, label: string, name: string) {
  const channel = this.scene(Channel)
  const got = channel.messages.get(label).message.map(({ senderId }) => senderId)
  this.expect(`the sender_id of "${label}"`, got).equals(channel.participantId(name))
})

Then('the message ids of {messages} differ', function (this: World, labels: string[]) {
  const { messages } = this.scene(Channel)
  const ids = labels.map((label) => messages.get(label).message)
  const last = ids.at(-1)
  if (!last) throw new Error('expected messages to compare')
  const got = last.map(() => ({
    different: new Set(ids.map(({ value }) => value.messageId)).size,
    empty: ids.some(({ value }) => value.messageId === ''),
  }))
  this.expect('the message ids', got).equals({ different: labels.length, empty: false })
})

/** The labels in a message's causal history, in its order. */
export function history(world: World, label: string): Observed<string[]> {
  const { messages } = world.scene(Channel)
  return messages
    .get(label)
    .message.map(({ causalHistory }) =>
      causalHistory.map(({ messageId }) => messages.labelOf(messageId)),
    )
}
