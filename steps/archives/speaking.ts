import { Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import type { NodeName, Which } from './parameters.ts'
import { said } from './said.ts'
import { Scene } from './scene.ts'
import { type Speech, speak } from './speech.ts'

/* What users say in the channels of a community. */

const hour = 3_600_000_000_000n
const day = 24n * hour

/** Plans what is said at a moment, counted from the creation. */
async function say(
  world: World,
  offset: bigint,
  speech: Omit<Speech, 'at'>,
  deaf: NodeName[] = [],
): Promise<void> {
  const scene = world.scene(Scene)
  const at = scene.at(offset)
  await scene.plan(at, () => scene.publish(speak(scene, { ...speech, at }), deaf))
}

Given(
  'Carol said {string} at {timepoint}{where}',
  async function (this: World, text: string, offset: bigint, which: Which) {
    await say(this, offset, { text, which })
  },
)

Given(
  'Carol said {string} in channel {int} at {timepoint}',
  async function (this: World, text: string, channel: number, offset: bigint) {
    await say(this, offset, { text, channel })
  },
)

Given(
  'Carol said {string} at {timepoint} {oddity}',
  async function (this: World, text: string, offset: bigint, oddity: string) {
    await say(this, offset, { text, oddity })
  },
)

Given(
  'Carol said {string} at {timepoint} with the timestamp of {timepoint}',
  async function (this: World, text: string, offset: bigint, stamped: bigint) {
    const scene = this.scene(Scene)
    const one = speak(scene, { text, at: scene.at(stamped) })
    await scene.plan(scene.at(offset), () => scene.publish(one))
  },
)

Given(
  'Carol said {string} at {timepoint} and {node} did not hear it',
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
    const first = speak(scene, { text: 'one of many', at: start })
    await scene.plan(start, async () => {
      for (let i = 0; i < count; i += 1) {
        const message = { ...first.message, timestamp: start + BigInt(i) * 1_000n }
        await scene.publish(said(first, first.pubsubTopic, message))
      }
    })
  },
)

Given(
  'the same payload was sent at {timepoint} and at {timepoint}',
  async function (this: World, one: bigint, other: bigint) {
    const scene = this.scene(Scene)
    const first = speak(scene, { text: 'said twice', at: scene.at(one) })
    for (const offset of [one, other]) {
      const message = { ...first.message, timestamp: scene.at(offset) }
      const again = said(first, first.pubsubTopic, message)
      await scene.plan(scene.at(offset), () => scene.publish(again))
    }
  },
)

Given(
  'Carol said {string} at {timepoint} twice',
  async function (this: World, text: string, offset: bigint) {
    const scene = this.scene(Scene)
    const at = scene.at(offset)
    const one = speak(scene, { text, at })
    await scene.plan(at, () => scene.publish(one))
    await scene.plan(at + 1_000_000n, async () => {
      for (const client of scene.clients) await client.receive(one.pubsubTopic, one.wire)
    })
  },
)

Given(
  '{node} said {string} in channel {int} at {timepoint}',
  async function (this: World, name: NodeName, text: string, channel: number, offset: bigint) {
    const scene = this.scene(Scene)
    await scene.plan(scene.at(offset), () => post(scene, name, text, channel))
  },
)

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
