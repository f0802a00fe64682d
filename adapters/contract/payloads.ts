import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Id, Millis, Uint64 } from './scalars.ts'

/*
Operations of 62/STATUS-PAYLOADS, in three levels of effort: a codec (encode, decode, reencode, wrap,
unwrap, signEvent, verifyEvent, writeMentions, findMentions), a node, media. A client of the area has
`encode` and `decode`; everything else it claims.

`record` is always the name of a record of 62, given beside the bytes because the wrapper does not say
which record it holds (AMB-02). A node is an instance: one user on one device.
*/

/** A record as JSON: names as in the text, bytes hex, 64-bit integers decimal strings, enums by name, or by number where they have none. */
export const RecordValue = Type.Record(Type.String(), Type.Unknown())

/** An uncompressed secp256k1 public key: 04, x, y. */
const PublicKey = Type.String({ pattern: '^04[0-9a-f]{128}$' })
const PrivateKey = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const ChatKind = Type.Enum(['ONE_TO_ONE', 'PUBLIC_GROUP', 'PRIVATE_GROUP', 'COMMUNITY_CHAT'])

/** Where a record goes: everybody on a public channel, one user, a private group, a community, the user's own devices. */
export const Destination = closed({
  kind: Type.Enum(['public', 'private', 'group', 'community', 'devices']),
  /** Channel name, public key (hex), group chat id or community id (hex); empty for `devices`. */
  id: Type.String(),
})

/** Why a node took a message out of circulation. The suite asks whether, never which, unless the text names the reason. */
export const discardCodes = [
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

/** What a user does besides sending a message into a chat. */
export const Act = Type.Union([
  /** Adds a user as contact. */
  closed({ action: Type.Literal('addContact'), publicKey: PublicKey }),
  closed({
    action: Type.Literal('setProfile'),
    ensName: Type.Optional(Type.String()),
    /** The image file. */
    image: Type.Optional(Hex),
  }),
  /** Another device of the same user is known from now on. */
  closed({ action: Type.Literal('pairDevice') }),
  closed({
    action: Type.Literal('describeDevice'),
    name: Type.String(),
    deviceType: Type.Enum(['ios', 'android', 'desktop']),
  }),
  /** The node becomes the control node of a new community. */
  closed({
    action: Type.Literal('createCommunity'),
    privateKey: PrivateKey,
    channelIds: Type.Array(Id),
  }),
  /** The control node publishes the community's description. */
  closed({ action: Type.Literal('publishCommunity'), communityId: Hex }),
  closed({
    action: Type.Literal('requestToJoin'),
    communityId: Hex,
    accounts: Type.Array(RecordValue),
  }),
  /** The control node answers a request to join. */
  closed({
    action: Type.Literal('answerRequest'),
    communityId: Hex,
    publicKey: PublicKey,
    accept: Type.Boolean(),
  }),
  closed({ action: Type.Literal('leaveCommunity'), communityId: Hex }),
  /** The control node has a new archive in Codex: the CID of the archive and of the index that lists it. */
  closed({
    action: Type.Literal('announceArchive'),
    communityId: Hex,
    archiveCid: Type.String(),
    indexCid: Type.String(),
  }),
])
export type Act = Static<typeof Act>

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

const Unknown = closed({
  /** Names and keys from the record down to the message that holds it: `identity.images.large`; empty at the top. */
  path: Type.String(),
  number: Type.Integer(),
  wireType: Type.Integer(),
  raw: Hex,
})

export const payloadsOperations = {
  'payloads.encode': operation({
    does: 'Encodes a record. A key or a value that the record cannot have is an `error`.',
    params: closed({ record: Type.String(), value: RecordValue }),
    ok: closed({ bytes: Hex }),
  }),
  'payloads.decode': operation({
    does: 'Decodes a record; a field at its default may be left out.',
    params: closed({ record: Type.String(), bytes: Hex }),
    ok: closed({ value: RecordValue, unknown: Type.Optional(Type.Array(Unknown)) }),
    refuses: ['malformed', 'invalid-utf8'],
  }),
  'payloads.reencode': operation({
    does: 'Decodes a record, changes nothing, encodes it.',
    params: closed({ record: Type.String(), bytes: Hex }),
    ok: closed({ bytes: Hex }),
    refuses: ['malformed', 'invalid-utf8'],
    needs: 'payloads.reencode',
  }),
  'payloads.wrap': operation({
    does: 'Puts an encoded record into the wrapper of the declared reading, signed where a key is given.',
    params: closed({
      record: Type.String(),
      payload: Hex,
      privateKey: Type.Optional(PrivateKey),
    }),
    ok: closed({ bytes: Hex }),
    needs: 'payloads.wrap',
  }),
  'payloads.unwrap': operation({
    does: 'Opens a wrapper and tells whose it is. `author` is absent where nobody is.',
    params: closed({ bytes: Hex, transportAuthor: Type.Optional(PublicKey) }),
    ok: closed({
      payload: Hex,
      /** Empty where the wrapper has none. */
      signature: Hex,
      author: Type.Optional(
        closed({ publicKey: PublicKey, source: Type.Enum(['signature', 'transport']) }),
      ),
      deniable: Type.Boolean(),
      relayable: Type.Boolean(),
    }),
    refuses: ['malformed', 'bad-signature', 'no-author'],
    needs: 'payloads.wrap',
  }),
  'payloads.signEvent': operation({
    does: 'Makes one element of MembershipUpdateMessage.events.',
    params: closed({ chatId: Id, event: RecordValue, privateKey: PrivateKey }),
    ok: closed({ element: Hex }),
    needs: 'payloads.membership',
  }),
  'payloads.verifyEvent': operation({
    does: 'Opens one element of MembershipUpdateMessage.events; `eventBytes` are the bytes as received.',
    params: closed({ chatId: Id, element: Hex }),
    ok: closed({ author: PublicKey, event: RecordValue, eventBytes: Hex }),
    refuses: ['malformed', 'bad-signature'],
    needs: 'payloads.membership',
  }),
  'payloads.writeMentions': operation({
    does: 'Writes the text of a message: pieces of text, users by key, users by a name of `contacts`.',
    params: closed({
      segments: Type.Array(
        Type.Union([
          Type.String(),
          closed({ publicKey: PublicKey }),
          closed({ name: Type.String() }),
        ]),
      ),
      /** Name to public key. */
      contacts: Type.Record(Type.String(), PublicKey),
    }),
    ok: closed({ text: Type.String() }),
    needs: 'payloads.mentions',
  }),
  'payloads.findMentions': operation({
    does: 'Finds the users mentioned in a ChatMessage, in order.',
    params: closed({ message: RecordValue }),
    ok: closed({ mentions: Type.Array(PublicKey) }),
    needs: 'payloads.mentions',
  }),
  'payloads.showMentions': operation({
    does: 'The text as it is displayed to a user who knows these names.',
    params: closed({ text: Type.String(), names: Type.Record(PublicKey, Type.String()) }),
    ok: closed({ display: Type.String() }),
    needs: 'payloads.display',
  }),

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

  'payloads.ingest': operation({
    does: 'What the client keeps of media that came in a message.',
    params: closed({ kind: Type.Enum(['image', 'audio']), type: Type.String(), payload: Hex }),
    ok: closed({ stored: Hex }),
    refuses: ['too-large', 'refused'],
    needs: 'payloads.media',
  }),
  'payloads.prepare': operation({
    does: 'What the client would send of a media file.',
    params: closed({
      kind: Type.Enum(['image', 'audio']),
      file: Hex,
      /** Length of a recording, which the application knows. */
      durationMs: Type.Optional(Uint64),
    }),
    ok: closed({
      payload: Hex,
      type: Type.String(),
      durationMs: Type.Optional(Uint64),
    }),
    refuses: ['too-large', 'refused'],
    needs: 'payloads.media',
  }),
} as const
