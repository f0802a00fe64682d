import { Then } from '@cucumber/cucumber'
import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { voteHash } from '../../../proto/vote-hash.ts'
import { isSignedByOwner } from '../../../proto/vote-signature.ts'
import type { World } from '../../world.ts'
import { type RawField, rawFields } from '../raw.ts'
import { Group } from './group.ts'

/* Proposals and votes as they are on the wire, which Mallory hears as a member. */

const VOTES = 14
/** Fields of a proposal have numbers below, those of a vote from here on. */
const VOTE_ID = 20

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

Then(
  "Mallory hears {voter}'s proposal to {int} voters, with his vote",
  async function (this: World, name: string, voters: number) {
    const group = this.scene(Group)
    const { proposal, wire } = await group.mallory.heard(group.motion.id)
    const owner = group.memberId(name)
    this.expect(
      'the proposal that Mallory hears',
      wire.map(() => ({
        payload: proposal.payload,
        proposal_owner: hex(proposal.proposal_owner),
        expected_voters_count: proposal.expected_voters_count,
        votes: proposal.votes.map(({ vote_owner, vote }) => ({ owner: hex(vote_owner), vote })),
      })),
    ).equals({
      payload: await payload(group),
      proposal_owner: owner,
      expected_voters_count: voters,
      votes: [{ owner, vote: true }],
    })
  },
)

Then(
  /^field (\d+) that Mallory hears is (bytes|a varint), (.+)$/,
  async function (this: World, digits: string, type: string, words: string) {
    const number = Number(digits)
    const group = this.scene(Group)
    const { proposal, wire } = await group.mallory.heard(group.motion.id)
    const fields = wire.map((bytes) => (number < VOTE_ID ? rawFields(bytes) : lastVote(bytes)))
    const those = (all: readonly RawField[]) => all.filter((one) => one.number === number)
    const subject = `field ${number} of the ${number < VOTE_ID ? 'proposal' : 'vote'}`
    const wireType = type === 'bytes' ? 2 : 0
    const comparison = this.expect(subject, fields, JSON.stringify)
    if (words === 'not there')
      comparison.meets('a message without it', (all) => all.length > 0 && those(all).length === 0)
    else if (words === 'some number' || words === 'some text')
      comparison.meets(`one record of wire type ${wireType}, not at its default`, (all) => {
        const [only, ...more] = those(all)
        return more.length === 0 && only?.wireType === wireType && !/^0?$/.test(only.value)
      })
    else {
      const value = await wanted(this, group, words, proposal, wire.value)
      this.expect(subject, fields.map(those), JSON.stringify).equals([{ number, wireType, value }])
    }
  },
)

/** What the words of a table stand for, as the bytes have it. */
async function wanted(
  world: World,
  group: Group,
  words: string,
  proposal: Proposal,
  wire: Uint8Array,
): Promise<string> {
  const { declared, motion } = group
  const now = declared.wireTime(world.now)
  const vote = proposal.votes.at(-1)
  switch (words) {
    case 'the payload':
      return hex(Buffer.from(await payload(group)))
    case 'the id':
      // An int32 below 0 takes all 64 bits; the consensus has an uint32.
      return String(
        world.may('voting.de-mls-votes') ? BigInt.asUintN(64, BigInt(motion.id | 0)) : motion.id,
      )
    case 'his vote':
      return hex(votesIn(wire)[0] ?? new Uint8Array())
    case 'now':
      return String(now)
    case 'the end of the vote':
      return String(declared.expirationTime(now, group.voteMs))
    case "Bob's vote_hash":
      return hex(proposal.votes[0]?.vote_hash ?? new Uint8Array())
    case 'the vote_hash of her first':
      return hex(proposal.votes.at(-2)?.vote_hash ?? new Uint8Array())
    case 'the hash':
      return vote ? hex(voteHash(declared.encoding.voteHash, vote, 'de-mls')) : ''
    case 'the signature':
      return signatureOf(group, vote)
    default:
      return /^\d+$/.test(words) ? words : group.memberId(words)
  }
}

function signatureOf({ declared }: Group, vote: Vote | undefined): string {
  const encoding = { ...declared.encoding, layout: 'de-mls' } as const
  return vote && isSignedByOwner(encoding, vote)
    ? hex(vote.signature)
    : 'a signature of the owner as declared'
}

/** What the payload of the last proposal has to say. */
function payload(group: Group): Promise<string> {
  const { wish } = group.motion
  return group.mallory.payload(group.change(wish), group.packageFor(wish))
}

const votesIn = (wire: Uint8Array): Uint8Array[] =>
  rawFields(wire)
    .filter(({ number, wireType }) => number === VOTES && wireType === 2)
    .map(({ value }) => Buffer.from(value, 'hex'))

function lastVote(wire: Uint8Array): RawField[] {
  const last = votesIn(wire).at(-1)
  return last ? rawFields(last) : []
}
