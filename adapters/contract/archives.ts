import Type, { type Static } from 'typebox'
import { archivesMemberOperations } from './archives-member.ts'
import { archivesPureOperations } from './archives-pure.ts'
import { operation } from './operation.ts'
import { closed, Hex, Id, Millis, Uint64 } from './scalars.ts'

/*
Operations of community archives (61, with 56 and the MVDS table). One instance is one Status node: control
node of the communities it creates, member of those it joins. The suite is the Waku network: what a node
publishes is read from `archives.sent`, what arrives is handed in by `archives.receive`. Codex and the
store node are HTTP servers of the suite, given by URL, so what a node asks of them is seen there.
A node does what is due at or before `now` before it serves a call, and answers when nothing is under way.
*/

/** A compressed secp256k1 public key. That of a community is its id. */
export const PublicKey = Type.String({ pattern: '^0[23][0-9a-f]{64}$' })
export const PrivateKey = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** A WakuMessage that a node published, as bytes of 14. */
const Published = closed({ at: Millis, pubsubTopic: Type.String(), wire: Hex })

export const CommunityView = closed({
  /** Whether this node is the control node. */
  controlNode: Type.Boolean(),
  name: Type.String(),
  /** Content topics of the channels: those that are archived. */
  channelTopics: Type.Array(Type.String()),
  /** Content topic of the special channel. */
  specialTopic: Type.String(),
  /** Channels that a user sees. */
  chatIds: Type.Array(Id),
})
export type CommunityView = Static<typeof CommunityView>

/** A message as the user sees it; `at`: time of the WakuMessage, `clock`: that of the record. */
const ShownChatMessage = closed({
  messageId: Id,
  chatId: Id,
  at: Millis,
  clock: Uint64,
  author: PublicKey,
  text: Type.String(),
})
export type ShownChatMessage = Static<typeof ShownChatMessage>

const community = { communityId: PublicKey }
const request = { ...community, member: PublicKey }
const done = closed({})

export const archivesOperations = {
  'archives.create': operation({
    does: 'Starts a node with an empty database.',
    params: closed({
      privateKey: PrivateKey,
      /** Base address of the node's own Codex node, without /api/codex/v1. */
      codexUrl: Type.String(),
      /** Base address of the store node: POST /query (docs/store-node.md). */
      storeUrl: Type.String(),
    }),
    ok: closed({ publicKey: PublicKey }),
  }),
  'archives.advance': operation({
    does: 'Lets time pass: everything due up to `now` is done, requests to Codex included.',
    params: closed({}),
    ok: done,
  }),
  'archives.stop': operation({
    does: 'Ends the main process of the node; its storage stays. Until the start nothing else is asked.',
    params: closed({}),
    ok: done,
    needs: 'archives.restart',
  }),
  'archives.start': operation({
    does: 'Starts the node again from its storage.',
    params: closed({}),
    ok: done,
    needs: 'archives.restart',
  }),
  'archives.receive': operation({
    does: 'Takes one WakuMessage (14) from the network.',
    params: closed({ pubsubTopic: Type.String(), wire: Hex }),
    ok: done,
    refuses: ['undecodable', 'not-genuine', 'not-subscribed'],
  }),
  'archives.sent': operation({
    does: 'Shows what the node published, in order, from position `since` on.',
    params: closed({ since: Type.Integer({ minimum: 0 }) }),
    ok: closed({ messages: Type.Array(Published) }),
  }),
  'archives.community': operation({
    does: 'Shows a community as this node knows it.',
    params: closed(community),
    ok: CommunityView,
  }),
  'archives.messages': operation({
    does: 'Shows the chat messages of a community, by `at`.',
    params: closed(community),
    ok: closed({ messages: Type.Array(ShownChatMessage) }),
  }),
  'archives.post': operation({
    does: 'Says something in a channel as the user of this node.',
    params: closed({ ...community, chatId: Id, text: Type.String() }),
    ok: closed({ messageId: Id }),
  }),

  'archives.createCommunity': operation({
    does: 'Creates a community, whose control node this one becomes.',
    params: closed({
      privateKey: PrivateKey,
      name: Type.String(),
      /** Absent: as the implementation does by default. */
      archiving: Type.Optional(Type.Boolean()),
    }),
    ok: closed(community),
    needs: 'archives.control',
  }),
  'archives.createChannel': operation({
    does: 'Adds a channel to a community.',
    params: closed({ ...community, name: Type.String() }),
    ok: closed({ chatId: Id }),
    needs: 'archives.control',
  }),
  'archives.rename': operation({
    does: 'Gives a community another name.',
    params: closed({ ...community, name: Type.String() }),
    ok: done,
    needs: 'archives.control',
  }),
  'archives.setArchiving': operation({
    does: 'Turns the archives of a community on or off.',
    params: closed({ ...community, enabled: Type.Boolean() }),
    ok: done,
    needs: 'archives.control',
  }),
  'archives.requests': operation({
    does: 'Shows the requests to join that wait for an answer.',
    params: closed(community),
    ok: closed({ requests: Type.Array(closed({ member: PublicKey, clock: Uint64 })) }),
    needs: 'archives.membership',
  }),
  'archives.accept': operation({
    does: 'Accepts a request to join.',
    params: closed(request),
    ok: done,
    needs: 'archives.membership',
  }),
  'archives.reject': operation({
    does: 'Turns a request to join down.',
    params: closed(request),
    ok: done,
    needs: 'archives.membership',
  }),
  'archives.ban': operation({
    does: 'Bans a member.',
    params: closed(request),
    ok: done,
    needs: 'archives.membership',
  }),
  'archives.wakuMessages': operation({
    does: 'Shows the WakuMessages (14) of a community that the local database holds.',
    params: closed(community),
    ok: closed({ messages: Type.Array(Hex) }),
    needs: 'archives.waku-messages',
  }),
  'archives.files': operation({
    does: 'Shows the files in the place set aside for archives; `path` from there, with / between folders.',
    params: closed({}),
    ok: closed({ files: Type.Array(closed({ path: Type.String(), sha256: Hex })) }),
    needs: 'archives.files',
  }),

  ...archivesMemberOperations,
  ...archivesPureOperations,
} as const
