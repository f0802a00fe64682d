import { DecodeError } from '../../../proto/errors.ts'
import { isRecord } from '../../../proto/payloads/records.ts'
import { Refused } from '../../contract/handler.ts'
import { type Authorship, authorOf } from './authorship.ts'
import { match } from './chats.ts'
import { isAhead, isBehind } from './clock.ts'
import { decode } from './codec.ts'
import { learnArchive, learnDescription, learnRequest, learnResponse } from './communities.ts'
import { learnContact, learnIdentity } from './contacts.ts'
import { checkContent } from './content.ts'
import { update } from './groups.ts'
import { messageIdOf } from './outbox.ts'
import type { Profile } from './profile.ts'
import { checkReaction, keep } from './sending.ts'
import type * as shapes from './shapes.ts'
import { BadSignature } from './signature.ts'
import type { NodeState } from './state.ts'
import { decodeWrapper, type Wrapper } from './wrapper.ts'

/** One wrapper from the layer below. */
export interface Arrival {
  readonly bytes: Uint8Array
  readonly record: string
  readonly transportTime: number
  readonly transportAuthor: string | undefined
}

export interface Taken {
  readonly chatId?: string
  readonly messageId: string
  readonly author: string
  readonly deniable: boolean
  readonly warned: boolean
  readonly fetches?: string[]
}

/** Takes one message, or refuses it and stays as it was. */
export function receive(node: NodeState, profile: Profile, arrival: Arrival): Taken {
  const wrapper = opened(profile, arrival.bytes)
  const author = attributed(profile, wrapper, arrival.transportAuthor)
  if (!isRecord(arrival.record))
    throw new Refused('unknown-record', `there is no record ${arrival.record}`)
  const message = decode<shapes.ChatMessage>(arrival.record, wrapper.payload)
  // A few records have no clock.
  const { clock = BigInt(arrival.transportTime) } = message
  if (isAhead(clock, arrival.transportTime))
    throw new Refused('clock-future', `the clock ${clock} is too far ahead`)
  const warned = isBehind(clock, arrival.transportTime)
  const messageId = messageIdOf(author.publicKey, wrapper.payload)
  const where = handle(node, profile, arrival, author.publicKey, messageId, message)
  node.wrappers.set(messageId, { bytes: arrival.bytes, deniable: author.deniable })
  return { ...where, messageId, author: author.publicKey, deniable: author.deniable, warned }
}

function opened(profile: Profile, bytes: Uint8Array): Wrapper {
  try {
    return decodeWrapper(profile, bytes)
  } catch (cause) {
    if (cause instanceof DecodeError) throw new Refused('malformed', cause.message)
    throw cause
  }
}

function attributed(
  profile: Profile,
  wrapper: Wrapper,
  transportAuthor: string | undefined,
): Authorship {
  try {
    const author = authorOf(profile, wrapper, transportAuthor)
    if (author === undefined)
      throw new Refused('no-author', 'neither signed nor delivered by anybody')
    return author
  } catch (cause) {
    if (cause instanceof BadSignature) throw new Refused('bad-signature', cause.message)
    throw cause
  }
}

/** What each record does. One that does nothing to a node is taken and kept for relaying. */
function handle(
  node: NodeState,
  profile: Profile,
  arrival: Arrival,
  author: string,
  messageId: string,
  message: object,
): { chatId?: string; fetches?: string[] } {
  switch (arrival.record) {
    case 'ChatMessage':
    case 'EmojiReaction':
    case 'PinMessage':
    case 'EditMessage':
    case 'DeleteMessage':
      return converse(node, profile, arrival.record, author, messageId, message as shapes.Targeted)
    case 'MembershipUpdateMessage':
      return membership(node, profile, arrival, author, messageId, message)
    case 'ContactUpdate':
      learnContact(node, author, message as shapes.ContactUpdate)
      return {}
    case 'ChatIdentity':
      learnIdentity(node, author, message as shapes.ChatIdentity)
      return {}
    case 'CommunityDescription':
      learnDescription(node, author, message as shapes.CommunityDescription)
      return {}
    case 'CommunityRequestToJoin':
      learnRequest(node, author, message as shapes.CommunityRequestToJoin)
      return {}
    case 'CommunityRequestToJoinResponse':
      return learnResponse(node, message as shapes.CommunityRequestToJoinResponse)
    case 'CommunityMessageArchive':
      return learnArchive(message as shapes.CommunityMessageArchive)
    default:
      return {}
  }
}

/** A message in a chat, or an act on one. */
function converse(
  node: NodeState,
  profile: Profile,
  record: string,
  author: string,
  messageId: string,
  message: shapes.Targeted,
): { chatId: string } {
  if (record === 'ChatMessage') checkContent(message as unknown as shapes.ChatMessage, profile)
  if (record === 'EmojiReaction') checkReaction(message as shapes.EmojiReaction)
  if (message.clock === 0n) throw new Refused('clock-zero', 'a message has a clock')
  const chat = match(node, message, author)
  keep(node, chat, author, messageId, record, message)
  return { chatId: chat.id }
}

/** The events first, then what came with them. */
function membership(
  node: NodeState,
  profile: Profile,
  arrival: Arrival,
  author: string,
  messageId: string,
  value: object,
): { chatId: string } {
  const message = value as shapes.MembershipUpdateMessage
  update(node, profile, message, arrival.transportTime)
  const { message: said, emoji_reaction: reaction, chat_id: chatId } = message
  const entity = said ?? reaction
  if (entity === undefined) return { chatId }
  if (isAhead(entity.clock, arrival.transportTime))
    throw new Refused('clock-future', `the clock ${entity.clock} is too far ahead`)
  const record = said === undefined ? 'EmojiReaction' : 'ChatMessage'
  return converse(node, profile, record, author, messageId, entity as shapes.Targeted)
}
