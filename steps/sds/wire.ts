import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { split } from './rewriting.ts'

/* What a message says, read in its bytes. */

Then('{message} has lamport {lamport}', function (this: World, label: string, wanted: bigint) {
  const { message } = this.scene(Channel).messages.get(label)
  const got = message.map(({ lamportTimestamp }) => lamportTimestamp)
  this.expect(`the lamport_timestamp of "${label}"`, got).equals(wanted)
})

Then(
  'the causal history of {message} is {messages}',
  function (this: World, label: string, wanted: string[]) {
    const { messages } = this.scene(Channel)
    const got = messages
      .get(label)
      .message.map(({ causalHistory }) =>
        causalHistory.map(({ messageId }) => messages.labelOf(messageId)),
      )
    this.expect(`the causal_history of "${label}"`, got).equals(wanted)
  },
)

Then(
  /^the hints in the causal history of "([^"]+)" are ([0-9a-f]+|none)(?: and ([0-9a-f]+))?$/,
  function (this: World, label: string, first: string, second: string | null) {
    const { message } = this.scene(Channel).messages.get(label)
    const got = message.map(({ causalHistory }) =>
      causalHistory.map(({ retrievalHint }) =>
        retrievalHint === undefined ? 'none' : Buffer.from(retrievalHint).toString('hex'),
      ),
    )
    const wanted = second === null ? [first] : [first, second]
    this.expect(`the retrieval hints of "${label}"`, got).equals(wanted)
  },
)

Then('{message} comes from {participant}', function (this: World, label: string, name: string) {
  const channel = this.scene(Channel)
  const got = channel.messages.get(label).message.map(({ senderId }) => senderId)
  this.expect(`the sender_id of "${label}"`, got).equals(channel.participantId(name))
})

Then(
  '{message} belongs to the channel of {participant}',
  function (this: World, label: string, name: string) {
    const channel = this.scene(Channel)
    const got = channel.messages.get(label).message.map(({ channelId }) => channelId)
    this.expect(`the channel_id of "${label}"`, got).equals(channel.id(name))
  },
)

Then('the channel id of {message} is {int}', function (this: World, label: string, id: number) {
  const { message } = this.scene(Channel).messages.get(label)
  this.expect(
    `the channel_id of "${label}"`,
    message.map(({ channelId }) => channelId),
  ).equals(String(id))
})

Then('{message} has the content it was sent with', function (this: World, label: string) {
  const { message, content } = this.scene(Channel).messages.get(label)
  if (content === undefined) throw new Error(`"${label}" was not sent with content`)
  const got = message.map(({ content }) => content && Buffer.from(content).toString('hex'))
  this.expect(`the content of "${label}"`, got).equals(content)
})

Then('{message} has no content', function (this: World, label: string) {
  const { message } = this.scene(Channel).messages.get(label)
  const got = message.map(({ content = [] }) => Buffer.from(content).toString('hex'))
  this.expect(`the content of "${label}"`, got).avoids('none', (hex) => hex === '')
})

Then('{message} has a timestamp and a bloom filter', function (this: World, label: string) {
  const { message } = this.scene(Channel).messages.get(label)
  const got = message.map(({ lamportTimestamp, bloomFilter }) => ({
    lamport_timestamp: lamportTimestamp !== undefined,
    bloom_filter: bloomFilter !== undefined,
  }))
  const wanted = { lamport_timestamp: true, bloom_filter: true }
  this.expect(`the fields set in "${label}"`, got).equals(wanted)
})

Then(
  /^the fields of "([^"]+)" are ([\d, and]+)$/,
  function (this: World, label: string, list: string) {
    const { wire } = this.scene(Channel).messages.get(label)
    const got = wire.map((hex) =>
      split(Buffer.from(hex, 'hex'))
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    )
    this.expect(`the field numbers of "${label}"`, got).equals(list.split(/, | and /).map(Number))
  },
)

/** Wire types of protobuf by the words of the features. */
const WIRE_TYPES = { 'a varint': 0, 'length-delimited': 2 } as const

Then(
  /^field (\d+) of "([^"]+)" is (a varint|length-delimited)(?:, (\d+) times)?$/,
  function (this: World, field: string, label: string, words: string, times: string | null) {
    const { wire } = this.scene(Channel).messages.get(label)
    const wireType = WIRE_TYPES[words as keyof typeof WIRE_TYPES]
    const got = wire.map((hex) =>
      split(Buffer.from(hex, 'hex'))
        .filter(({ number }) => number === Number(field))
        .map((found) => found.wireType),
    )
    const wanted = Array.from({ length: Number(times ?? 1) }, () => wireType as number)
    this.expect(`the wire types of field ${field} in "${label}"`, got).equals(wanted)
  },
)

Then(
  'the message id of {message} is the one that {participant} was told',
  function (this: World, label: string, _name: string) {
    const { message, told } = this.scene(Channel).messages.get(label)
    if (!told) throw new Error(`"${label}" was not sent by a participant`)
    const got = message.map(({ messageId }) => messageId)
    this.expect(`the message_id of "${label}"`, got, String).equals(told)
  },
)

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

Then('{message} has the bloom filter of {message}', function (this: World, a: string, b: string) {
  const { got, other } = filters(this, a, b)
  this.expect(`the bloom_filter of "${a}"`, got).isStill(other)
})

Then(
  '{message} has another bloom filter than {message}',
  function (this: World, a: string, b: string) {
    const { got, other } = filters(this, a, b)
    this.expect(`the bloom_filter of "${a}"`, got).meets(
      `another than ${other.value}`,
      (hex) => hex !== other.value,
    )
  },
)

function filters(world: World, a: string, b: string) {
  const [got, other] = [a, b].map((label) =>
    world
      .scene(Channel)
      .messages.get(label)
      .message.map(({ bloomFilter }) => bloomFilter && Buffer.from(bloomFilter).toString('hex')),
  )
  if (!got || !other) throw new Error('two messages are compared')
  return { got, other }
}
