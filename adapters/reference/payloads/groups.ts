import { Refused } from '../../contract/handler.ts'
import { hexDecode } from './chat-id.ts'
import { openChat } from './chats.ts'
import { isAhead } from './clock.ts'
import { decode } from './codec.ts'
import { openEvent } from './membership.ts'
import { eventTypes } from './numbers.ts'
import type { Profile } from './profile.ts'
import type { MembershipUpdateEvent, MembershipUpdateMessage } from './shapes.ts'
import { BadSignature } from './signature.ts'
import type { Group, NodeState } from './state.ts'

const { CHAT_CREATED, NAME_CHANGED, MEMBERS_ADDED, MEMBER_JOINED, MEMBER_REMOVED } = eventTypes
const { ADMINS_ADDED, ADMIN_REMOVED, COLOR_CHANGED } = eventTypes

interface Authored {
  readonly author: string
  readonly event: MembershipUpdateEvent
}

/** Applies the events of a membership update in the order of their clocks (PAY-MEM-10). */
export function update(
  node: NodeState,
  profile: Profile,
  message: MembershipUpdateMessage,
  transportMs: number,
): void {
  const chatId = message.chat_id
  if (chatId === '') throw new Refused('content', 'a membership update names its chat')
  const events = message.events
    .map((element) => open(profile, chatId, element))
    .filter(({ event }) => event.clock > 0n && !isAhead(event.clock, transportMs))
    .toSorted((a, b) => (a.event.clock < b.event.clock ? -1 : 1))
  for (const { author, event } of events) apply(node, chatId, author, event)
}

function open(profile: Profile, chatId: string, element: Uint8Array): Authored {
  try {
    const { author, event } = openEvent(profile, chatId, element)
    return { author, event: decode<MembershipUpdateEvent>('MembershipUpdateEvent', event) }
  } catch (cause) {
    if (cause instanceof BadSignature) throw new Refused('bad-signature', cause.message)
    if (cause instanceof Refused) throw cause
    throw new Refused('malformed', (cause as Error).message)
  }
}

/** An event of a type that is not known changes nothing and hinders no other (PAY-MEM-05). */
function apply(
  node: NodeState,
  chatId: string,
  author: string,
  event: MembershipUpdateEvent,
): void {
  if (event.type === CHAT_CREATED) create(node, chatId, author, event)
  const group = node.groups.get(chatId)
  if (group === undefined) return
  if (event.type === MEMBER_JOINED) group.members.set(author, true)
  else if (group.admins.has(author)) applyOfAdmin(group, event)
  else if (event.type === MEMBER_REMOVED) leave(group, author, event)
}

function create(
  node: NodeState,
  chatId: string,
  author: string,
  event: MembershipUpdateEvent,
): void {
  if (node.groups.has(chatId)) return
  openChat(node, chatId, 'PRIVATE_GROUP')
  node.groups.set(chatId, {
    name: event.name,
    color: event.color,
    members: new Map([[author, true]]),
    admins: new Set([author]),
  })
}

function applyOfAdmin(group: Group, event: MembershipUpdateEvent): void {
  const members = keysOf(event)
  switch (event.type) {
    case NAME_CHANGED:
      group.name = event.name
      break
    case COLOR_CHANGED:
      group.color = event.color
      break
    case CHAT_CREATED:
    case MEMBERS_ADDED:
      for (const member of members) if (!group.members.has(member)) group.members.set(member, false)
      break
    case MEMBER_REMOVED:
      for (const member of members) group.members.delete(member)
      break
    case ADMINS_ADDED:
      for (const member of members) group.admins.add(member)
      break
    case ADMIN_REMOVED:
      for (const member of members) group.admins.delete(member)
      break
  }
}

/** Whoever is no admin can remove nobody else. */
function leave(group: Group, author: string, event: MembershipUpdateEvent): void {
  if (keysOf(event).includes(author)) group.members.delete(author)
}

function keysOf(event: MembershipUpdateEvent): string[] {
  return event.members.flatMap((member) => hexDecode(member) ?? [])
}
