import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import type { Content } from './parameters.ts'

/* What participants of the client send. */

When(
  '{participant} sends/sent {messages}',
  async function (this: World, name: string, labels: string[]) {
    for (const label of labels) await this.scene(Channel).send(name, label)
  },
)

When(
  '{participant} sends {messages} with content {content}',
  async function (this: World, name: string, labels: string[], content: Content) {
    for (const label of labels) await this.scene(Channel).send(name, label, content(this.dice))
  },
)

When(
  '{participant} sent {message} with the hint {word}',
  async function (this: World, name: string, label: string, hint: string) {
    await this.scene(Channel).send(name, label, undefined, hint)
  },
)

When(
  '{participant} sends a/an {kind} message {message}',
  async function (this: World, name: string, kind: 'sync' | 'ephemeral', label: string) {
    const channel = this.scene(Channel)
    if (kind === 'sync') await channel.sendSync(name, label)
    else await channel.sendEphemeral(name, label)
  },
)
