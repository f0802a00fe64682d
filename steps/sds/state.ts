import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import type { Status } from './parameters.ts'

/* What a participant keeps: clock, log and buffers. */

Then(
  "{participant}'s clock is {lamport}",
  async function (this: World, name: string, wanted: bigint) {
    const got = await this.scene(Channel).participant(name).state('lamport')
    this.expect(`${name}'s Lamport timestamp`, got).equals(String(wanted))
  },
)

Then(
  "{participant}'s log is {messages}",
  async function (this: World, name: string, wanted: string[]) {
    this.expect(`${name}'s log`, await log(this, name)).equals(wanted)
  },
)

Then(
  "{participant}'s {buffer} buffer holds {messages}",
  async function (this: World, name: string, buffer: 'incoming' | 'outgoing', wanted: string[]) {
    const channel = this.scene(Channel)
    const held: Observed<readonly { messageId: string }[]> = await channel
      .participant(name)
      .state(buffer)
    const got = held.map((all) =>
      all.map(({ messageId }) => channel.messages.labelOf(messageId)).toSorted(),
    )
    this.expect(`${name}'s ${buffer} buffer`, got).equals(wanted.toSorted())
  },
)

Then(
  '{message} is {status} at {participant}',
  async function (this: World, label: string, wanted: Status, name: string) {
    const got = await status(this, label, name)
    const comparison = this.expect(`"${label}" in ${name}'s outgoing buffer`, got)
    // Nothing is left of an acknowledged message, so an empty buffer meets this too.
    if (wanted === 'acknowledged') comparison.avoids(wanted, (found) => found === wanted)
    else comparison.equals(wanted)
  },
)

Then(
  'at most {int} of {messages} are possibly acknowledged at {participant}',
  async function (this: World, most: number, labels: string[], name: string) {
    const { messages } = this.scene(Channel)
    const among = new Set(labels.map((label) => messages.id(label)))
    const outgoing = await this.scene(Channel).participant(name).state('outgoing')
    const hits = outgoing.map(
      (held) =>
        held.filter(
          ({ messageId, status }) => status === 'possiblyAcknowledged' && among.has(messageId),
        ).length,
    )
    this.expect(`false positives among ${labels.length} messages`, hits, String).avoids(
      `at most ${most}`,
      (count) => count <= most,
    )
  },
)

/** The labels in a participant's log, in its order. */
export async function log(world: World, name: string): Promise<Observed<string[]>> {
  const channel = world.scene(Channel)
  const entries = await channel.participant(name).state('log')
  return entries.map((all) => all.map(({ messageId }) => channel.messages.labelOf(messageId)))
}

async function status(world: World, label: string, name: string): Promise<Observed<Status>> {
  const channel = world.scene(Channel)
  const id = channel.messages.id(label)
  const outgoing = await channel.participant(name).state('outgoing')
  return outgoing.map((held) => {
    const found = held.find(({ messageId }) => messageId === id)?.status
    if (found === undefined) return 'acknowledged'
    return found === 'possiblyAcknowledged' ? 'possibly acknowledged' : found
  })
}
