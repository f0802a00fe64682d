import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Ok, Params } from '../../adapters/contract/operations.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { type Draft, Drafts } from './drafts.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'
import { decoded, read } from './records.ts'
import { ABSENT } from './values.ts'
import { open, payloadSigner } from './wrapping.ts'

/* What a node sends, and what others read in it. */

type Rows = Readonly<Record<string, string>>
type Item = Ok<'payloads.drain'>['items'][number]

/** What a user gives for each record; the node adds the rest. */
function userLevel(world: World, record: string, rows: Rows): Record<string, unknown> {
  const drafts = world.scene(Drafts)
  const target = { message_id: drafts.target }
  const given: Record<string, unknown> =
    {
      ChatMessage: { text: `hello ${world.dice.hex(6)}`, content_type: 'TEXT_PLAIN' },
      EmojiReaction: { ...target, type: 'LOVE' },
      PinMessage: { ...target, pinned: true },
      EditMessage: { ...target, text: `edited ${world.dice.hex(6)}`, content_type: 'TEXT_PLAIN' },
      DeleteMessage: target,
    }[record] ?? {}
  for (const [field, words] of Object.entries(rows))
    given[field] = drafts.cell(record, field, words)
  return given
}

/** The outbox since the last look, as the client says it. */
export function drain(world: World, name: string): Promise<Observed<Item[]>> {
  return world.act(name, 'payloads.drain', {}).then((ok) => ok.map(({ items }) => items))
}

/** Asks a node to send; the sentence decides whether it may refuse. */
async function send(
  world: World,
  name: string,
  record: string,
  rows: Rows,
  chatId?: string,
): Promise<{ answer: Observed<Answer<'payloads.send'>>; value: object }> {
  const value = userLevel(world, record, rows)
  const id = chatId ?? world.scene(Nodes).chat.ids.get(name)?.value ?? ''
  const params = { chatId: id, record, value } as Params<'payloads.send'>
  await drain(world, name)
  return { answer: await world.attempt(name, 'payloads.send', params), value }
}

async function sends(
  world: World,
  name: string,
  record: string,
  label: string,
  rows: Rows = {},
  { chatId, laterMs = 0 }: { chatId?: string; laterMs?: number } = {},
): Promise<void> {
  const { answer, value } = await send(world, name, record, rows, chatId)
  if (answer.value.kind === 'rejected')
    world.fail({
      kind: 'deviation',
      subject: `${name} sending the ${record} "${label}"`,
      wanted: 'ok',
      got: `rejected (${answer.value.rejected.code})`,
      call: answer.call,
    })
  world.now += laterMs
  const items = await drain(world, name)
  world.now -= laterMs
  const { messageId, clock } = answer.value.ok
  const sent = items.map((all) => all.find((item) => item.record === record)?.bytes ?? '')
  world.scene(Drafts).keep({
    label,
    record,
    author: name,
    wrapper: sent.value,
    payload: open(world.scene(People).profile, sent.value)?.payload ?? '',
    value: value as Draft['value'],
    id: messageId,
    sent,
    clock: answer.map(() => clock),
    beside: items.map((all) => others(all, record)),
    to: items.map((all) => all.find((item) => item.record === record)?.to ?? { kind: '', id: '' }),
  })
}

/** Records besides the first of the kind that was asked for. */
function others(items: readonly Item[], record: string): string[] {
  const asked = items.findIndex((item) => item.record === record)
  return items.filter((_, i) => i !== asked).map((item) => item.record)
}

Given('{person} sent the {record} {string}', sendPlain)
When('{person} sends the {record} {string}', sendPlain)
async function sendPlain(this: World, name: string, record: string, label: string) {
  await sends(this, name, record, label)
}

When(
  '{person} sends the {record} {string} with',
  async function (this: World, name: string, record: string, label: string, table: DataTable) {
    await sends(this, name, record, label, table.rowsHash())
  },
)

When(
  'Bob sends the {record} {string}, handed over {int} milliseconds later',
  async function (this: World, record: string, label: string, laterMs: number) {
    await sends(this, 'Bob', record, label, {}, { laterMs })
  },
)

Given(
  'Bob sent the ChatMessage {string} into the channel {string}',
  async function (this: World, label: string, channel: string) {
    const chat = [this.scene(Nodes).chat, ...this.scene(Nodes).others].find(
      ({ channelId }) => channelId === channel,
    )
    const chatId = chat?.ids.get('Bob')?.value ?? ''
    await sends(this, 'Bob', 'ChatMessage', label, {}, { chatId })
  },
)

class Attempts {
  items?: Observed<Item[]>
}

When(
  'Bob tries to send the {record} {string} with',
  async function (this: World, record: string, _label: string, table: DataTable) {
    await send(this, 'Bob', record, table.rowsHash())
    this.scene(Attempts).items = await drain(this, 'Bob')
  },
)

Then('nothing of type {word} is sent', function (this: World, type: string) {
  const { items } = this.scene(Attempts)
  const types = (items as Observed<Item[]>).map((all) =>
    all.map((item) => contentType(this, item)).filter((found) => found === type),
  )
  this.expect('what Bob sent of that type', types).equals([])
})

function contentType(world: World, { bytes, record }: Item): unknown {
  const payload = open(world.scene(People).profile, bytes)?.payload
  if (record !== 'ChatMessage' || payload === undefined) return undefined
  try {
    return decoded(record, payload).content_type
  } catch {
    return undefined
  }
}

Then(
  /^only ((?:"[^"]+"(?:, | and )?)+) (?:was|were) sent$/,
  async function (this: World, words: string) {
    const labels = [...words.matchAll(/"([^"]+)"/g)].map(([, label]) => label ?? '')
    for (const label of labels) {
      const draft = this.scene(Drafts).get(label)
      const { beside } = draft
      this.expect(`what Bob sent with "${label}"`, beside as Observed<string[]>).equals([])
      this.expect(`the wrapper of "${label}"`, sentOf(draft)).meets('sent', (hex) => hex !== '')
    }
    const more = await drain(this, 'Bob')
    this.expect(
      'what Bob sent afterwards',
      more.map((all) => all.map(({ record }) => record)),
    ).equals([])
  },
)

/** What a client sent under a label. */
export function sentOf(draft: Draft): Observed<string> {
  if (!draft.sent) throw new Error(`"${draft.label}" is not a message that a client sent`)
  return draft.sent
}

/** The record that a client sent under a label, as another decoder reads it. */
export function recordSent(world: World, label: string) {
  const draft = world.scene(Drafts).get(label)
  return read(world, `the ${draft.record} "${label}"`, draft.record, payloadSent(world, draft))
}

function payloadSent(world: World, draft: Draft): Observed<string> {
  const { profile } = world.scene(People)
  const opened = sentOf(draft).map((hex) => open(profile, hex))
  if (opened.value === undefined)
    world.fail({
      kind: 'deviation',
      subject: `the wrapper of "${draft.label}"`,
      wanted: 'a wrapper',
      got: draft.wrapper,
      call: opened.call,
    })
  return opened.map((one) => one?.payload ?? '')
}

Then('{string} travels in one wrapper', function (this: World, label: string) {
  const { profile } = this.scene(People)
  const got = sentOf(this.scene(Drafts).get(label)).map((hex) => {
    const opened = open(profile, hex)
    if (!opened) return 'no wrapper'
    const inner = open(profile, opened.payload)
    if (inner && inner.payload !== '' && inner.others.length === 0) return 'a wrapper in a wrapper'
    return opened.payload !== '' && opened.others.length === 0 ? 'one wrapper' : 'something else'
  })
  this.expect(`what "${label}" travels in`, got).equals('one wrapper')
})

Then('{string} holds what Bob sent', function (this: World, label: string) {
  const { value } = this.scene(Drafts).get(label)
  const wanted = JSON.stringify(value)
  const got = recordSent(this, label).map((record) =>
    JSON.stringify(Object.fromEntries(Object.keys(value).map((key) => [key, record[key]]))),
  )
  this.expect(`the ${this.scene(Drafts).get(label).record} "${label}"`, got).equals(wanted)
})

Then('{string} is signed by {person}', function (this: World, label: string, name: string) {
  const people = this.scene(People)
  const got = sentOf(this.scene(Drafts).get(label)).map((hex) => {
    const opened = open(people.profile, hex)
    return opened ? people.nameOf(payloadSigner(people.profile, opened)) : 'nobody'
  })
  this.expect(`the signer of "${label}"`, got).equals(name)
})

Then('{string} has', function (this: World, label: string, table: DataTable) {
  const { record } = this.scene(Drafts).get(label)
  const got = recordSent(this, label)
  for (const [field, words] of Object.entries(table.rowsHash())) {
    const wanted = words === ABSENT ? undefined : this.scene(Drafts).cell(record, field, words)
    this.expect(
      `${field} of "${label}"`,
      got.map((value) => value[field] as unknown),
    ).equals(wanted)
  }
})

Then('{string} has message type {int}', function (this: World, label: string, number: number) {
  const got = recordSent(this, label).map((value) => value.message_type)
  const names = { 1: 'ONE_TO_ONE', 2: 'PUBLIC_GROUP', 3: 'PRIVATE_GROUP', 5: 'COMMUNITY_CHAT' }
  this.expect(`the message type of "${label}"`, got).equals(names[number as keyof typeof names])
})

Then('{string} goes to {word}', function (this: World, label: string, kind: string) {
  const { to } = this.scene(Drafts).get(label)
  const wanted = { kind, id: this.scene(Nodes).chat.to }
  this.expect(`where "${label}" goes`, to as Observed<object>).equals(wanted)
})

Then(
  '{string} has a larger clock than {string}',
  function (this: World, late: string, early: string) {
    const before = BigInt(String(recordSent(this, early).value.clock ?? 0))
    const got = recordSent(this, late).map((value) => BigInt(String(value.clock ?? 0)))
    this.expect(`the clock of "${late}"`, got, String).meets(
      `more than ${before}`,
      (clock) => clock > before,
    )
  },
)

Then('{string} names the chat it was sent into', function (this: World, label: string) {
  const wanted = this.scene(Nodes).chat.ids.get('Bob')?.value
  const got = recordSent(this, label).map((value) => value.chat_id)
  this.expect(`chat_id of "${label}"`, got).equals(wanted)
})

Then(
  'the chat id of {string} is that of the community and {string}',
  function (this: World, label: string, channel: string) {
    const { community } = this.scene(Nodes).chat
    const got = recordSent(this, label).map((value) => value.chat_id)
    this.expect(`chat_id of "${label}"`, got).equals(`${community?.value}${channel}`)
  },
)

/** The moment of a word, for those who compare clocks. */
export function at(world: World, words: string): string {
  return String(momentAt(world.now, words))
}
