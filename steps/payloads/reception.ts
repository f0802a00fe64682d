import { type DataTable, Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { type Draft, Drafts } from './drafts.ts'
import { became } from './outcome.ts'
import { People } from './people.ts'

/* What a node makes of what reaches it. */

/** How a message travels: when the layer below says that it was sent, and whom it says it is from. */
export interface Journey {
  readonly sentAt?: number
  readonly deliverer?: string
}

class Reception {
  answer?: Observed<Answer<'payloads.receive'>>
}

/** Hands a message to a node; the answer is the step's to compare. */
export async function hand(
  world: World,
  name: string,
  draft: Draft,
  { sentAt = world.now, deliverer }: Journey = {},
): Promise<void> {
  await world.scene(Nodes).start(name)
  const from = deliverer ?? draft.author
  const answer = await world.attempt(name, 'payloads.receive', {
    bytes: draft.wrapper,
    record: draft.record,
    transportTime: sentAt,
    transportAuthor: world.scene(People).get(from).publicKey,
  })
  if (answer.value.kind === 'ok') {
    const { messageId } = answer.value.ok
    if (messageId === undefined) draft.unnamed = answer.call
    else draft.id ??= messageId
  }
  world.scene(Reception).answer = answer
  became(world, { answers: [answer] })
}

export function lastAnswer(world: World): Observed<Answer<'payloads.receive'>> {
  const { answer } = world.scene(Reception)
  if (!answer) throw new Error('nothing was received: add a When')
  return answer
}

/** The answer to what was accepted; a refusal is a deviation. */
export function accepted(world: World, subject = "Bob's answer") {
  const { value, call } = lastAnswer(world)
  if (value.kind === 'ok') return lastAnswer(world).map(() => value.ok)
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject, wanted: 'taken', got, call })
}

/** `deniable`: others cannot know who wrote it. `warned`: the user is. */
Then('Bob takes it with', function (this: World, table: DataTable) {
  const taken = accepted(this)
  for (const [name, words] of Object.entries(table.rowsHash())) {
    if (name !== 'deniable' && name !== 'warned') throw new Error(`nothing is taken with ${name}`)
    this.expect(
      `whether it is ${name}`,
      taken.map((ok) => ok[name]),
    ).equals(words === 'true')
  }
})

/** What a client may say it does with such messages, and how that shows. */
const settings = {
  tooOldClock: {
    choices: ['accept', 'mark', 'discard'],
    seen: (answer: Answer<'payloads.receive'>) =>
      answer.kind === 'rejected' ? 'discard' : answer.ok.warned ? 'mark' : 'accept',
  },
  unknownSender: {
    choices: ['create', 'discard'],
    seen: ({ kind }: Answer<'payloads.receive'>) => (kind === 'ok' ? 'create' : 'discard'),
  },
} as const

Then(
  /^Bob treats it as his setting "(tooOldClock|unknownSender)" says$/,
  async function (this: World, name: keyof typeof settings) {
    const { choices, seen } = settings[name]
    const wanted = declared(this, name, choices)
    const got = lastAnswer(this).map((answer): string => seen(answer))
    this.expect('what Bob does with it', got).equals(wanted)
    if (name !== 'unknownSender') return
    const count = (await this.act('Bob', 'payloads.chats', {})).map((ok) => ok.chatIds.length)
    this.expect('the number of his chats', count).equals(wanted === 'create' ? 2 : 1)
  },
)

function declared(world: World, setting: string, choices: readonly string[]): string {
  const value = String(world.hello.settings?.[`payloads.${setting}`] ?? 'nothing')
  if (choices.includes(value)) return value
  return world.fail({
    kind: 'not-measured',
    subject: `the setting payloads.${setting}`,
    wanted: choices.join(' or '),
    got: value,
  })
}

Then('Bob asks Codex for {}', function (this: World, words: string) {
  const got = lastAnswer(this).map((one) => (one.kind === 'ok' ? (one.ok.fetches ?? []) : []))
  const wanted = words === 'nothing' ? [] : [this.scene(Drafts).text(words)]
  this.expect('what Bob asks of Codex', got).equals(wanted)
})
