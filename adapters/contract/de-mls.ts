import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Uint64 } from './scalars.ts'
import { votingRefusals } from './voting.ts'

/*
Operations of de-MLS groups (ETH-MLS-OFFCHAIN), part of the area `voting`. One instance is one node with one
Ethereum key; it becomes a member of the groups it founds or is welcomed to.

The suite is the network. What a node sends comes back as `sends`, opaque bytes in the order of sending, each with
the channel it goes to; the suite delivers, delays, drops, repeats or reorders them by `demls.deliver`, never to
their sender. Bytes of the group, key packages and welcomes are MLSMessages of RFC 9420, so the suite reads their
headers; the announcement is opaque. A client that gets what it cannot use yet (a commit before its proposals, a
vote before its proposal, the next epoch before the commit) refuses it and is as before: the suite delivers it again
when its turn has come. Nothing has an effect that was refused.

What a node holds is seen in `demls.state`: epoch, epoch authenticator, members, steward, results of the votes.

The suite has an MLS member of its own, which joins as any node does, by key package, vote and welcome. It takes the
capabilities of its leaf from a key package of the client. Its credential is a basic one, as declared
(`voting.credential`): `owner`, the bytes of vote_owner; `signed-owner`, these and 65 bytes, an EIP-191 signature of the
leaf's signature key, by which anybody sees that both keys have one owner. Its votes are made by the encodings
declared for the consensus (`voting.voteHash`, `voting.signature`, ...), in the layout of this text where
`voting.de-mls-votes` is claimed and else in that of the consensus; what surrounds a Proposal in the application data
of MLS, and how its payload tells a change, it asks of the client (`demls.frame`, `demls.unframe`, `demls.payload`).
Whose votes count is declared too (`voting.ownerBinding`): `sender`, a vote that an MLS message of its owner brought;
`credential`, every signed vote of a member, whoever brought it.

Settings of hello: `voting.voteMs`, how long a vote is open; `voting.announceMs`, the period of the announcements;
`voting.proposalsPerEpoch`, how many proposals a member may make in an epoch, where that is limited.
*/

const Uint32 = Type.Integer({ minimum: 0, maximum: 0xffff_ffff })

/** What tells a member from all others, whatever its MLS keys: vote_owner, where credentials have it. */
const MemberId = Hex

/** The change that a proposal puts to the vote. The key package of a node to add came by `demls.deliver`. */
export const Change = Type.Union([
  closed({ kind: Type.Literal('add'), memberId: MemberId }),
  closed({ kind: Type.Literal('remove'), memberId: MemberId }),
  /** Other stewards, in their order (capability voting.two-consensuses). */
  closed({ kind: Type.Literal('stewards'), memberIds: Type.Array(MemberId) }),
])
export type Change = Static<typeof Change>

/**
 * `group`: to all members. `welcome`: to the nodes outside. `key-package`: to all members.
 * `announcement`: to everybody.
 */
export const Channel = Type.Union([
  Type.Literal('group'),
  Type.Literal('welcome'),
  Type.Literal('key-package'),
  Type.Literal('announcement'),
])
export type Channel = Static<typeof Channel>

const Sent = closed({ channel: Channel, wire: Hex })
const sends = { sends: Type.Array(Sent) }

/** An application message that is no vote, as it was read. */
const Delivered = closed({ sender: MemberId, content: Hex, epoch: Uint64 })

/** A vote as this node sees it; those of past epochs are final. */
const Voted = closed({
  proposalId: Uint32,
  /** The epoch in which it was proposed. */
  epoch: Uint64,
  change: Change,
  result: Type.Union([Type.Literal('YES'), Type.Literal('NO'), Type.Literal('UNDECIDED')]),
})

export const GroupView = closed({
  /** `node`: not in the group. `removed`: was in it. */
  role: Type.Union([
    Type.Literal('node'),
    Type.Literal('member'),
    Type.Literal('steward'),
    Type.Literal('removed'),
  ]),
  /** The following, of members and stewards. */
  epoch: Type.Optional(Uint64),
  /** epoch_authenticator (RFC 9420, 8.7): who has the same is in the same state. */
  authenticator: Type.Optional(Hex),
  members: Type.Optional(Type.Array(MemberId)),
  /** The steward of this epoch. */
  steward: Type.Optional(MemberId),
  /** All who take turns (capability voting.multi-steward). */
  stewards: Type.Optional(Type.Array(MemberId)),
  proposals: Type.Optional(Type.Array(Voted)),
})
export type GroupView = Static<typeof GroupView>

const group = { groupId: Hex }

/** Refusals of what arrives, besides those of the consensus, which keep their meaning. */
const deliveryRefusals = [
  ...votingRefusals,
  'not-member',
  'not-steward',
  'not-voted',
  'sender',
  'payload',
  'epoch',
  'missing-proposal',
  'pending',
  'credential',
  'replay',
  'not-for-me',
  'too-many',
] as const

export const deMlsOperations = {
  'demls.create': operation({
    does: 'Starts a node. `owner` are the bytes that will stand in vote_owner.',
    params: closed({
      /** secp256k1 private key, 32 bytes. */
      privateKey: Hex,
      /** 32 bytes; all randomness of the node, where it can be given. */
      seed: Hex,
    }),
    ok: closed({ memberId: MemberId, owner: Hex }),
  }),
  'demls.createGroup': operation({
    does: 'Founds a group, with the node as its steward and only member.',
    params: closed({
      ...group,
      /** Who take turns as steward, the founder among them; absent: the founder alone (capability voting.multi-steward). */
      stewards: Type.Optional(Type.Array(MemberId, { minItems: 1 })),
      /** Who votes on additions and removals; absent: `members` (`stewards`: capability voting.two-consensuses). */
      voters: Type.Optional(Type.Union([Type.Literal('members'), Type.Literal('stewards')])),
    }),
    ok: closed(sends),
    refuses: ['exists'],
  }),
  'demls.tick': operation({
    does: 'Does what a node does of its own accord and is due at `now`, such as announcing its group.',
    params: closed({}),
    ok: closed(sends),
  }),
  'demls.requestJoin': operation({
    does: 'Asks to join a group that was announced: sends a credential with a key package.',
    params: closed(group),
    ok: closed(sends),
    refuses: ['no-announcement', 'member'],
  }),
  'demls.propose': operation({
    does: 'Puts a change to the vote, with the own vote in it.',
    params: closed({
      ...group,
      change: Change,
      vote: Type.Boolean(),
      /** Absent: the implementation's default, which the consensus sets to true. */
      livenessYes: Type.Optional(Type.Boolean()),
    }),
    ok: closed({ proposalId: Uint32, ...sends }),
    refuses: ['not-member', 'no-key-package', 'no-effect', 'pending', 'too-many', 'electorate'],
  }),
  'demls.vote': operation({
    does: 'Votes on a proposal of this epoch.',
    params: closed({ ...group, proposalId: Uint32, vote: Type.Boolean() }),
    ok: closed(sends),
    refuses: [
      'not-member',
      'unknown-proposal',
      'repeated-vote',
      'expired',
      'closed',
      'electorate',
      'pending',
    ],
  }),
  'demls.runSteward': operation({
    does: 'Carries out what was approved: sends the MLS proposals, the commit and the welcomes; nothing where nothing was.',
    params: closed(group),
    ok: closed(sends),
    refuses: ['not-member', 'not-steward'],
  }),
  'demls.send': operation({
    does: 'Sends an application message to the group.',
    params: closed({ ...group, content: Hex }),
    ok: closed(sends),
    refuses: ['not-member', 'pending'],
  }),
  'demls.deliver': operation({
    does: 'Takes one message from the network; answers what it makes the node send, and what the user gets to read.',
    params: closed({ channel: Channel, wire: Hex }),
    ok: closed({ ...sends, delivered: Type.Array(Delivered) }),
    refuses: deliveryRefusals,
  }),
  'demls.state': operation({
    does: 'Shows a group as the node holds it at `now`. Asking changes nothing.',
    params: closed(group),
    ok: GroupView,
  }),
  'demls.frame': operation({
    does: 'Makes application data for MLS of a Proposal.',
    params: closed({ proposal: Hex }),
    ok: closed({ data: Hex }),
    needs: 'voting.frame',
  }),
  'demls.unframe': operation({
    does: 'Takes the Proposal out of application data of MLS; none where it is no vote.',
    params: closed({ data: Hex }),
    ok: closed({ proposal: Type.Optional(Hex) }),
    needs: 'voting.frame',
  }),
  'demls.payload': operation({
    does: 'Tells a change as it stands in the payload of a Proposal.',
    params: closed({
      change: Change,
      /** The key package of the node to add, as it was sent. */
      keyPackage: Type.Optional(Hex),
    }),
    ok: closed({ payload: Type.String() }),
    needs: 'voting.frame',
  }),
} as const
