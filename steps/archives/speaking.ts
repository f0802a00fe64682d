import { Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import type { NodeName, Which } from './parameters.ts'
import { said } from './said.ts'
import { Scene } from './scene.ts'
import { type Speech, speak } from './speech.ts'

/* What users say in the channels of a community. */

const hour = 3_600_000_000_000n
const day = 24n * hour

/** Lets time come to the moment, counted from the creation, and publishes what is said then. */
async function say(
  world: World,
  offset: bigint,
  speech: Omit<Speech, 'at'>,
  deaf: NodeName[] = [],
): Promise<void> {
  const scene = world.scene(Scene)
  const at = scene.at(offset)
  scene.moveTo(at)
  await scene.publish(speak(scene, { ...speech, at }), deaf)
}

Given(
  'Carol said {string} at {moment}{where}',
  async function (this: World, text: string, offset: bigint, which: Which) {
    await say(this, offset, { text, which })
  },
)

Given(
  'Carol said {string} in channel {int} at {moment}',
  async function (this: World, text: string, channel: number, offset: bigint) {
    await say(this, offset, { text, channel })
  },
)

Given(
  'Carol said {string} at {moment} {oddity}',
  async function (this: World, text: string, offset: bigint, oddity: string) {
    await say(this, offset, { text, oddity })
  },
)

Given(
  'Carol said {string} at {moment} and {node} did not hear it',
  async function (this: World, text: string, offset: bigint, name: NodeName) {
    await say(this, offset, { text }, [name])
  },
)

// An hour after each day begins: no message is on the bound between two weeks.
Given(
  'Carol said something each day from day {int} to day {int}',
  async function (this: World, first: number, last: number) {
    for (let d = first; d <= last; d += 1)
      await say(this, BigInt(d) * day + hour, { text: `day ${d}` })
  },
)

// One text with many timestamps: what differs is the hash of 14.
Given(
  'Carol said {int} messages on day {int}',
  async function (this: World, count: number, on: number) {
    const scene = this.scene(Scene)
    const start = scene.at(BigInt(on) * day)
    scene.moveTo(start)
    const first = speak(scene, { text: 'one of many', at: start })
    for (let i = 0; i < count; i += 1) {
      const message = { ...first.message, timestamp: start + BigInt(i) * 1_000n }
      await scene.publish(said(first, first.pubsubTopic, message))
    }
  },
)

Given(
  'the same payload was sent at {moment} and at {moment}',
  async function (this: World, one: bigint, other: bigint) {
    const scene = this.scene(Scene)
    const first = speak(scene, { text: 'said twice', at: scene.at(one) })
    for (const offset of [one, other]) {
      scene.moveTo(scene.at(offset))
      const message = { ...first.message, timestamp: scene.at(offset) }
      await scene.publish(said(first, first.pubsubTopic, message))
    }
  },
)

Given('the message {string} came once more', async function (this: World, text: string) {
  const scene = this.scene(Scene)
  const one = scene.said.find((each) => each.text === text)
  if (!one) throw new Error(`nobody said "${text}": add a Given`)
  for (const client of scene.clients) await client.receive(one.pubsubTopic, one.wire)
})

Given(
  '{node} said {string} in channel {int} at {moment}',
  async function (this: World, name: NodeName, text: string, channel: number, offset: bigint) {
    const scene = this.scene(Scene)
    scene.moveTo(scene.at(offset))
    await post(scene, name, text, channel)
  },
)

Given('Bob said {string} at {moment}', async function (this: World, text: string, offset: bigint) {
  const scene = this.scene(Scene)
  scene.moveTo(scene.at(offset))
  await post(scene, 'Bob', text, 1)
})

When(
  '{node} says {string} in channel {int}',
  async function (this: World, name: NodeName, text: string, channel: number) {
    await post(this.scene(Scene), name, text, channel)
  },
)

async function post(scene: Scene, name: NodeName, text: string, channel: number): Promise<void> {
  const { id, channels } = scene.community()
  const params = { communityId: id, chatId: channels[channel - 1] ?? '', text }
  await scene.world.act(name, 'archives.post', params)
  await scene.existing(name).collect()
}
