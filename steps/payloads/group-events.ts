import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { type Draft, Drafts } from './drafts.ts'
import { broken } from './oddities.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { ABSENT } from './values.ts'
import { signEvent } from './wrapping.ts'

/* Events of a private group as its members make them, and the messages in which they travel. */

export const EVENT = 'MembershipUpdateEvent'

type Rows = Readonly<Record<string, string>>

/** One element of a message, from the rows of a table; `author` signs it, or it is `signed with` a fault. */
export function element(world: World, author: string, rows: Rows): string {
  const { 'signed with': fault, ...fields } = rows
  const people = world.scene(People)
  const chatId = world.scene(Nodes).chat.wireId
  const value: Record<string, unknown> = { clock: String(world.now) }
  for (const [field, words] of Object.entries(fields)) {
    if (words === ABSENT) delete value[field]
    else if (words !== '') value[field] = world.scene(Drafts).cell(EVENT, field, words)
  }
  const event = encoded(EVENT, value)
  const signed = signEvent(people.profile, chatId, event, people.get(author).privateKey)
  return fault ? `${broken(fault, signed.slice(0, 130)) ?? ''}${event}` : signed
}

/** Events in one message, and what comes with them: a record of the kind `entity`. */
export function updated(
  world: World,
  label: string,
  author: string,
  events: readonly string[],
  entity?: string,
): Draft {
  const drafts = world.scene(Drafts)
  const rows: Record<string, string> = {
    chat_id: world.scene(Nodes).chat.wireId,
    clock: ABSENT,
    events: JSON.stringify(events),
  }
  if (entity) {
    const said = drafts.make(`${label} itself`, entity, author, {})
    rows.message = JSON.stringify(said.value)
  }
  return drafts.make(label, 'MembershipUpdateMessage', author, rows)
}
