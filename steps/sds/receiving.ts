import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { compose } from './composing.ts'

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

/* Any message may carry the filter of another one: this one says nothing else. */
When(
  '{participant} receives the bloom filter of {message}',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    const { bloomFilter } = channel.messages.get(label).message.value
    const carrier = `the filter of ${label}`
    const row = { message: carrier, kind: 'sync', lamport: '0' }
    channel.messages.crafted(carrier, compose(channel, row, bloomFilter))
    await channel.receive(name, carrier)
  },
)
