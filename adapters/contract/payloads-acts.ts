import Type, { type Static } from 'typebox'
import { PrivateKey, PublicKey, RecordValue } from './payloads-values.ts'
import { closed, Hex, Id } from './scalars.ts'

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
