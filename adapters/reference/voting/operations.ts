import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Proposal, proposalType, voteType } from '../../../proto/consensus.ts'
import { DecodeError } from '../../../proto/errors.ts'
import { voteHash } from '../../../proto/vote-hash.ts'
import { isSignedByOwner } from '../../../proto/vote-signature.ts'
import { Lacks, Refused, type Table } from '../../contract/handler.ts'
import type { UnsignedVote } from '../../contract/voting.ts'
import { equal } from './bytes.ts'
import { decide } from './decision.ts'
import { address, type NetworkConfig } from './network.ts'
import type { VotingProfile } from './profile.ts'
import { Voter } from './voter.ts'

/** The capabilities that the reference has in this area, as it reads the text. */
export function votingCapabilities(profile: VotingProfile): string[] {
  return [
    'voting.transport',
    ...(profile.repeatedVotes === 'chain' ? ['voting.revote'] : []),
    ...(profile.requireOwnerVote === 'true' ? ['voting.owner-first'] : []),
    ...(profile.expiryBound === 'exclusive' ? ['voting.exclusive-end'] : []),
    'voting.retry',
    'voting.reject',
    'voting.tie-policy',
    'voting.decide',
    'voting.hash-vote',
    'voting.verify-vote',
  ]
}

/** What the reference declares, by the keys of the readings. */
export function votingReadings(profile: VotingProfile): Record<string, string> {
  const { revision: _, ...readings } = profile
  return Object.fromEntries(
    Object.entries(readings).map(([key, value]) => [`voting.${key}`, value]),
  )
}

interface Seat {
  readonly voter: Voter
  readonly network: NetworkConfig | undefined
}

/** The operations of the voting area, on voters that read the text as `profile` says. */
export function votingTable(profile: VotingProfile) {
  const seats = new Map<string, Seat>()

  const seat = (instance: string): Seat => {
    const found = seats.get(instance)
    if (!found) throw new Error(`no voter ${instance}: call voting.create first`)
    return found
  }
  const proposed = ({ voter, network }: Seat, proposal: Proposal) => {
    const wire = proposalType.encode(proposal)
    const sends = address([wire], network, voter.dice)
    return {
      proposalId: proposal.proposal_id,
      wire: bytesToHex(wire),
      ...(network && { sends }),
    }
  }

  return {
    destroy: (_, { instance }) => {
      seats.delete(instance)
      return {}
    },
    'voting.create': ({ privateKey, seed, voters, network }, { instance }) => {
      const voter = new Voter({
        privateKey: hexToBytes(privateKey),
        seed: hexToBytes(seed),
        profile,
        ...(voters && { voters: voters.map(hexToBytes) }),
      })
      seats.set(instance, { voter, network })
      return { owner: bytesToHex(voter.owner) }
    },
    'voting.propose': ({ vote, ...question }, { instance, now }) => {
      const at = seat(instance)
      return proposed(at, at.voter.propose(question, vote, now))
    },
    'voting.receive': ({ wire }, { instance, now }) => ({
      proposalId: seat(instance).voter.receive(hexToBytes(wire), now),
    }),
    'voting.vote': ({ proposalId, vote }, { instance, now }) => {
      const at = seat(instance)
      return proposed(at, at.voter.vote(proposalId, vote, now))
    },
    'voting.retry': ({ proposalId, vote }, { instance, now }) => {
      const at = seat(instance)
      return proposed(at, at.voter.retry(proposalId, vote, now))
    },
    'voting.proposal': ({ proposalId }, { instance }) => ({
      wire: bytesToHex(proposalType.encode(seat(instance).voter.proposal(proposalId))),
    }),
    'voting.result': ({ proposalId }, { instance, now }) =>
      seat(instance).voter.outcome(proposalId, now) ?? { result: 'UNKNOWN', final: false },
    'voting.gossip': (_, { instance, now }) => {
      const { voter, network } = seat(instance)
      if (!network) throw new Lacks('voting.transport')
      return { sends: address(voter.heard(now).map(proposalType.encode), network, voter.dice) }
    },
    'voting.decide': (tally) => {
      if (tally.n < 1 || tally.yes + tally.no > tally.n)
        throw new Refused('electorate', 'more votes than voters, or no voters')
      return { result: decide(tally, profile) }
    },
    'voting.hashVote': ({ vote }) => ({
      hash: bytesToHex(voteHash(profile.voteHash, fields(vote))),
    }),
    'voting.verifyVote': ({ wire }) => ({ valid: isValid(hexToBytes(wire), profile) }),
  } satisfies Table
}

const fields = (vote: UnsignedVote) => ({
  ...vote,
  vote_owner: hexToBytes(vote.vote_owner),
  timestamp: BigInt(vote.timestamp),
  parent_hash: hexToBytes(vote.parent_hash),
  received_hash: hexToBytes(vote.received_hash),
})

function isValid(wire: Uint8Array, profile: VotingProfile): boolean {
  try {
    const vote = voteType.decode(wire)
    const hash = voteHash(profile.voteHash, vote)
    return equal(vote.vote_hash, hash) && isSignedByOwner(profile, vote)
  } catch (error) {
    if (error instanceof DecodeError) throw new Refused('malformed', error.message)
    throw error
  }
}
