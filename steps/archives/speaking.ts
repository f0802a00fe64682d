import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { whichOf } from './community.ts'
import { type NodeName, timepoint } from './parameters.ts'
import { type Said, said } from './said.ts'
import { Scene } from './scene.ts'
import { speak } from './speech.ts'

/* What users say in the channels of a community. */

const hour = 3_600_000_000_000n
const day = 24n * hour

Given(
  'Carol said {string} at {timepoint}',
  async function (this: World, text: string, offset: bigint) {
    await say(this.scene(Scene), text, offset)
  },
)

/** Plans what Carol says at a moment, counted from the creation. */
async function say(scene: Scene, text: string, offset: bigint): Promise<void> {
  const one = speak(scene, { text, at: scene.at(offset) })
  await scene.plan(scene.at(offset), () => scene.publish(one))
}

Given('Carol said', async function (this: World, table: DataTable) {
  const scene = this.scene(Scene)
  let before: Said | undefined
  for (const row of rowsOf(table)) {
    const at = scene.at(timepoint(row.at))
    const one = spoken(scene, row, at, before)
    const deaf = row.how === 'and Alice did not hear it' ? ['Alice'] : []
    await scene.plan(at, () => scene.publish(one, deaf))
    if (row.how === 'twice')
      await scene.plan(at + 1_000_000n, async () => {
        for (const client of scene.clients) await client.receive(one.pubsubTopic, one.wire)
      })
    before = one
  }
})

/** One row of the table of what was said; a column that is not there is empty. */
interface Row {
  readonly text: string
  readonly at: string
  /** A number; empty: channel 1. */
  readonly channel: string
  /** Empty or `the other`. */
  readonly community: string
  /** What is unusual about the message or its way. */
  readonly how: string
}

function rowsOf(table: DataTable): Row[] {
  const empty: Row = { text: '', at: '', channel: '', community: '', how: '' }
  return table.hashes().map((cells) => {
    const odd = Object.keys(cells).find((column) => !Object.hasOwn(empty, column))
    if (odd !== undefined)
      throw new Error(`expected the columns ${Object.keys(empty).join(', ')}, got ${odd}`)
    return { ...empty, ...cells }
  })
}

/** The message of a row. `before`: that of the row before. */
function spoken(scene: Scene, { how, ...row }: Row, at: bigint, before: Said | undefined): Said {
  if (how === 'with the same payload') {
    if (!before) throw new Error(`expected a row before the one ${how}, got none`)
    return said(before, before.pubsubTopic, { ...before.message, timestamp: at })
  }
  const [, stamped] = /^with the timestamp of (.*)$/.exec(how) ?? []
  const speech = {
    text: row.text,
    which: whichOf(row.community),
    channel: Number(row.channel || 1),
  } as const
  if (stamped !== undefined) return speak(scene, { ...speech, at: scene.at(timepoint(stamped)) })
  const oddity = how === 'twice' || how === 'and Alice did not hear it' ? '' : how
  return speak(scene, { ...speech, at, oddity })
}

// An hour after each day begins: no message is on the bound between two weeks.
Given(
  'Carol said something each day from day {int} to day {int}',
  async function (this: World, first: number, last: number) {
    for (let d = first; d <= last; d += 1)
      await say(this.scene(Scene), `day ${d}`, BigInt(d) * day + hour)
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

Given(/^(Alice|Bob) said$/, async function (this: World, name: NodeName, table: DataTable) {
  const scene = this.scene(Scene)
  for (const { text, at, channel, community, how } of rowsOf(table)) {
    if (community || how) throw new Error(`expected text, at and channel, got "${community}${how}"`)
    await scene.plan(scene.at(timepoint(at)), () => post(scene, name, text, Number(channel || 1)))
  }
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
