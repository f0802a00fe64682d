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
  'the causal history of {message} has the hints {word} and {word}',
  function (this: World, label: string, first: string, second: string) {
    const { message } = this.scene(Channel).messages.get(label)
    const got = message.map(({ causalHistory }) =>
      causalHistory.map(({ retrievalHint }) => Buffer.from(retrievalHint ?? []).toString('hex')),
    )
    this.expect(`the retrieval hints of "${label}"`, got).equals([first, second])
  },
)

Then(
  'no entry in the causal history of {message} has an empty hint',
  function (this: World, label: string) {
    const { message } = this.scene(Channel).messages.get(label)
    const got = message.map(({ causalHistory }) =>
      causalHistory.map(({ retrievalHint }) => retrievalHint?.length),
    )
    this.expect(`the lengths of the hints in "${label}"`, got).meets(
      'an entry, and none of length 0',
      (lengths) => lengths.length > 0 && !lengths.includes(0),
    )
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
  '{message} has no timestamp, no causal history and no bloom filter',
  function (this: World, label: string) {
    const { wire } = this.scene(Channel).messages.get(label)
    const got = wire.map((hex) => split(Buffer.from(hex, 'hex')).map(({ number }) => number))
    this.expect(`the field numbers of "${label}"`, got).avoids(
      'none of 10, 11, 12',
      (numbers) => !numbers.some((number) => number >= 10 && number <= 12),
    )
  },
)

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

Then(
  'the message ids of {message} and {message} differ',
  function (this: World, a: string, b: string) {
    const { messages } = this.scene(Channel)
    const other = messages.get(a).message.value.messageId
    const got = messages.get(b).message.map(({ messageId }) => messageId)
    this.expect(`the message_id of "${b}"`, got, String).meets(
      `set, and another than "${other}"`,
      (id) => id !== '' && id !== other,
    )
  },
)

Then('all message ids are set and differ', function (this: World) {
  const { all } = this.scene(Channel).messages
  const last = all.at(-1)?.message
  if (!last) throw new Error('nothing was sent: add a When')
  const ids = all.map(({ message }) => message.value.messageId)
  const got = last.map(() => ({
    messages: ids.length,
    ids: new Set(ids).size,
    empty: ids.includes(''),
  }))
  this.expect('the message ids', got).equals({
    messages: all.length,
    ids: all.length,
    empty: false,
  })
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
