import { Refused } from '../../contract/handler.ts'
import type { Ok, Params } from '../../contract/operations.ts'
import { channelChatId } from './chat-id.ts'
import { chatWith, openChannel, openChat } from './chats.ts'
import { UPDATE_INTERVAL_MS } from './contacts.ts'
import { announceChat, installationIdOf } from './devices.ts'
import type { Profile } from './profile.ts'
import { publicKeyOf } from './signature.ts'
import type { NodeState } from './state.ts'

/** A node as it is when its user starts it for the first time. */
export function newNode(
  privateKey: string,
  seed: string,
  now: number,
  ens: Readonly<Record<string, string>>,
): NodeState {
  return {
    privateKey,
    publicKey: publicKeyOf(privateKey),
    installationId: installationIdOf(seed),
    ens,
    chats: new Map(),
    groups: new Map(),
    contacts: new Map(),
    communities: new Map(),
    wrappers: new Map(),
    profile: { ensName: '', image: new Uint8Array() },
    paired: false,
    updateDue: now + UPDATE_INTERVAL_MS,
    outbox: [],
  }
}

/** Puts the user into a chat. */
export function join(
  node: NodeState,
  profile: Profile,
  now: number,
  { kind, id = '', peer = '', members = [], communityId = '' }: Params<'payloads.join'>,
): Ok<'payloads.join'> {
  switch (kind) {
    case 'PUBLIC_GROUP':
      announceChat(node, profile, now, id)
      return { chatId: openChat(node, id, kind).id }
    case 'ONE_TO_ONE':
      return { chatId: chatWith(node, peer).id }
    case 'PRIVATE_GROUP':
      node.groups.set(id, {
        name: '',
        color: '',
        members: new Map(members.map((member) => [member, true])),
        admins: new Set(members.slice(0, 1)),
      })
      return { chatId: openChat(node, id, kind).id }
    case 'COMMUNITY_CHAT':
      return {
        chatId: openChannel(node, communityId, id).id,
        communityId: channelChatId(communityId, ''),
      }
    default:
      throw new Error(`expected a kind of chat, got ${kind satisfies never}`)
  }
}

/** The wrapper as it came, for a third party: nothing in it is written again, so that it still verifies. */
export function relay(node: NodeState, messageId: string): Uint8Array {
  const kept = node.wrappers.get(messageId)
  if (kept === undefined) throw new Refused('unknown-message', `there is no message ${messageId}`)
  if (kept.deniable) throw new Refused('deniable', 'an unsigned message is not passed on')
  return kept.bytes
}
