import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Id, Millis, Uint64 } from './scalars.ts'

/*
Operations of a member of a community (61, "Receiving community history archives"; 56, "Community Management").
*/

const PublicKey = Type.String({ pattern: '^0[23][0-9a-f]{64}$' })
const community = { communityId: PublicKey }
const done = closed({})

/** Which archives of an index a member downloads (61, "Downloading message archives"). Times in nanoseconds. */
export const DownloadChoice = Type.Union([
  closed({ option: Type.Literal('all') }),
  closed({ option: Type.Literal('latest') }),
  closed({ option: Type.Literal('range'), from: Uint64, to: Uint64 }),
])
export type DownloadChoice = Static<typeof DownloadChoice>

/** A row for the application's own database, as if it had come live. */
export const SeededMessage = closed({
  messageId: Id,
  chatId: Id,
  at: Millis,
  author: PublicKey,
  text: Type.String(),
})
export type SeededMessage = Static<typeof SeededMessage>

export const archivesMemberOperations = {
  'archives.join': operation({
    does: 'Becomes a member of a community.',
    params: closed({
      ...community,
      /** CommunityDescription (62) with the channels; what a JoinResponse would have brought. */
      description: Hex,
    }),
    ok: done,
    needs: 'archives.member',
  }),
  'archives.leave': operation({
    does: 'Leaves a community.',
    params: closed(community),
    ok: done,
    needs: 'archives.member',
  }),
  'archives.requestToJoin': operation({
    does: 'Asks the control node for membership.',
    params: closed(community),
    ok: done,
    needs: 'archives.membership',
  }),
  'archives.cancelRequest': operation({
    does: 'Takes the request to join back.',
    params: closed(community),
    ok: done,
    needs: 'archives.membership',
  }),
  'archives.openInvitation': operation({
    does: 'Opens an invitation: a CommunityInvitation (56) in an ApplicationMetadataMessage.',
    params: closed({ invitation: Hex }),
    ok: closed(community),
    needs: 'archives.invitations',
    refuses: ['undecodable', 'not-genuine'],
  }),
  'archives.setDownload': operation({
    does: 'Chooses which archives are downloaded. Refused where this client does not offer the option.',
    params: closed({ ...community, choice: DownloadChoice }),
    ok: done,
    needs: 'archives.download-option',
    refuses: ['not-offered'],
  }),
  'archives.seedMessages': operation({
    does: 'Puts rows into the local database; one of the same id is overwritten.',
    params: closed({ ...community, messages: Type.Array(SeededMessage) }),
    ok: done,
    needs: 'archives.seed-messages',
  }),
  'archives.knownKeys': operation({
    does: 'Shows the keys of the archives downloaded.',
    params: closed(community),
    ok: closed({ keys: Type.Array(Type.String()) }),
    needs: 'archives.known-keys',
  }),
  'archives.sendToSpecial': operation({
    does: 'Tries to send to the special channel as the user of this node. A member is refused.',
    params: closed({
      ...community,
      /** Type number of ApplicationMetadataMessage and the bytes of the record. */
      type: Type.Integer({ minimum: 0 }),
      payload: Hex,
    }),
    ok: done,
    needs: 'archives.send-to-special',
    refuses: ['forbidden'],
  }),
  'archives.subscriptions': operation({
    does: 'Shows the topics that the node is subscribed to.',
    params: closed({}),
    ok: closed({
      topics: Type.Array(closed({ pubsubTopic: Type.String(), contentTopic: Type.String() })),
    }),
    needs: 'archives.subscriptions',
  }),
} as const
