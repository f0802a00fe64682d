import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { type Draft, Drafts } from './drafts.ts'
import { EVENT, element, updated } from './group-events.ts'
import { broken, oddly } from './oddities.ts'
import { momentAt } from './parameters.ts'
import { accepted, hand, type Journey } from './reception.ts'

/*
What reaches a node. The table of a message says what differs from what its author's client would write:
fields of the record, and how it travels: `signed with`, `encoded with`, `sent at`, `delivered by`.
*/

type Made = readonly [Draft, Journey]

/** A message as its table says. The events of a group travel together: one column for each. */
function made(
  world: World,
  record: string,
  label: string,
  author: string,
  table?: DataTable,
): Made {
  const rows = table?.raw() ?? []
  if (record === EVENT) return [groupUpdate(world, label, author, rows), {}]
  const {
    'signed with': signature,
    'encoded with': encoding,
    'sent at': sentAt,
    'delivered by': deliverer,
    ...fields
  } = column(rows, 1)
  const draft = world.scene(Drafts).make(label, record, author, fields, {
    ...(encoding && { encode: (bytes) => oddly(encoding, bytes) }),
    ...(signature && { sign: (good) => broken(signature, good) }),
  })
  return [
    draft,
    {
      ...(sentAt && { sentAt: Number(momentAt(world.now, sentAt)) }),
      ...(deliverer && { deliverer }),
    },
  ]
}

function column(rows: readonly string[][], n: number): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row[0] as string, row[n] as string]))
}

function groupUpdate(
  world: World,
  label: string,
  author: string,
  rows: readonly string[][],
): Draft {
  let entity: string | undefined
  const events = (rows[0] ?? []).slice(1).map((_, i) => {
    const { chat_entity, ...event } = column(rows, i + 1)
    entity ??= chat_entity
    return element(world, author, event)
  })
  return updated(world, label, author, events, entity)
}

/** How a message is given: `give` leaves the answer to a Then, for `take` a refusal is a deviation. */
type Give = (world: World, name: string, made: Made) => Promise<void>

const give: Give = (world, name, [draft, journey]) => hand(world, name, draft, journey)

const take: Give = async (world, name, [draft, journey]) => {
  await hand(world, name, draft, journey)
  accepted(world, `${name} receiving the ${draft.record} "${draft.label}"`)
}

function plainly(to: Give) {
  return function (this: World, name: string, record: string, label: string, who: string) {
    return to(this, name, made(this, record, label, who))
  }
}

function withTable(to: Give) {
  return function (
    this: World,
    name: string,
    record: string,
    label: string,
    who: string,
    table: DataTable,
  ) {
    return to(this, name, made(this, record, label, who, table))
  }
}

Given('{person} received the {record} {string} from {person}', plainly(take))
Given('{person} received the {record} {string} from {person} with', withTable(take))
When('{person} receives the {record} {string} from {person}', plainly(give))
When('{person} receives the {record} {string} from {person} with', withTable(give))
/** Whatever becomes of it: the scenario is about what comes next. */
Given('{person} was handed the {record} {string} from {person} with', withTable(give))

When(
  '{person} receives the {record} {string}',
  async function (this: World, name: string, _record: string, label: string) {
    await hand(this, name, this.scene(Drafts).get(label))
  },
)
