import Type, { type Static } from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Id, Int64, Millis } from './scalars.ts'

/*
Operations of the hashgraph-like consensus. One instance is one voter with one key. The suite is the
network: what a voter sends it returns as `wire`, a whole Proposal of the wire protocol, and what
arrives is handed in by `voting.receive`. Every call carries the time; a client that has timers runs
those that are due at `now` before it serves the call. Times here are milliseconds; a client converts
to the unit it declares (reading `voting.timeUnit`).
*/

const Uint32 = Type.Integer({ minimum: 0, maximum: 0xffff_ffff })

/** Why a proposal or a vote may be refused or ignored; the text does not tell the two apart. */
export const votingRefusals = [
  'malformed',
  'signature',
  'hash',
  'chain',
  'electorate',
  'expired',
  'timestamp',
  'foreign-vote',
  'repeated-vote',
  'no-votes',
  'unknown-proposal',
  'closed',
  'incomplete',
] as const

/** `UNDECIDED` and final: aborted, the proposal expired without a result. `UNKNOWN`: never heard of. */
export const VotingResult = Type.Union([
  Type.Literal('YES'),
  Type.Literal('NO'),
  Type.Literal('UNDECIDED'),
  Type.Literal('TIE'),
  Type.Literal('UNKNOWN'),
])
export type VotingResult = Static<typeof VotingResult>

/** A Vote by the names of the protobuf; `vote_hash` and `signature` are not among them. */
export const UnsignedVote = closed({
  vote_id: Uint32,
  vote_owner: Hex,
  proposal_id: Uint32,
  timestamp: Int64,
  vote: Type.Boolean(),
  parent_hash: Hex,
  received_hash: Hex,
})
export type UnsignedVote = Static<typeof UnsignedVote>

/** One message that a voter with a transport of its own sends: to one peer, or on a topic. */
const Sending = closed({
  to: Type.Optional(Id),
  topic: Type.Optional(Type.String()),
  wire: Hex,
})

const Proposed = closed({
  proposalId: Uint32,
  /** The whole proposal with the new vote, as it goes to the network. */
  wire: Hex,
  /** To whom it went (capability voting.transport). */
  sends: Type.Optional(Type.Array(Sending)),
})

export const votingOperations = {
  'voting.create': operation({
    does: 'Starts a voter. `owner` are the bytes that will stand in vote_owner.',
    params: closed({
      /** secp256k1 private key, 32 bytes. */
      privateKey: Hex,
      /** 32 bytes; all randomness of the voter, where it can be given. */
      seed: Hex,
      /** vote_owner of everybody who may vote; absent: nobody knows. Used where `voting.roster` is enforced. */
      voters: Type.Optional(Type.Array(Hex)),
      /** The other instances and how they are reached (capability voting.transport). */
      network: Type.Optional(
        closed({
          kind: Type.Union([Type.Literal('p2p'), Type.Literal('gossip')]),
          peers: Type.Array(Id),
          topic: Type.String(),
        }),
      ),
    }),
    ok: closed({ owner: Hex }),
  }),
  'voting.propose': operation({
    does: 'Creates a proposal with the own vote in it.',
    params: closed({
      name: Type.String(),
      payload: Type.String(),
      expectedVoters: Uint32,
      /** How long the proposal is open, in milliseconds. */
      expiresIn: Millis,
      /** Absent: the implementation's default, which the text sets to true. */
      livenessYes: Type.Optional(Type.Boolean()),
      vote: Type.Boolean(),
      /** What becomes of a tie, carried in the payload (capability voting.tie-policy). */
      tiePolicy: Type.Optional(Type.Union([Type.Literal('RETRY'), Type.Literal('REJECT')])),
    }),
    ok: Proposed,
    refuses: ['electorate', 'incomplete', 'expired'],
  }),
  'voting.receive': operation({
    does: 'Takes a proposal from the network.',
    params: closed({ wire: Hex }),
    ok: closed({ proposalId: Uint32 }),
    refuses: votingRefusals,
  }),
  'voting.vote': operation({
    does: 'Votes on a known proposal and answers the new proposal.',
    params: closed({ proposalId: Uint32, vote: Type.Boolean() }),
    ok: Proposed,
    refuses: ['unknown-proposal', 'repeated-vote', 'expired', 'closed', 'electorate'],
  }),
  'voting.proposal': operation({
    does: 'Shows a proposal as the voter holds it.',
    params: closed({ proposalId: Uint32 }),
    ok: closed({ wire: Hex }),
    refuses: ['unknown-proposal'],
  }),
  'voting.result': operation({
    does: 'Tells the result as of `now`. Asking changes nothing.',
    params: closed({ proposalId: Uint32 }),
    ok: closed({ result: VotingResult, final: Type.Boolean() }),
  }),
  'voting.gossip': operation({
    does: 'One round of gossip: answers what the voter sends again of its own accord, perhaps nothing.',
    params: closed({}),
    ok: closed({ sends: Type.Array(Sending) }),
    needs: 'voting.transport',
  }),
  'voting.retry': operation({
    does: 'Runs a tied proposal again (tie policy RETRY).',
    params: closed({ proposalId: Uint32, vote: Type.Boolean() }),
    ok: Proposed,
    refuses: ['unknown-proposal', 'closed'],
    needs: 'voting.retry',
  }),
  'voting.decide': operation({
    does: 'The decision alone: what `yes` and `no` votes of `n` voters come to.',
    params: closed({
      n: Uint32,
      yes: Uint32,
      no: Uint32,
      livenessYes: Type.Boolean(),
      expired: Type.Boolean(),
    }),
    ok: closed({ result: VotingResult }),
    refuses: ['electorate'],
    needs: 'voting.decide',
  }),
  'voting.hashVote': operation({
    does: 'Answers the vote_hash of a vote.',
    params: closed({ vote: UnsignedVote }),
    ok: closed({ hash: Hex }),
    needs: 'voting.hash-vote',
  }),
  'voting.verifyVote': operation({
    does: 'Tells whether hash and signature of an encoded Vote are those of its owner.',
    params: closed({ wire: Hex }),
    ok: closed({ valid: Type.Boolean() }),
    refuses: ['malformed'],
    needs: 'voting.verify-vote',
  }),
} as const
