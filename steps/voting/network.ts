import { Given, Then, When } from '@cucumber/cucumber'
import { proposalType, type Vote, voteType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Assembly, hex } from './assembly.ts'

/* Clients that choose themselves to whom they send (capability voting.transport). */

Given(
  /^([\w, ]+) and (\w+) vote (as peers|on a channel)$/,
  function (this: World, some: string, last: string, how: string) {
    this.need('voting.transport')
    this.scene(Assembly).network = {
      kind: how === 'as peers' ? 'p2p' : 'gossip',
      members: [...some.split(', '), last],
      topic: `vote-${this.dice.hex(4)}`,
    }
  },
)

When('{voter} proposes {int} times', async function (this: World, name: string, times: number) {
  const assembly = this.scene(Assembly)
  for (let time = 0; time < times; time++)
    assembly.outbox.batch.push(await assembly.propose(name, true, { voters: 5 }))
})

Then('{voter} sends each of them to one peer', function (this: World, name: string) {
  const peers = peersOf(this, name)
  for (const { answer } of this.scene(Assembly).outbox.batch)
    this.expect(`what ${name} sends`, answer).meets(
      'the proposal to one other peer',
      ({ sends = [], wire }) =>
        sends.length === 1 &&
        sends.every(({ to = '', wire: sent }) => peers.includes(to) && sent === wire),
    )
})

Then(
  /^(\w+) picks each of ([\w, ]+) and (\w+) at times$/,
  function (this: World, name: string, some: string, last: string) {
    const { batch } = this.scene(Assembly).outbox
    const sends = batch.flatMap(({ answer }) => answer.value.sends ?? [])
    const picked = [...new Set(sends.map(({ to }) => to))].sort()
    const final = batch.at(-1)?.answer
    if (!final) throw new Error(`${name} proposed nothing: add a When`)
    this.expect(
      `the peers that ${name} picked in ${batch.length} times`,
      final.map(() => picked),
    ).equals([...some.split(', '), last].sort())
  },
)

Then('{voter} sends his whole proposal to one peer', function (this: World, name: string) {
  expectOneMessage(this, name)
  const peers = peersOf(this, name)
  const { answer } = this.scene(Assembly).outbox.of(name)
  this.expect(
    `to whom ${name} sends`,
    answer.map(({ sends = [] }) => sends[0]?.to ?? 'nobody'),
  ).meets(`one of ${peers.join(', ')}`, (to) => peers.includes(to))
})

Then('{voter} sends one message', function (this: World, name: string) {
  expectOneMessage(this, name)
})

Then('{voter} sends one message on the channel', function (this: World, name: string) {
  expectOneMessage(this, name)
  const { network, outbox } = this.scene(Assembly)
  this.expect(
    `the channel on which ${name} sends`,
    outbox.of(name).answer.map(({ sends = [] }) => sends[0]?.topic ?? 'none'),
  ).equals(network?.topic ?? '')
})

/** What Bob sent in rounds of gossip. */
const gossiped = new WeakMap<Assembly, Observed<string[]>>()

When('{int} rounds of gossip pass', async function (this: World, rounds: number) {
  const wires: string[] = []
  for (let round = 0; round < rounds; round++) {
    this.now += 1000
    const answer = await this.act('Bob', 'voting.gossip', {})
    wires.push(...answer.value.sends.map(({ wire }) => wire))
    gossiped.set(
      this.scene(Assembly),
      answer.map(() => wires),
    )
  }
})

Then("every vote of Bob's that Bob sends is the one he cast", function (this: World) {
  const { people, outbox } = this.scene(Assembly)
  const owner = hex(people.owner('Bob'))
  expectVotes(this, outbox.votesOf('Bob'), (vote) => hex(vote.vote_owner) === owner)
})

Then('every vote that Bob sends is one of those he accepted', function (this: World) {
  const accepted = this.scene(Assembly).list([
    { name: 'Alice', yes: true },
    { name: 'Carol', yes: false },
  ])
  expectVotes(this, accepted.votes, () => true)
})

function peersOf(world: World, name: string): string[] {
  const { network } = world.scene(Assembly)
  if (!network) throw new Error('nobody is on a network: add a Given')
  return network.members.filter((member) => member !== name)
}

function expectOneMessage(world: World, name: string): void {
  const { answer } = world.scene(Assembly).outbox.of(name)
  world
    .expect(`what ${name} sends`, answer)
    .meets(
      'the whole proposal, once',
      ({ sends = [], wire }) => sends.length === 1 && sends[0]?.wire === wire,
    )
}

/** Whatever was gossiped, each of these votes is one of the known ones, byte for byte. */
function expectVotes(world: World, known: readonly Vote[], which: (vote: Vote) => boolean): void {
  const sent = gossiped.get(world.scene(Assembly))
  if (!sent) throw new Error('no round of gossip passed: add a When')
  const allowed = new Set(known.map((vote) => hex(voteType.encode(vote))))
  const strange = sent.map((wires) =>
    wires
      .flatMap((wire) => proposalType.decode(Buffer.from(wire, 'hex')).votes)
      .filter((vote) => which(vote) && !allowed.has(hex(voteType.encode(vote)))),
  )
  const comparison = world.expect(
    'votes that Bob sends and should not',
    strange.map((votes) => votes.length),
  )
  // Sending nothing is right as well, and shows nothing.
  if (sent.value.length > 0) comparison.meets('none', (count) => count === 0)
  else comparison.avoids('none', (count) => count === 0)
}
