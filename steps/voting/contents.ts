import { type DataTable, Then } from '@cucumber/cucumber'
import { bytesToHex as hex } from '@noble/hashes/utils.js'
import type { Proposal, Vote } from '../../proto/consensus.ts'
import { isSignedByOwner } from '../../proto/vote-signature.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'

/* What stands in a proposal or vote that the client made. */

Then("{voter}'s vote has", function (this: World, name: string, table: DataTable) {
  const vote = voteOf(this, name)
  for (const [field, words] of Object.entries(table.rowsHash()))
    compareVote(this, name, vote, field as keyof Vote, words)
})

Then("{voter}'s proposal has", function (this: World, name: string, table: DataTable) {
  const { proposal } = this.scene(Assembly).outbox.of(name)
  for (const [field, words] of Object.entries(table.rowsHash()))
    compareProposal(this, name, proposal, field as keyof Proposal, words)
})

Then(
  '{voter} holds the proposal in the round that he heard',
  async function (this: World, name: string) {
    const assembly = this.scene(Assembly)
    const { round, votes } = assembly.inbox.of(name)
    const held = await assembly.held(name)
    this.expect(
      `the round in which ${name} holds the proposal`,
      held.map((proposal) => proposal.round),
    ).equals(assembly.declared.roundHeard(round, votes.length))
  },
)

/** The last vote of what a client sent: the one it added. */
export function voteOf(world: World, name: string): Observed<Vote> {
  const { proposal } = world.scene(Assembly).outbox.of(name)
  const last = proposal.value.votes.at(-1)
  if (last) return proposal.map(() => last)
  const subject = `the proposal that ${name} sent`
  return world.fail({
    kind: 'deviation',
    subject,
    wanted: 'a vote in it',
    got: 'no votes',
    call: proposal.call,
  })
}

function compareVote(
  world: World,
  name: string,
  vote: Observed<Vote>,
  field: keyof Vote,
  words: string,
): void {
  const assembly = world.scene(Assembly)
  const subject = `${field} of ${name}'s vote`
  const got = vote.map((each) => shown(each[field]))
  if (words === 'valid for vote_owner')
    world
      .expect(subject, vote, (each) => described(each as Vote))
      .meets('a signature that is valid for vote_owner', (each) =>
        isSignedByOwner(assembly.declared.encoding, each),
      )
  else if (words === 'empty') world.expect(subject, got).equals('')
  else if (words === 'the hash of its fields')
    world.expect(subject, got).equals(hex(assembly.crafter.hash(vote.value)))
  else world.expect(subject, got).equals(wantedOfVote(assembly, name, words, field))
}

function wantedOfVote(assembly: Assembly, name: string, words: string, field: keyof Vote): string {
  const { votes } = assembly.outbox.of(name).proposal.value
  const hashOf = (at: number) => hex(votes.at(at)?.vote_hash ?? new Uint8Array())
  const [, number] = /^the hash of vote (\d+)$/.exec(words) ?? []
  if (number) return hashOf(Number(number) - 1)
  if (words === 'the hash of the vote before it, or as declared')
    return hashOf(assembly.declared.reading('receivedHash', 'last') === 'first' ? 0 : -2)
  if (words === 'now') return String(assembly.time)
  if (words === 'YES' || words === 'NO') return words
  const [, owner] = /^as (\w+)'s$/.exec(words) ?? []
  if (owner && field === 'proposal_id') return String(assembly.agenda.of(owner).proposal_id)
  return hex(assembly.people.ownerNamed(words))
}

function compareProposal(
  world: World,
  name: string,
  proposal: Observed<Proposal>,
  field: keyof Proposal,
  words: string,
): void {
  const assembly = world.scene(Assembly)
  const subject = `${field} of ${name}'s proposal`
  const got = proposal.map((each) =>
    field === 'votes' ? String(each.votes.length) : shown(each[field]),
  )
  const [, from] = /^one after (\w+)'s$/.exec(words) ?? []
  if (words === 'as received, and then his own') compareVotes(world, name, proposal)
  else if (from) compareRound(world, name, from, proposal)
  else if (words === 'some number')
    world.expect(subject, got).meets('not 0', (said) => said !== '0')
  else if (words === 'another') {
    const taken = assembly.agenda.history.slice(0, -1).map(({ proposal_id }) => String(proposal_id))
    world.expect(subject, got).meets(`none of ${taken.join(', ')}`, (said) => !taken.includes(said))
  } else world.expect(subject, got).equals(wantedOfProposal(assembly, name, words, field))
}

/** The votes that came are all there, unchanged, and one more. */
function compareVotes(world: World, name: string, proposal: Observed<Proposal>): void {
  const assembly = world.scene(Assembly)
  const subject = `the votes in ${name}'s proposal`
  world
    .expect(
      `${subject} but the last`,
      proposal.map(({ votes }) => votes.slice(0, -1).map(described)),
    )
    .equals(assembly.inbox.of(name).votes.map(described))
  world
    .expect(
      `the owner of the last of ${subject}`,
      proposal.map(({ votes }) => shown(votes.at(-1)?.vote_owner)),
    )
    .equals(hex(assembly.people.owner(name)))
}

/** One round after the one that was sent or, where the suite played the sender, heard. */
function compareRound(
  world: World,
  name: string,
  from: string,
  proposal: Observed<Proposal>,
): void {
  const assembly = world.scene(Assembly)
  const heard = assembly.outbox.all(from).at(-1)?.proposal.value ?? assembly.inbox.of(name)
  world
    .expect(
      `the round of ${name}'s proposal`,
      proposal.map(({ round }) => round),
    )
    .equals(assembly.declared.roundAfter(heard.round, proposal.value.votes.length))
}

function wantedOfProposal(
  assembly: Assembly,
  name: string,
  words: string,
  field: keyof Proposal,
): string {
  const [, owner] = /^as (\w+)'s$/.exec(words) ?? []
  if (owner) return shown(assembly.agenda.of(owner)[field as 'name'])
  if (words === 'as asked') return shown(assembly.request(name)[field as 'name'])
  if (words === 'as before') return shown(assembly.agenda.history.at(-2)?.[field as 'name'])
  if (words === 'now') return String(assembly.time)
  if (words === 'true' || words === 'false') return words === 'true' ? 'YES' : 'NO'
  return /^\d+$/.test(words) ? words : hex(assembly.people.ownerNamed(words))
}

/** A value as a failure shows it and a comparison compares it. */
function shown(value: unknown): string {
  if (value instanceof Uint8Array) return hex(value)
  return typeof value === 'boolean' ? (value ? 'YES' : 'NO') : String(value)
}

const described = (vote: Vote): string =>
  Object.entries(vote)
    .map(([field, value]) => `${field} ${shown(value)}`)
    .join(', ')
