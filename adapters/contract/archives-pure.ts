import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex } from './scalars.ts'

/*
What needs no node: wire formats, topics and keys, the table of message types.
*/

/** Names of the messages of 61, 14, 56 and the archive records of 62; the document decides where two have one. */
export const archiveRecords = [
  'WakuMessage',
  'WakuMessageArchiveMetadata',
  'WakuMessageArchive',
  'WakuMessageArchiveIndexMetadata',
  'WakuMessageArchiveIndex',
  'CommunityMessageArchive',
  'IdentityImage',
  'SocialLink',
  'ChatIdentity',
  'Grant',
  'CommunityMember',
  'CommunityPermissions',
  'CommunityAdminSettings',
  'CommunityChat',
  'CommunityCategory',
  'CommunityInvitation',
  'CommunityRequestToJoin',
  'CommunityCancelRequestToJoin',
  'CommunityRequestToJoinResponse',
  'CommunityRequestToLeave',
  'CommunityDescription',
] as const

const RecordName = Type.Enum([...archiveRecords])

/** A message as JSON: field names as in the text, bytes hex, 64-bit integers decimal strings, enums by name or else by number, maps as objects. What is at its default is left out. */
const RecordJson = Type.Record(Type.String(), Type.Unknown())

/** Topics and key of a community by the reading that the client declares. */
export const CommunityAddresses = closed({
  advertising: Type.String(),
  events: Type.String(),
  /** Requests, and all channels. */
  requests: Type.String(),
  /** Only of a client that has dedicated shards. */
  shardInfo: Type.Optional(Type.String()),
  symmetricKey: Hex,
})
export type CommunityAddresses = Static<typeof CommunityAddresses>

export const archivesPureOperations = {
  'archives.encode': operation({
    does: 'Encodes a message. A key or a value that it cannot have is an `error`.',
    params: closed({ record: RecordName, value: RecordJson }),
    ok: closed({ wire: Hex }),
    needs: 'archives.codec',
  }),
  'archives.decode': operation({
    does: 'Decodes a message; fields that its document does not have are left out.',
    params: closed({ record: RecordName, wire: Hex }),
    ok: closed({ value: RecordJson }),
    needs: 'archives.codec',
    refuses: ['undecodable'],
  }),
  'archives.addresses': operation({
    does: 'Derives the content topics and the symmetric key of a community.',
    params: closed({ publicKey: Type.String({ pattern: '^0[23][0-9a-f]{64}$' }) }),
    ok: CommunityAddresses,
    needs: 'archives.addresses',
  }),
  'archives.indexKey': operation({
    does: 'Makes the index key of an encoded WakuMessageArchiveIndexMetadata.',
    params: closed({ indexMetadata: Hex }),
    ok: closed({ key: Type.String() }),
    needs: 'archives.index-key',
  }),
  'archives.messageType': operation({
    does: 'Looks a message type up in the table of STATUS-MVDS-USAGE, by its name without prefix.',
    params: closed({ name: Type.String() }),
    ok: closed({ mvds: Type.String(), reliability: Type.String(), chat: Type.String() }),
    needs: 'archives.message-types',
    refuses: ['unknown'],
  }),
  'archives.messageTypes': operation({
    does: 'Names the message types of the table.',
    params: closed({}),
    ok: closed({ names: Type.Array(Type.String()) }),
    needs: 'archives.message-types',
  }),
} as const
