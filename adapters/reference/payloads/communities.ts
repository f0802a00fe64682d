import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'
import { Refused } from '../../contract/handler.ts'
import { channelChatId, hexDecode, hexEncode } from './chat-id.ts'
import { openChannel } from './chats.ts'
import { nextClock } from './clock.ts'
import { recordOf } from './codec.ts'
import { post } from './outbox.ts'
import type { Profile } from './profile.ts'
import type * as shapes from './shapes.ts'
import { compressed, publicKeyOf } from './signature.ts'
import type { Chat, Community, NodeState } from './state.ts'

/** first_message_timestamp of a channel in which nothing was said yet; it counts SECONDS (62, ChatIdentity). */
const NO_MESSAGES = 1

const ROLE_OWNER = 1

export function communityOf(node: NodeState, id: string): Community {
  const known = node.communities.get(id)
  if (known !== undefined) return known
  const community: Community = { clock: 0n, members: new Set(), channels: new Map(), cid: '' }
  node.communities.set(id, community)
  return community
}

function controlled(node: NodeState, id: string): Community & { privateKey: string } {
  const { privateKey, ...rest } = communityOf(node, id)
  if (privateKey === undefined) throw new Refused('refused', `not the control node of ${id}`)
  return { ...rest, privateKey }
}

export function createCommunity(
  node: NodeState,
  privateKey: string,
  channelIds: readonly string[],
): void {
  const id = compressed(publicKeyOf(privateKey))
  const channels = new Map(channelIds.map((channelId) => [channelId, 0]))
  const members = new Set([node.publicKey])
  node.communities.set(id, { privateKey, clock: 0n, members, channels, cid: '' })
  for (const channelId of channelIds) openChannel(node, id, channelId)
}

/** The description never carries the accounts that members revealed: those are for the control node (PAY-RTJ-03). */
function description(node: NodeState, community: Community): object {
  const member = (publicKey: string) =>
    [
      hexEncode(publicKey),
      {
        roles: publicKey === node.publicKey ? [ROLE_OWNER] : [],
        last_update_clock: community.clock,
      },
    ] as const
  const channel = ([id, firstMs]: [string, number]) =>
    [id, { identity: { first_message_timestamp: firstSeconds(firstMs) } }] as const
  return {
    clock: community.clock,
    members: new Map([...community.members].map(member)),
    chats: new Map([...community.channels].map(channel)),
  }
}

function firstSeconds(firstMs: number): number {
  return firstMs === 0 ? NO_MESSAGES : Math.floor(firstMs / 1000)
}

export function publish(node: NodeState, profile: Profile, now: number, id: string): void {
  const { privateKey } = controlled(node, id)
  const community = communityOf(node, id)
  community.clock = nextClock(community.clock, now)
  const to = { kind: 'community', id } as const
  post(node, profile, 'CommunityDescription', description(node, community), to, privateKey)
}

/** Only a user who is not a member yet asks to become one (PAY-RTJ-01). */
export function requestToJoin(
  node: NodeState,
  profile: Profile,
  now: number,
  id: string,
  accounts: readonly object[],
): void {
  if (communityOf(node, id).members.has(node.publicKey))
    throw new Refused('refused', 'a member does not ask to join')
  const message = {
    clock: BigInt(now),
    ens_name: node.profile.ensName,
    community_id: hexToBytes(id),
    revealed_accounts: accounts.map((account) => recordOf('RevealedAccount', account)),
  }
  // Wallet addresses are for the control node alone.
  post(node, profile, 'CommunityRequestToJoin', message, { kind: 'private', id })
}

export function answerRequest(
  node: NodeState,
  profile: Profile,
  now: number,
  id: string,
  publicKey: string,
  accepted: boolean,
): void {
  const { cid } = controlled(node, id)
  const community = communityOf(node, id)
  if (accepted) community.members.add(publicKey)
  const clock = (community.clock = nextClock(community.clock, now))
  const message = {
    clock,
    ...(accepted && { community: description(node, community) }),
    accepted,
    community_id: hexToBytes(id),
    cid,
  }
  post(node, profile, 'CommunityRequestToJoinResponse', message, { kind: 'private', id: publicKey })
  if (accepted) publish(node, profile, now, id)
}

export function leaveCommunity(node: NodeState, profile: Profile, now: number, id: string): void {
  communityOf(node, id).members.delete(node.publicKey)
  const message = { clock: BigInt(now), community_id: hexToBytes(id) }
  post(node, profile, 'CommunityRequestToLeave', message, { kind: 'community', id })
}

/** Members get the CID of the index: through it they find every archive (PAY-ARC-02). */
export function announceArchive(
  node: NodeState,
  profile: Profile,
  now: number,
  id: string,
  indexCid: string,
): void {
  const { privateKey } = controlled(node, id)
  const community = communityOf(node, id)
  community.cid = indexCid
  community.clock = nextClock(community.clock, now)
  const message = { clock: community.clock, cid: indexCid }
  const to = { kind: 'community', id } as const
  post(node, profile, 'CommunityMessageArchive', message, to, privateKey)
}

/** A channel remembers when its first message was written. */
export function noteFirst(node: NodeState, chat: Chat, message: shapes.ChatMessage): void {
  if (chat.kind !== 'COMMUNITY_CHAT') return
  for (const [id, { channels }] of node.communities)
    for (const [channelId, first] of channels) {
      if (channelChatId(id, channelId) !== chat.id) continue
      const timestamp = Number(message.timestamp)
      if (first === 0 || timestamp < first) channels.set(channelId, timestamp)
    }
}

/** A community is known by the key that signs for it. */
export function learnDescription(
  node: NodeState,
  author: string,
  { clock, members }: shapes.CommunityDescription,
): void {
  const community = communityOf(node, compressed(author))
  if (clock <= community.clock) return
  community.clock = clock
  community.members.clear()
  for (const member of members.keys()) {
    const publicKey = hexDecode(member)
    if (publicKey !== undefined) community.members.add(publicKey)
  }
}

export function learnRequest(
  node: NodeState,
  author: string,
  { community_id }: shapes.CommunityRequestToJoin,
): void {
  const { members } = controlled(node, bytesToHex(community_id))
  if (members.has(author)) throw new Refused('content', 'a member asks to join')
}

export function learnResponse(
  node: NodeState,
  { accepted, community_id, cid }: shapes.CommunityRequestToJoinResponse,
): { fetches: string[] } {
  if (!accepted) return { fetches: [] }
  communityOf(node, bytesToHex(community_id)).members.add(node.publicKey)
  return { fetches: isCid(cid) ? [cid] : [] }
}

/** The number once held a magnet link: what is no CID is never asked of Codex (PAY-ARC-03). */
export function learnArchive({ cid }: shapes.CommunityMessageArchive): { fetches: string[] } {
  if (!isCid(cid)) throw new Refused('content', 'the index is named by a Codex CID')
  return { fetches: [cid] }
}

function isCid(text: string): boolean {
  try {
    return CID.parse(text).version === 1
  } catch {
    return false
  }
}
