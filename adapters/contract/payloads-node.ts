import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { Act } from './payloads-acts.ts'
import { PrivateKey, PublicKey, RecordValue } from './payloads-values.ts'
import { closed, Hex, Id, Millis, Uint64 } from './scalars.ts'

/* Operations of 62 on a node: one user on one device. */

const ChatKind = Type.Enum(['ONE_TO_ONE', 'PUBLIC_GROUP', 'PRIVATE_GROUP', 'COMMUNITY_CHAT'])

/** Where a record goes: everybody on a public channel, one user, a private group, a community, the user's own devices. */
const Destination = closed({
  kind: Type.Enum(['public', 'private', 'group', 'community', 'devices']),
  /** Channel name, public key (hex), group chat id or community id (hex); empty for `devices`. */
  id: Type.String(),
})

/** Why a node took a message out of circulation. The suite asks whether, never which, unless the text names the reason. */
const discardCodes = [
  'malformed',
  'bad-signature',
  'no-author',
  'unknown-record',
  'clock-zero',
  'clock-future',
  'clock-past',
  'message-type',
  'content',
  'unsupported-content',
  'no-chat',
  'not-member',
  'unknown-sender',
  'not-author',
  'too-large',
] as const

const ShownMessage = closed({
  messageId: Id,
  clock: Uint64,
  author: PublicKey,
  contentType: Type.Union([Type.String(), Type.Integer()]),
  text: Type.String(),
  edited: Type.Boolean(),
  pinned: Type.Boolean(),
  reactions: Type.Array(closed({ author: PublicKey, type: Type.String() })),
})
export type ShownMessage = Static<typeof ShownMessage>

export const payloadsNodeOperations = {
  'payloads.create': operation({
    does: 'Starts a node for a user; its installation id comes from the seed.',
    params: closed({
      privateKey: PrivateKey,
      seed: Hex,
      /** What the Ethereum name service says: name to the public key that it belongs to. */
      ens: Type.Optional(Type.Record(Type.String(), PublicKey)),
    }),
    ok: closed({}),
    needs: 'payloads.node',
  }),
  'payloads.restart': operation({
    does: 'Stops the node and starts it again from what it stored.',
    params: closed({}),
    ok: closed({}),
    needs: 'payloads.restart',
  }),
  'payloads.join': operation({
    does: 'The user is in this chat from now on.',
    params: closed({
      kind: ChatKind,
      /** Channel name, private group id, or channel id inside the community. */
      id: Type.Optional(Id),
      /** The other user of a one-to-one chat. */
      peer: Type.Optional(PublicKey),
      /** Members of a private group; without the user itself it is known and not joined. */
      members: Type.Optional(Type.Array(PublicKey)),
      /** Public key (hex, compressed) of the community. */
      communityId: Type.Optional(Hex),
    }),
    ok: closed({ chatId: Id, communityId: Type.Optional(Id) }),
    needs: 'payloads.node',
  }),
  'payloads.send': operation({
    does: 'Sends a record into a chat. The node adds what the user does not write: clock, timestamp, chat id, message type.',
    params: closed({
      chatId: Id,
      record: Type.Enum([
        'ChatMessage',
        'EmojiReaction',
        'PinMessage',
        'EditMessage',
        'DeleteMessage',
      ]),
      value: RecordValue,
    }),
    ok: closed({ messageId: Id, clock: Uint64 }),
    refuses: ['clock-exhausted', 'content', 'no-chat'],
    needs: 'payloads.node',
  }),
  'payloads.act': operation({
    does: 'Does what a user does besides sending.',
    params: closed({ act: Act }),
    ok: closed({}),
    refuses: ['refused'],
    needs: 'payloads.acts',
  }),
  'payloads.drain': operation({
    does: 'Runs what is due at `now` and hands over what the node sent since the last call, in order.',
    params: closed({}),
    ok: closed({
      items: Type.Array(closed({ bytes: Hex, record: Type.String(), to: Destination })),
    }),
    needs: 'payloads.node',
  }),
  'payloads.receive': operation({
    does: 'Takes one wrapper from the network. A discarded message is `rejected`.',
    params: closed({
      bytes: Hex,
      record: Type.String(),
      /** When the layer below says the message was sent. */
      transportTime: Millis,
      transportAuthor: Type.Optional(PublicKey),
    }),
    ok: closed({
      chatId: Type.Optional(Id),
      messageId: Type.Optional(Id),
      author: PublicKey,
      deniable: Type.Boolean(),
      /** Kept, with a warning to the user. */
      warned: Type.Boolean(),
      /** CIDs that the node now asks Codex for. */
      fetches: Type.Optional(Type.Array(Type.String())),
    }),
    refuses: discardCodes,
    needs: 'payloads.node',
  }),
  'payloads.view': operation({
    does: 'A chat as the user sees it, messages in display order.',
    params: closed({ chatId: Id }),
    ok: closed({ clock: Uint64, messages: Type.Array(ShownMessage) }),
    refuses: ['no-chat'],
    needs: 'payloads.node',
  }),
  'payloads.chats': operation({
    does: 'All chats of the user.',
    params: closed({}),
    ok: closed({ chatIds: Type.Array(Id) }),
    needs: 'payloads.node',
  }),
  'payloads.group': operation({
    does: 'A private group as the user sees it.',
    params: closed({ chatId: Id }),
    ok: closed({
      name: Type.String(),
      color: Type.String(),
      members: Type.Array(PublicKey),
      admins: Type.Array(PublicKey),
    }),
    refuses: ['no-chat'],
    needs: 'payloads.groups',
  }),
  'payloads.contact': operation({
    does: 'What the node knows of a user; empty strings where nothing.',
    params: closed({ publicKey: PublicKey }),
    ok: closed({
      ensName: Type.String(),
      /** The name service says that the name is this user's. */
      ensVerified: Type.Boolean(),
      profileImage: Type.String(),
    }),
    needs: 'payloads.contacts',
  }),
  'payloads.relay': operation({
    does: 'The wrapper that the node would pass on to a third party.',
    params: closed({ messageId: Id }),
    ok: closed({ bytes: Hex }),
    refuses: ['deniable', 'unknown-message'],
    needs: 'payloads.relay',
  }),
} as const
