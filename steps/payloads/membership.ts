import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { oddly } from './oddities.ts'
import { People } from './people.ts'
import { hand } from './receiving.ts'
import { decoded, encoded, plain, said } from './records.ts'
import { ABSENT } from './values.ts'
import { delimited } from './wire.ts'
import { eventSigner, signEvent } from './wrapping.ts'

/* Events of a private group: one by one, and as messages that a node takes. */

const EVENT = 'MembershipUpdateEvent'

class Events {
  chatId = ''
  /** The event as encoded, hex, and as a value. */
  event = ''
  value: object = {}
  element?: Observed<string>
  opened?: Observed<Answer<'payloads.verifyEvent'>>
}

/** An event that names Carol and Bob, and no other run has. */
function freshEvent(world: World): object {
  const people = world.scene(People)
  return {
    clock: String(world.now),
    members: [people.text('Carol'), people.text('Bob')],
    type: 'MEMBERS_ADDED',
    name: `group ${world.dice.hex(4)}`,
  }
}

When('Bob signs a membership event for {person}', async function (this: World, who: string) {
  const value = freshEvent(this)
  const chatId = this.scene(Nodes).groupId()
  const { privateKey } = this.scene(People).get(who)
  const ok = await this.act('Bob', 'payloads.signEvent', {
    chatId,
    event: { ...value },
    privateKey,
  })
  const element = ok.map((one) => one.element)
  Object.assign(this.scene(Events), { chatId, value, event: encoded(EVENT, value), element })
})

Then('the element is her signature and the event', function (this: World) {
  const people = this.scene(People)
  const { element, chatId, value } = this.scene(Events)
  const got = (element as Observed<string>).map((hex) => ({
    signer: people.nameOf(eventSigner(people.profile, chatId, hex)),
    event: readable(hex.slice(130)),
  }))
  this.expect('the element', got).equals({ signer: 'Alice', event: plain(EVENT, value) })
})

function readable(event: string): object | string {
  try {
    return decoded(EVENT, event)
  } catch (cause) {
    return (cause as Error).message
  }
}

const OPENS =
  /^Bob opens a membership event of (\w+)( in another group| with a field added after signing)?(?: with (an unknown field|fields out of order|a number in too many bytes|a default that is written))?$/
When(
  OPENS,
  async function (this: World, who: string, change: string | null, oddity: string | null) {
    const people = this.scene(People)
    const value = freshEvent(this)
    const group = this.scene(Nodes).groupId()
    const event = oddity ? oddly(oddity, encoded(EVENT, value)) : encoded(EVENT, value)
    const signed = signEvent(people.profile, group, event, people.get(who).privateKey)
    const element = change?.includes('added') ? `${signed}${delimited(99, '6c61746572')}` : signed
    const chatId = change?.includes('another') ? `${group}x` : group
    const opened = await this.attempt('Bob', 'payloads.verifyEvent', { chatId, element })
    Object.assign(this.scene(Events), { chatId, value, event, opened })
  },
)

const SHORT =
  /^Bob opens (an element of nothing|an element of 64 bytes|a signature without an event)$/
When(SHORT, async function (this: World, what: string) {
  const people = this.scene(People)
  const chatId = this.scene(Nodes).groupId()
  const signature = signEvent(people.profile, chatId, '', people.get('Alice').privateKey)
  const lengths: Readonly<Record<string, number>> = {
    'an element of nothing': 0,
    'an element of 64 bytes': 128,
    'a signature without an event': 130,
  }
  const element = signature.slice(0, lengths[what])
  const opened = await this.attempt('Bob', 'payloads.verifyEvent', { chatId, element })
  Object.assign(this.scene(Events), { chatId, opened })
})

function opened(world: World): Observed<Answer<'payloads.verifyEvent'>> {
  const { opened } = world.scene(Events)
  if (!opened) throw new Error('no element was opened: add a When')
  return opened
}

Then('Bob refuses the element', function (this: World) {
  this.expect(
    "Bob's answer",
    opened(this).map(({ kind }) => kind as string),
  ).equals('rejected')
})

Then(/^its author is (not )?(\w+)$/, function (this: World, not: string | null, who: string) {
  const people = this.scene(People)
  const got = opened(this).map((answer) =>
    answer.kind === 'ok' ? people.nameOf(answer.ok.author) : 'nobody',
  )
  const comparison = this.expect('the author of the event', got)
  if (not) comparison.avoids(`not ${who}`, (name) => name !== who)
  else comparison.equals(who)
})

Then('the event is as it was signed', function (this: World) {
  const { event, value } = this.scene(Events)
  const bytes = opened(this).map((answer) => (answer.kind === 'ok' ? answer.ok.eventBytes : ''))
  this.expect('the bytes of the event', bytes).equals(event)
  const got = opened(this).map((answer) => (answer.kind === 'ok' ? answer.ok.event : {}))
  this.expect('the event', said(this, 'the event', EVENT, got)).equals(plain(EVENT, value))
})

Then('its members are {people}, in this order', function (this: World, names: string[]) {
  const people = this.scene(People)
  const { element, opened } = this.scene(Events)
  const got = element
    ? element.map((hex) => membersOf(readable(hex.slice(130))))
    : (opened as Observed<Answer<'payloads.verifyEvent'>>).map((answer) =>
        answer.kind === 'ok' ? membersOf(answer.ok.event) : [],
      )
  this.expect('the members of the event', got).equals(names.map((name) => people.text(name)))
})

function membersOf(event: object | string): unknown[] {
  const { members = [] } = (typeof event === 'string' ? {} : event) as { members?: unknown[] }
  return members
}

type Rows = Readonly<Record<string, string>>

/** One element, from the rows of a table; `author` signs it. */
function element(world: World, chatId: string, author: string, rows: Rows): string {
  const people = world.scene(People)
  const value: Record<string, unknown> = { clock: String(world.now) }
  for (const [field, words] of Object.entries(rows)) {
    if (words === ABSENT) delete value[field]
    else if (words !== '') value[field] = world.scene(Drafts).cell(EVENT, field, words)
  }
  return signEvent(people.profile, chatId, encoded(EVENT, value), people.get(author).privateKey)
}

/** Hands a membership update to Bob: its events, and what comes with them. */
async function update(
  world: World,
  label: string,
  author: string,
  events: readonly string[],
  more: Rows = {},
): Promise<void> {
  const drafts = world.scene(Drafts)
  const chatId = world.scene(Nodes).chat.wireId
  const rows: Record<string, string> = {
    chat_id: chatId,
    clock: ABSENT,
    events: JSON.stringify(events),
  }
  if (more.chat_entity) {
    const said = drafts.make(`${label} itself`, more.chat_entity, author, {})
    rows.message = JSON.stringify(said.value)
  }
  await hand(world, 'Bob', drafts.make(label, 'MembershipUpdateMessage', author, rows))
}

/** Carol makes the group and adds Bob, and Bob joins from another device of his. */
Given('Bob is in a group of {person}', async function (this: World, owner: string) {
  const nodes = this.scene(Nodes)
  this.scene(People)
  await nodes.start('Bob')
  const chatId = nodes.groupId()
  const joined = await this.act('Bob', 'payloads.chats', {})
  const ids = new Map([['Bob', joined.map(() => chatId)]])
  nodes.enter({ kind: 'PRIVATE_GROUP', wireId: chatId, to: chatId, ids })
  const at = (offset: number) => `now-${offset}`
  const name = `the group of ${owner}`
  await update(this, 'the beginning', owner, [
    element(this, chatId, owner, { clock: at(9000), type: 'CHAT_CREATED', name, color: 'blue' }),
    element(this, chatId, owner, { clock: at(8000), type: 'MEMBERS_ADDED', members: '{Bob}' }),
    element(this, chatId, 'Bob', { clock: at(7000), type: 'MEMBER_JOINED', members: '{Bob}' }),
  ])
})

const UPDATE = /^Bob (?:received|receives) the group event "([^"]+)" from (\w+) with$/
Given(UPDATE, async function (this: World, label: string, author: string, table: DataTable) {
  const { chat_entity, signature, ...rows } = table.rowsHash()
  const chatId = this.scene(Nodes).chat.wireId
  const good = element(this, chatId, author, rows)
  const event = signature === 'broken' ? `${'00'.repeat(65)}${good.slice(130)}` : good
  await update(this, label, author, [event], chat_entity ? { chat_entity } : {})
})

const SERIES = /^Bob receives the group event "([^"]+)" from (\w+) with the series$/
When(SERIES, async function (this: World, label: string, author: string, table: DataTable) {
  const chatId = this.scene(Nodes).chat.wireId
  const events = table.hashes().map((rows) => element(this, chatId, author, rows))
  await update(this, label, author, events)
})

function group(world: World) {
  return world.act('Bob', 'payloads.group', { chatId: world.scene(Nodes).chat.wireId })
}

Then('the group is called {string} for Bob', async function (this: World, name: string) {
  this.expect(
    'the name of the group',
    (await group(this)).map((one) => one.name),
  ).equals(name)
})

Then('its colour is {string} for Bob', async function (this: World, color: string) {
  this.expect(
    'the colour of the group',
    (await group(this)).map((one) => one.color),
  ).equals(color)
})

Then('{people} are in the group for Bob', async function (this: World, names: string[]) {
  const people = this.scene(People)
  const got = (await group(this)).map(({ members }) =>
    members.map((key) => people.nameOf(key)).sort(),
  )
  this.expect('the members of the group', got).equals(names.toSorted())
})
