import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { type Draft, Drafts } from './drafts.ts'
import { broken, oddly } from './oddities.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { signPayload, wrap } from './wrapping.ts'

/* What reaches a node, and whether it takes it. */

type Rows = Readonly<Record<string, string>>

/** How a message travels: when the layer below says that it was sent, and whom it says it is from. */
export interface Journey {
  readonly sentAt?: number
  readonly deliverer?: string
  readonly record?: string
}

class Reception {
  answer?: Observed<Answer<'payloads.receive'>>
}

/** Hands a message to a node; the answer is the step's to compare. */
export async function hand(
  world: World,
  name: string,
  draft: Draft,
  { sentAt = world.now, deliverer, record = draft.record }: Journey = {},
): Promise<void> {
  await world.scene(Nodes).start(name)
  const from = deliverer ?? draft.author
  const answer = await world.attempt(name, 'payloads.receive', {
    bytes: draft.wrapper,
    record,
    transportTime: sentAt,
    transportAuthor: world.scene(People).get(from).publicKey,
  })
  if (answer.value.kind === 'ok' && answer.value.ok.messageId !== undefined)
    draft.id ??= answer.value.ok.messageId
  world.scene(Reception).answer = answer
}

/** The same, in a Given: a refusal is a deviation. */
async function taken(world: World, name: string, draft: Draft, journey: Journey = {}) {
  await hand(world, name, draft, journey)
  const { value, call } = lastAnswer(world)
  if (value.kind === 'rejected')
    world.fail({
      kind: 'deviation',
      subject: `${name} receiving the ${draft.record} "${draft.label}"`,
      wanted: 'taken',
      got: `rejected (${value.rejected.code})`,
      call,
    })
}

function lastAnswer(world: World): Observed<Answer<'payloads.receive'>> {
  const { answer } = world.scene(Reception)
  if (!answer) throw new Error('nothing was received: add a When')
  return answer
}

function made(world: World, label: string, record: string, author: string, rows: Rows = {}): Draft {
  return world.scene(Drafts).make(label, record, author, rows)
}

Given(
  '{person} received the {record} {string} from {person}',
  async function (this: World, name: string, record: string, label: string, who: string) {
    await taken(this, name, made(this, label, record, who))
  },
)

Given(
  '{person} received the {record} {string} from {person} with',
  async function (
    this: World,
    name: string,
    record: string,
    label: string,
    who: string,
    table: DataTable,
  ) {
    await taken(this, name, made(this, label, record, who, table.rowsHash()))
  },
)

When(
  '{person} receives the {record} {string} from {person}',
  async function (this: World, name: string, record: string, label: string, who: string) {
    await hand(this, name, made(this, label, record, who))
  },
)

When(
  '{person} receives the {record} {string} from {person} with',
  async function (
    this: World,
    name: string,
    record: string,
    label: string,
    who: string,
    table: DataTable,
  ) {
    await hand(this, name, made(this, label, record, who, table.rowsHash()))
  },
)

When(
  'Bob receives a private ChatMessage {string} from {person}',
  async function (this: World, label: string, who: string) {
    const rows = { message_type: 'ONE_TO_ONE', chat_id: '{Bob}' }
    await hand(this, 'Bob', made(this, label, 'ChatMessage', who, rows))
  },
)

When(
  'Bob receives the {record} {string} from {person}, sent at {moment}, with',
  async function (
    this: World,
    record: string,
    label: string,
    who: string,
    at: string,
    table: DataTable,
  ) {
    const sentAt = Number(momentAt(this.now, at))
    await hand(this, 'Bob', made(this, label, record, who, table.rowsHash()), { sentAt })
  },
)

When(
  'Bob receives the {record} {string} from {person}, delivered by {person}',
  async function (this: World, record: string, label: string, who: string, deliverer: string) {
    await hand(this, 'Bob', made(this, label, record, who), { deliverer })
  },
)

When(
  'Bob receives the {record} {string} from {person}, delivered by {person}, with',
  async function (
    this: World,
    record: string,
    label: string,
    who: string,
    deliverer: string,
    table: DataTable,
  ) {
    await hand(this, 'Bob', made(this, label, record, who, table.rowsHash()), { deliverer })
  },
)

const SIGNATURE =
  /^Bob (received|receives) the (\w+) "([^"]+)" from (\w+), with (no signature|an empty signature)$/
Given(
  SIGNATURE,
  async function (
    this: World,
    tense: string,
    record: string,
    label: string,
    who: string,
    fault: string,
  ) {
    const sign = (good: string) => broken(fault, good)
    const draft = this.scene(Drafts).make(label, record, who, {}, { sign })
    await (tense === 'received' ? taken : hand)(this, 'Bob', draft)
  },
)

Given(
  /^Bob received the (\w+) "([^"]+)" from (\w+), encoded with (.+)$/,
  async function (this: World, record: string, label: string, who: string, oddity: string) {
    const encode = (bytes: string) => oddly(oddity, bytes)
    await taken(this, 'Bob', this.scene(Drafts).make(label, record, who, {}, { encode }))
  },
)

/** Handed over whatever becomes of it: the scenario is about what comes next. */
Given(
  'Bob was handed the {record} {string} from {person} with',
  async function (this: World, record: string, label: string, who: string, table: DataTable) {
    await hand(this, 'Bob', made(this, label, record, who, table.rowsHash()))
  },
)

Given(
  'Bob was handed the {record} {string}',
  async function (this: World, _record: string, label: string) {
    await hand(this, 'Bob', this.scene(Drafts).get(label))
  },
)

When(
  '{person} receives the {record} {string}',
  async function (this: World, name: string, _record: string, label: string) {
    await hand(this, name, this.scene(Drafts).get(label))
  },
)

Given(
  'Bob received a payload of an unknown kind from {person}',
  async function (this: World, who: string) {
    const people = this.scene(People)
    const payload = encoded('ChatMessage', { clock: String(this.now), text: 'not a chat message' })
    const signature = signPayload(people.profile, payload, people.get(who).privateKey)
    const wrapper = wrap(people.profile, 'SomethingNew', payload, { signature })
    const draft = {
      label: 'unknown',
      record: 'SomethingNew',
      author: who,
      wrapper,
      payload,
      value: {},
    }
    await hand(this, 'Bob', this.scene(Drafts).keep(draft))
  },
)

Then('Bob {verdict} it', function (this: World, verdict: string) {
  const got = lastAnswer(this).map(({ kind }): string => (kind === 'ok' ? 'takes' : 'discards'))
  this.expect("Bob's answer", got).equals(verdict)
})

/** The answer to what was accepted; a refusal is a deviation. */
export function accepted(world: World) {
  const { value, call } = lastAnswer(world)
  if (value.kind === 'ok') return lastAnswer(world).map(() => value.ok)
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject: "Bob's answer", wanted: 'taken', got, call })
}

Then('Bob takes it as deniable', function (this: World) {
  this.expect(
    'whether it is deniable',
    accepted(this).map(({ deniable }) => deniable),
  ).equals(true)
})

Then('Bob takes it without a warning', function (this: World) {
  this.expect(
    'whether Bob is warned',
    accepted(this).map(({ warned }) => warned),
  ).equals(false)
})

/** What a client says it does, and what it may do so. */
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

Then('Bob treats it as he says he treats old clocks', function (this: World) {
  const wanted = declared(this, 'tooOldClock', ['accept', 'mark', 'discard'])
  const got = lastAnswer(this).map((answer): string =>
    answer.kind === 'rejected' ? 'discard' : answer.ok.warned ? 'mark' : 'accept',
  )
  this.expect('what Bob does with an old clock', got).equals(wanted)
})

Then('Bob treats it as he says he treats unknown senders', async function (this: World) {
  const wanted = declared(this, 'unknownSender', ['create', 'discard'])
  const got = lastAnswer(this).map(({ kind }): string => (kind === 'ok' ? 'create' : 'discard'))
  this.expect('what Bob does with an unknown sender', got).equals(wanted)
  const count = (await this.act('Bob', 'payloads.chats', {})).map((ok) => ok.chatIds.length)
  this.expect('the number of his chats', count).equals(wanted === 'create' ? 2 : 1)
})

Then('Bob asks Codex for {}', function (this: World, words: string) {
  const { answer } = this.scene(Reception)
  const got = (answer as Observed<Answer<'payloads.receive'>>).map((one) =>
    one.kind === 'ok' ? (one.ok.fetches ?? []) : [],
  )
  const wanted = words === 'nothing' ? [] : [this.scene(Drafts).text(words)]
  this.expect('what Bob asks of Codex', got).equals(wanted)
})
