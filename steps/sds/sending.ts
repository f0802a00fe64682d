import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

/* What participants of the client send. */

When(
  '{participant} sends/sent {messages}',
  async function (this: World, name: string, labels: string[]) {
    for (const label of labels) await this.scene(Channel).send(name, label)
  },
)

When(
  '{participant} sends/sent {messages} with the same content',
  async function (this: World, name: string, labels: string[]) {
    const channel = this.scene(Channel)
    const content = channel.freshContent()
    for (const label of labels) await channel.send(name, label, content)
  },
)

When(
  '{participant} sends/sent {message} with content {word}',
  async function (this: World, name: string, label: string, content: string) {
    await this.scene(Channel).send(name, label, content)
  },
)

When(
  '{participant} sends/sent {message} with {int} bytes of content',
  async function (this: World, name: string, label: string, length: number) {
    await this.scene(Channel).send(name, label, this.dice.hex(length))
  },
)

When(
  '{participant} sends/sent {message} with the hint {word}',
  async function (this: World, name: string, label: string, hint: string) {
    await this.scene(Channel).send(name, label, undefined, hint)
  },
)

When(
  '{participant} sends/sent {int} messages',
  async function (this: World, name: string, count: number) {
    for (let i = 1; i <= count; i++) await this.scene(Channel).send(name, `${name} ${i}`)
  },
)

When(
  '{participant} sends/sent {int} messages, each content ten times',
  async function (this: World, name: string, count: number) {
    const channel = this.scene(Channel)
    const contents = Array.from({ length: count / 10 }, () => channel.freshContent())
    for (let i = 0; i < count; i++)
      await channel.send(name, `${name} ${i + 1}`, contents[i % contents.length])
  },
)

When(
  '{participant} sends/sent a sync message {message}',
  async function (this: World, name: string, label: string) {
    const channel = this.scene(Channel)
    channel.messages.sent(label, await channel.participant(name).sendSync())
  },
)

When(
  '{participant} sends/sent an ephemeral message {message}',
  async function (this: World, name: string, label: string) {
    await this.scene(Channel).sendEphemeral(name, label)
  },
)
