import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { DecodeError } from '../../proto/errors.ts'
import { type SdsMessage, sdsCodecs } from '../../proto/sds.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { type RepairCraft, Repairs } from './repairs.ts'
import { Sweeps } from './sweeps.ts'

/* Who asks for what, and who answers (SDS-R). */

/** What a message says in the fields of the later text; bytes that are no such message say nothing right. */
function read(hex: string): SdsMessage {
  try {
    return sdsCodecs['2026-04-02'].decode(Buffer.from(hex, 'hex'))
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause
    const messageId = `undecodable: ${cause.message}`
    const entries = [{ messageId }]
    return {
      messageId,
      senderId: '',
      channelId: '',
      causalHistory: entries,
      repairRequest: entries,
    }
  }
}

Given('messages with repairs', function (this: World, table: DataTable) {
  for (const row of table.hashes()) this.scene(Repairs).craft(row as unknown as RepairCraft)
})

When("{participant}'s repairs are/were swept", async function (this: World, name: string) {
  this.scene(Sweeps).due = await this.scene(Channel).participant(name).sweepRepairs()
})

When(
  "{participant}'s repairs are/were swept after {duration}",
  async function (this: World, name: string, ms: number) {
    this.now += ms
    this.scene(Sweeps).due = await this.scene(Channel).participant(name).sweepRepairs()
  },
)

When(
  "{participant}'s repairs are/were swept at the time of {message}, less {int} ms",
  async function (this: World, name: string, label: string, less: number) {
    const waits = await this.scene(Repairs).buffer(name, 'toAnswer')
    this.now += Math.max(0, (waits.value[label] ?? 0) - less)
    this.scene(Sweeps).due = await this.scene(Channel).participant(name).sweepRepairs()
  },
)

When(
  '{participant} runs her periodic tasks every {duration} for {duration} while Zoe sends sync messages',
  async function (this: World, name: string, every: number, whole: number) {
    const channel = this.scene(Channel)
    for (const end = this.now + whole; this.now < end; ) {
      this.now += every
      const label = `s${this.now}`
      channel.messages.crafted(label, channel.compose({ message: label, kind: 'sync' }))
      await channel.receive(name, label)
      this.scene(Sweeps).ticked(await channel.participant(name).tick())
    }
  },
)

Given(
  'the time came to ask for {message} at {participant}, less {int} ms',
  async function (this: World, label: string, name: string, less: number) {
    const waits = await this.scene(Repairs).buffer(name, 'toRequest')
    const wait = waits.value[label]
    if (wait === undefined)
      this.expect(`what ${name} is to request`, waits.map(Object.keys)).equals([label])
    this.now += Math.max(0, (wait ?? 0) - less)
  },
)

Then('{message} asks for {messages}', function (this: World, label: string, wanted: string[]) {
  const { messages } = this.scene(Channel)
  const got = messages
    .get(label)
    .wire.map((hex) =>
      (read(hex).repairRequest ?? []).map(({ messageId }) => messages.labelOf(messageId)).sort(),
    )
  this.expect(`the repair_request of "${label}"`, got).equals(wanted.toSorted())
})

Then('{message} asks for {int} messages', function (this: World, label: string, wanted: number) {
  const { wire } = this.scene(Channel).messages.get(label)
  const got = wire.map((hex) => (read(hex).repairRequest ?? []).length)
  this.expect(`the entries in the repair_request of "${label}"`, got).equals(wanted)
})

Then(
  '{message} asks for {int} messages at most',
  function (this: World, label: string, most: number) {
    const { wire } = this.scene(Channel).messages.get(label)
    const got = wire.map((hex) => (read(hex).repairRequest ?? []).length)
    this.expect(`the entries in the repair_request of "${label}"`, got, String).meets(
      `from 1 to ${most}`,
      (count) => count >= 1 && count <= most,
    )
  },
)

Then(
  '{message} asks for the {int} messages that were the longest due at {participant}',
  async function (this: World, label: string, count: number, name: string) {
    const { messages } = this.scene(Channel)
    const waits = await this.scene(Repairs).buffer(name, 'toRequest')
    const wanted = Object.entries(waits.value)
      .sort(([, a], [, b]) => a - b)
      .slice(0, count)
      .map(([each]) => each)
    const got = messages
      .get(label)
      .wire.map((hex) =>
        (read(hex).repairRequest ?? []).map(({ messageId }) => messages.labelOf(messageId)).sort(),
      )
    this.expect(`the repair_request of "${label}"`, got).equals(wanted.toSorted())
  },
)

Then(
  'the entries of {message} name the senders {word} and {word}',
  function (this: World, label: string, first: string, second: string) {
    const channel = this.scene(Channel)
    const got = channel.messages
      .get(label)
      .wire.map((hex) => read(hex).causalHistory.map(({ senderId }) => senderId ?? 'none'))
    const wanted = [first, second].map((name) => channel.participantId(name))
    this.expect(`the senders in the causal_history of "${label}"`, got).equals(wanted)
  },
)

Then(
  'the request in {message} names the sender {word}',
  function (this: World, label: string, name: string) {
    const channel = this.scene(Channel)
    const got = channel.messages
      .get(label)
      .wire.map((hex) => (read(hex).repairRequest ?? []).map(({ senderId }) => senderId ?? 'none'))
    this.expect(`the senders in the repair_request of "${label}"`, got).equals([
      channel.participantId(name),
    ])
  },
)

Then('{participant} repairs {messages}', function (this: World, name: string, wanted: string[]) {
  const got = this.scene(Sweeps).labels.map((all) => all.toSorted())
  this.expect(`what ${name} broadcasts for others`, got).equals(wanted.toSorted())
})

Then('the repair of {message} is the message itself', function (this: World, label: string) {
  const { messages } = this.scene(Channel)
  const whole = (hex: string) => {
    const { messageId, senderId, lamportTimestamp, causalHistory, content } = read(hex)
    return {
      messageId,
      senderId,
      lamportTimestamp: String(lamportTimestamp),
      causalHistory: causalHistory.map((entry) => entry.messageId),
      content: Buffer.from(content ?? []).toString('hex'),
    }
  }
  const original = messages.get(label)
  const got = this.scene(Sweeps).due.map((due) =>
    due.filter(({ messageId }) => messageId === messages.id(label)).map(({ wire }) => whole(wire)),
  )
  this.expect(`the repair of "${label}"`, got).equals([whole(original.wire.value)])
})

Then(
  'at least {int} sync message asked for {message}',
  function (this: World, least: number, label: string) {
    const id = this.scene(Channel).messages.id(label)
    const got = this.scene(Sweeps).broadcasts.map(
      (wires) =>
        wires
          .map(read)
          .filter(({ content = [] }) => content.length === 0)
          .filter(({ repairRequest = [] }) => repairRequest.some((each) => each.messageId === id))
          .length,
    )
    this.expect(`the sync messages that ask for "${label}"`, got, String).meets(
      `${least} or more`,
      (count) => count >= least,
    )
  },
)
