import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import type { Rewriting } from './rewriting.ts'

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
  '{participant} receives {message} and no sweep runs',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    await channel.receive(name, label, { settle: false })
    await channel.participant(name).look()
  },
)

When(
  '{participant} receives {message} with {rewriting}',
  async function (this: World, name: string, label: string, rewrite: Rewriting) {
    const channel = this.scene(Channel)
    await channel.receiveBytes(name, label, rewrite(channel.messages.get(label)))
  },
)

/* Any message may carry the filter of another one: this one says nothing else. */
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
  '{participant} receives the bytes {word}',
  async function (this: World, name: string, hex: string) {
    const participant = this.scene(Channel).participant(name)
    const answer = await participant.receive(hex)
    // Whether it says so or stays silent is its affair; what comes of them is not.
    this.notes.push(`undecodable bytes: ${answer.value.kind}`)
    await participant.settle()
  },
)
