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

Then("{participant}'s log is sorted by id", async function (this: World, name: string) {
  const { messages } = this.scene(Channel)
  const wanted = messages.all.map(({ label }) => label).sort()
  this.expect(`${name}'s log`, await log(this, name)).equals(wanted)
})

Then(
  '{participant} and {participant} have the same log of {int} messages',
  async function (this: World, a: string, b: string, count: number) {
    const other = await log(this, a)
    const got = await log(this, b)
    this.expect(
      `the length of ${b}'s log`,
      got.map(({ length }) => length),
    ).equals(count)
    this.expect(`${b}'s log`, got).equals([...other.value])
  },
)

Then(
  "{participant}'s outgoing buffer holds {messages}",
  async function (this: World, name: string, wanted: string[]) {
    const got = await labels(this, name, 'outgoing')
    this.expect(
      `${name}'s outgoing buffer`,
      got.map((ids) => ids.toSorted()),
    ).equals(wanted.toSorted())
  },
)

Then(
  "{participant}'s incoming buffer holds {messages}",
  async function (this: World, name: string, wanted: string[]) {
    const got = await labels(this, name, 'incoming')
    this.expect(
      `${name}'s incoming buffer`,
      got.map((ids) => ids.toSorted()),
    ).equals(wanted.toSorted())
  },
)

Then(
  "{participant}'s incoming buffer holds {message} apart from {message}",
  async function (this: World, name: string, wanted: string, allowed: string) {
    const got = await labels(this, name, 'incoming')
    const others = got.map((ids) => ids.filter((id) => id !== allowed))
    this.expect(`${name}'s incoming buffer apart from "${allowed}"`, others).equals([wanted])
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
  '{message} is {status} or {status} at {participant}',
  async function (this: World, label: string, one: Status, other: Status, name: string) {
    const got = await status(this, label, name)
    this.expect(`"${label}" in ${name}'s outgoing buffer`, got).avoids(
      `${one} or ${other}`,
      (found) => found === one || found === other,
    )
  },
)

Then(
  /^at most (\d+) of (Alice|Bob)'s (\d+) messages are possibly acknowledged$/,
  async function (this: World, most: string, name: string, all: string) {
    const { messages } = this.scene(Channel)
    const outgoing = await this.scene(Channel).participant(name).state('outgoing')
    const counted = new RegExp(`^${name} \\d+$`)
    const hits = outgoing.map(
      (held) =>
        held.filter(
          ({ messageId, status }) =>
            status === 'possiblyAcknowledged' && counted.test(messages.labelOf(messageId)),
        ).length,
    )
    this.expect(`false positives among ${all} messages`, hits, String).avoids(
      `at most ${most}`,
      (count) => count <= Number(most),
    )
  },
)

/** The labels in a participant's log, in its order. */
export async function log(world: World, name: string): Promise<Observed<string[]>> {
  const channel = world.scene(Channel)
  const entries = await channel.participant(name).state('log')
  return entries.map((all) => all.map(({ messageId }) => channel.messages.labelOf(messageId)))
}

async function labels(world: World, name: string, buffer: 'incoming' | 'outgoing') {
  const channel = world.scene(Channel)
  const held: Observed<{ messageId: string }[]> = await channel.participant(name).state(buffer)
  return held.map((all) => all.map(({ messageId }) => channel.messages.labelOf(messageId)))
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
