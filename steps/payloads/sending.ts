import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { Params } from '../../adapters/contract/operations.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { type Draft, Drafts } from './drafts.ts'
import { became } from './outcome.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'
import { collect, drain, type Post } from './posts.ts'
import { sentOf } from './sent.ts'
import { wrapperPart } from './wrapper-parts.ts'
import { open } from './wrapping.ts'

/* What a node sends into a chat. */

type Rows = Readonly<Record<string, string>>

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

/** Lets a node send; what it refuses is seen by whoever looks at the message. */
async function sends(
  world: World,
  name: string,
  record: string,
  label: string,
  { 'handed over': later, ...rows }: Rows = {},
): Promise<Draft> {
  const value = userLevel(world, record, rows)
  const chatId = world.scene(Nodes).chat.ids.get(name)?.value ?? ''
  const params = { chatId, record, value } as Params<'payloads.send'>
  await drain(world, name)
  const answer = await world.attempt(name, 'payloads.send', params)
  const { now } = world
  if (later) world.now = Number(momentAt(now, later))
  const items = await collect(world, name)
  world.now = now
  const taken = answer.value.kind === 'ok' ? answer.value.ok : undefined
  const sent = items.map((all) => all.find((item) => item.record === record)?.bytes ?? '')
  became(world, { answers: [answer], part: wrapperPart(world, sent) })
  return world.scene(Drafts).keep({
    label,
    record,
    author: name,
    wrapper: sent.value,
    payload: open(world.scene(People).profile, sent.value)?.payload ?? '',
    value: value as Draft['value'],
    sent,
    beside: items.map((all) => others(all, record)),
    ...(taken && { id: taken.messageId }),
    ...(!taken && { refused: answer.map(refusal) }),
  })
}

function refusal(answer: Answer<'payloads.send'>): string {
  return answer.kind === 'rejected' ? `rejected (${answer.rejected.code})` : answer.kind
}

/** Records besides the first of the kind that was asked for. */
function others(items: readonly Post[], record: string): string[] {
  const asked = items.findIndex((item) => item.record === record)
  return items.filter((_, i) => i !== asked).map((item) => item.record)
}

Given(
  '{person} sent the {record} {string}',
  async function (this: World, name: string, record: string, label: string) {
    sentOf(this, await sends(this, name, record, label))
  },
)

When(
  '{person} sends the {record} {string}',
  async function (this: World, name: string, record: string, label: string) {
    await sends(this, name, record, label)
  },
)

/** Fields that the user gives, and when the outbox is `handed over`. */
When(
  '{person} sends the {record} {string} with',
  async function (this: World, name: string, record: string, label: string, table: DataTable) {
    await sends(this, name, record, label, table.rowsHash())
  },
)
