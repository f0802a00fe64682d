import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { Sweeps } from './sweeps.ts'

/* Time, and what a participant does because of it. */

type Buffers = 'incoming' | 'outgoing'

Given('{duration} passed', function (this: World, ms: number) {
  this.now += ms
})

When(
  "{participant}'s {buffer} buffer is/was swept after {duration}",
  function (this: World, name: string, buffer: Buffers, ms: number) {
    return sweep(this, name, buffer, ms)
  },
)

When(
  "{participant}'s {buffer} buffer is swept after {duration}, {int} times",
  async function (this: World, name: string, buffer: Buffers, ms: number, times: number) {
    for (let i = 0; i < times; i++) await sweep(this, name, buffer, ms)
  },
)

async function sweep(world: World, name: string, buffer: Buffers, ms: number): Promise<void> {
  world.now += ms
  const participant = world.scene(Channel).participant(name)
  if (buffer === 'incoming') await participant.settle()
  else world.scene(Sweeps).due = await participant.sweepOutgoing()
}

When(
  '{participant} runs her periodic tasks every {duration} for {duration}',
  async function (this: World, name: string, every: number, whole: number) {
    for (const end = this.now + whole; this.now < end; ) {
      this.now += every
      this.scene(Sweeps).ticked(await this.scene(Channel).participant(name).tick())
    }
  },
)

Then(
  '{participant} rebroadcasts {messages}',
  function (this: World, name: string, wanted: string[]) {
    const got = this.scene(Sweeps).labels.map((labels) => labels.toSorted())
    this.expect(`what ${name} rebroadcasts`, got).equals(wanted.toSorted())
  },
)

Then(
  '{participant} rebroadcasts {message} first',
  function (this: World, name: string, wanted: string) {
    const got = this.scene(Sweeps).labels.map(([first]) => first)
    this.expect(`what ${name} rebroadcasts first`, got).equals(wanted)
  },
)

const PARTS = {
  timestamp: 'lamportTimestamp',
  'causal history': 'causalHistory',
  content: 'content',
} as const

Then(
  /^the rebroadcast of "([^"]+)" has the same (timestamp|causal history|content)$/,
  function (this: World, label: string, words: string) {
    const { messages } = this.scene(Channel)
    const { messageId, ...first } = messages.get(label).message.value
    const part = PARTS[words as keyof typeof PARTS]
    const { due } = this.scene(Sweeps)
    const found = due.value.find((each) => each.messageId === messageId)
    const subject = `the rebroadcast of "${label}"`
    const again =
      found &&
      messages.read(
        subject,
        due.map(() => found.wire),
      )
    const got = due.map(() => again?.[part])
    this.expect(`the ${words} of "${label}" when it is rebroadcast`, got).equals(first[part])
  },
)

Then('at least {int} sync messages were broadcast', function (this: World, least: number) {
  const { messages } = this.scene(Channel)
  const { broadcasts } = this.scene(Sweeps)
  const syncs = broadcasts.value
    .map((wire) =>
      messages.read(
        'a periodic broadcast',
        broadcasts.map(() => wire),
      ),
    )
    .filter(
      ({ content = [], lamportTimestamp }) =>
        content.length === 0 && lamportTimestamp !== undefined,
    )
  const got = broadcasts.map(() => syncs.length)
  this.expect('the number of sync messages', got, String).meets(
    `${least} or more`,
    (n) => n >= least,
  )
})

Then('{participant} misses {messages}', function (this: World, name: string, wanted: string[]) {
  const channel = this.scene(Channel)
  const got = channel
    .participant(name)
    .missing.map((all) =>
      all.map(({ messageId }) => channel.messages.labelOf(messageId)).toSorted(),
    )
  this.expect(`what ${name} misses`, got).equals(wanted.toSorted())
})

Then(
  '{participant} misses {message} with the hint {word}',
  function (this: World, name: string, label: string, hint: string) {
    const channel = this.scene(Channel)
    const id = channel.messages.id(label)
    const got = channel
      .participant(name)
      .missing.map((all) => all.find(({ messageId }) => messageId === id)?.retrievalHint)
    this.expect(`the hint of "${label}", which ${name} misses`, got).equals(hint)
  },
)

Then(
  /^(Alice) has lost nothing(?: but "([^"]+)")?$/,
  function (this: World, name: string, allowed: string | null) {
    const { messages } = this.scene(Channel)
    const { lost } = this.scene(Channel).participant(name)
    const got = lost.map((ids) => ids.map((id) => messages.labelOf(id)))
    this.expect(`what ${name} has lost`, got).avoids(
      allowed === null ? 'nothing' : `nothing, or "${allowed}" alone`,
      (labels) => labels.every((label) => label === allowed),
    )
  },
)
