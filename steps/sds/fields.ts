import { type DataTable, Then } from '@cucumber/cucumber'
import type { HistoryEntry, SdsMessage } from '../../proto/sds.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { readLater } from './later.ts'
import { names } from './parameters.ts'
import { split } from './rewriting.ts'
import { history } from './wire.ts'

/* The fields of a message by the names of the specification. */

/** Compares one field with what a table says of it. */
type Check = (world: World, label: string, words: string) => void

const FIELDS: Readonly<Record<string, Check>> = {
  message_id: idIs,
  channel_id: channelIs,
  lamport_timestamp: isSet(({ lamportTimestamp }) => lamportTimestamp),
  causal_history: historyIs,
  bloom_filter: filterIs,
  content: contentIs,
  'causal_history.retrieval_hint': hintsAre,
  'causal_history.sender_id': sendersAre(({ causalHistory }) => causalHistory),
  'repair_request.sender_id': sendersAre(({ repairRequest = [] }) => repairRequest),
}

Then('{message} carries', function (this: World, label: string, table: DataTable) {
  for (const [field = '', words = ''] of table.raw()) {
    const check = FIELDS[field]
    if (!check)
      throw new Error(`expected one of ${Object.keys(FIELDS).join(', ')} as field, got "${field}"`)
    check(this, label, words)
  }
})

/** `as Alice was told`: the id that the client answered when it sent the message. */
function idIs(world: World, label: string, words: string): void {
  const { message, told } = world.scene(Channel).messages.get(label)
  if (!told || !/^as \w+ was told$/.test(words))
    throw new Error(`expected "as Alice was told" of a sent message, got "${words}" of "${label}"`)
  const got = message.map(({ messageId }) => messageId)
  world.expect(`the message_id of "${label}"`, got, String).equals(told)
}

/** `first channel`, `second channel`, or the id itself. */
function channelIs(world: World, label: string, words: string): void {
  const channel = world.scene(Channel)
  const { message } = channel.messages.get(label)
  const wanted = words.endsWith(' channel') ? channel.id(` on the ${words}`) : words
  const got = message.map(({ channelId }) => channelId)
  world.expect(`the channel_id of "${label}"`, got).equals(wanted)
}

function isSet(field: (message: SdsMessage) => unknown): Check {
  return (world, label, words) => {
    if (words !== 'set') throw new Error(`expected "set", got "${words}"`)
    const got = world.scene(Channel).messages.get(label).message.map(field)
    world.expect(`what stands in "${label}"`, got).meets('set', (value) => value !== undefined)
  }
}

/** Labels of its entries in turn, or `empty`. */
function historyIs(world: World, label: string, words: string): void {
  world.expect(`the causal_history of "${label}"`, history(world, label)).equals(names(words))
}

/** `set`, `that of s1` or `not that of s1`. */
function filterIs(world: World, label: string, words: string): void {
  const [, not, other] = /^(not )?that of (.+)$/.exec(words) ?? []
  if (other === undefined) return isSet(({ bloomFilter }) => bloomFilter)(world, label, words)
  const [got, before] = [label, other].map((each) =>
    world
      .scene(Channel)
      .messages.get(each)
      .message.map(({ bloomFilter }) => bloomFilter && Buffer.from(bloomFilter).toString('hex')),
  )
  if (!got || !before) throw new Error('two messages are compared')
  const comparison = world.expect(`the bloom_filter of "${label}"`, got)
  if (not) comparison.meets(`another than ${before.value}`, (hex) => hex !== before.value)
  else comparison.isStill(before)
}

/** `as sent` or `nothing`. */
function contentIs(world: World, label: string, words: string): void {
  const { message, content: sent } = world.scene(Channel).messages.get(label)
  const got = message.map(({ content }) => content && Buffer.from(content).toString('hex'))
  const comparison = world.expect(`the content of "${label}"`, got)
  if (words === 'nothing') comparison.avoids('none', (hex = '') => hex === '')
  else if (words === 'as sent' && sent !== undefined) comparison.equals(sent)
  else throw new Error(`expected "as sent" or "nothing", got "${words}" of "${label}"`)
}

/** Hex of each entry in turn, or `none`. */
function hintsAre(world: World, label: string, words: string): void {
  const { message } = world.scene(Channel).messages.get(label)
  const got = message.map(({ causalHistory }) =>
    causalHistory.map(({ retrievalHint }) =>
      retrievalHint === undefined ? 'none' : Buffer.from(retrievalHint).toString('hex'),
    ),
  )
  world.expect(`the retrieval hints of "${label}"`, got).equals(names(words))
}

/** The names of the entries' senders in turn. */
function sendersAre(entries: (message: SdsMessage) => readonly HistoryEntry[]): Check {
  return (world, label, words) => {
    const channel = world.scene(Channel)
    const { wire } = channel.messages.get(label)
    const got = wire.map((hex) => entries(readLater(hex)).map(({ senderId }) => senderId ?? 'none'))
    const wanted = names(words).map((name) => channel.participantId(name))
    world.expect(`the senders in the entries of "${label}"`, got).equals(wanted)
  }
}

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

/** Wire types of protobuf by the names of its documentation. */
const WIRE_TYPES: Readonly<Record<string, number>> = { VARINT: 0, LEN: 2 }

/* One wire type for each time that the field is there. */
Then(
  /^field (\d+) of "([^"]+)" is ((?:VARINT|LEN)(?: and (?:VARINT|LEN))*)$/,
  function (this: World, field: string, label: string, types: string) {
    const { wire } = this.scene(Channel).messages.get(label)
    const got = wire.map((hex) =>
      split(Buffer.from(hex, 'hex'))
        .filter(({ number }) => number === Number(field))
        .map((found) => found.wireType as number | undefined),
    )
    const wanted = types.split(' and ').map((type) => WIRE_TYPES[type])
    this.expect(`the wire types of field ${field} in "${label}"`, got).equals(wanted)
  },
)
