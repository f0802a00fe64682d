import { Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Channel } from './channel.ts'
import { series } from './crafting.ts'
import { backwards, withLaterFields, withUnknownFields } from './rewriting.ts'

/* What reaches a participant. Unless a sentence says otherwise, sweeps run until nothing moves. */

When(
  '{participant} receives/received {messages}',
  async function (this: World, name: string, labels: string[]) {
    const channel = this.scene(Channel)
    for (const label of labels) await channel.receive(name, label, { settle: false })
    await channel.participant(name).settle()
  },
)

When(
  '{participant} receives/received {message} and no sweep runs',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    await channel.receive(name, label, { settle: false })
    await channel.participant(name).look()
  },
)

When(
  '{participant} receives/received the bloom filter of {message}',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    const { bloomFilter } = channel.messages.get(label).message.value
    const carrier = `the filter of ${label}`
    const second = name.endsWith('second channel') ? { channel: 'second' } : {}
    const row = { message: carrier, kind: 'sync', lamport: '0', ...second }
    channel.messages.crafted(carrier, channel.compose(row, bloomFilter))
    await channel.receive(name, carrier)
  },
)

When(
  '{participant} receives/received {message} with the bloom filter {word}',
  async function (this: World, name: string, label: string, hex: string) {
    const { messages } = this.scene(Channel)
    const { value } = messages.get(label).message
    messages.crafted(label, { ...value, bloomFilter: Buffer.from(hex, 'hex') })
    await this.scene(Channel).receive(name, label)
  },
)

When(
  '{participant} receives/received {message} with unknown fields',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    await channel.receiveBytes(name, label, withUnknownFields(channel.messages.get(label)))
  },
)

When(
  '{participant} receives/received {message} with the fields of a later revision',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    await channel.receiveBytes(name, label, withLaterFields(channel.messages.get(label)))
  },
)

When(
  '{participant} receives/received {message} with its fields backwards',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    await channel.receiveBytes(name, label, backwards(channel.messages.get(label)))
  },
)

When(
  '{participant} receives/received {int} messages from Zoe',
  async function (this: World, name: string, count: number) {
    const channel = this.scene(Channel)
    for (const label of series(channel, count))
      await channel.receive(name, label, { settle: false })
    await channel.participant(name).settle()
  },
)

When(
  '{participant} receives a message that depends on the first of them',
  async function (this: World, name: string) {
    const channel = this.scene(Channel)
    await channel.craft({ message: 'late', lamport: '+900000', after: 'z1' })
    await channel.receive(name, 'late')
  },
)

When(
  '{participant} receives {int} messages that wait for one',
  async function (this: World, name: string, count: number) {
    const channel = this.scene(Channel)
    for (let i = 1; i <= count; i++) {
      await channel.craft({ message: `w${i}`, lamport: `+${i + 1}`, after: 'the one' })
      await channel.receive(name, `w${i}`, { settle: false })
    }
    await channel.participant(name).settle()
  },
)

When('the one comes', async function (this: World) {
  const channel = this.scene(Channel)
  await channel.craft({ message: 'the one', lamport: '+1' })
  await channel.receive('Alice', 'the one')
})

When(
  '{participant} receives a chain of {int} messages backwards',
  async function (this: World, name: string, count: number) {
    const channel = this.scene(Channel)
    for (let i = 1; i <= count; i++)
      await channel.craft({
        message: `c${i}`,
        lamport: `+${i}`,
        ...(i > 1 && { after: `c${i - 1}` }),
      })
    for (let i = count; i >= 1; i--) await channel.receive(name, `c${i}`, { settle: false })
    await channel.participant(name).settle()
  },
)

When('all three of them reach Alice in this order', async function (this: World) {
  const channel = this.scene(Channel)
  for (const { label } of channel.messages.all) await channel.receive('Alice', label)
})

const refusals = new WeakMap<World, Observed<Answer<'sds.receive'>>>()

When(
  '{participant} receives the bytes {word}',
  async function (this: World, name: string, hex: string) {
    const participant = this.scene(Channel).participant(name)
    refusals.set(this, await participant.receive(hex))
    await participant.settle()
  },
)

Then('{participant} does not process them', function (this: World, name: string) {
  const answer = refusals.get(this)
  if (!answer) throw new Error('nothing was received: add a When')
  // Whether it says so or stays silent, nothing may come of bytes that are no Message.
  this.notes.push(`undecodable bytes: ${answer.value.kind}`)
  const { delivered } = this.scene(Channel).participant(name)
  this.expect(`${name}'s deliveries`, delivered).equals([])
})
