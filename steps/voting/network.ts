import { Given, Then, When } from '@cucumber/cucumber'
import { proposalType, type Vote, voteType } from '../../proto/consensus.ts'
import type { World } from '../world.ts'
import { Assembly, hex } from './assembly.ts'

/* Clients that choose themselves to whom they send (capability voting.transport). */

Given(
  /^([\w, ]+) and (\w+) vote (as peers|on a channel)$/,
  function (this: World, some: string, last: string, how: string) {
    const members = [...some.split(', '), last]
    this.need('voting.transport')
    this.scene(Assembly).connect(how === 'as peers' ? 'p2p' : 'gossip', members)
  },
)

When('{voter} proposes {int} times', async function (this: World, name: string, times: number) {
  const assembly = this.scene(Assembly)
  for (let time = 0; time < times; time++)
    assembly.batch.push({ name, emitted: await assembly.propose(name, true, { voters: 5 }) })
})

Then('{voter} sends each of them to one peer', function (this: World, name: string) {
  const assembly = this.scene(Assembly)
  const others = assembly.members.filter((member) => member !== name)
  for (const { emitted } of assembly.batch)
    this.expect(`what ${name} sends`, emitted.answer).meets(
      'the proposal to one other peer',
      ({ sends = [], wire }) =>
        sends.length === 1 &&
        sends.every(({ to = '', wire: sent }) => others.includes(to) && sent === wire),
    )
})

Then(
  /^(\w+) picks each of ([\w, ]+) and (\w+) at times$/,
  function (this: World, name: string, some: string, last: string) {
    const { batch } = this.scene(Assembly)
    const picked = new Set(
      batch.flatMap(({ emitted }) => emitted.answer.value.sends?.map(({ to }) => to)),
    )
    const final = batch.at(-1)?.emitted.answer
    if (!final) throw new Error(`${name} proposed nothing: add a When`)
    this.expect(
      `the peers that ${name} picked in ${batch.length} times`,
      final.map(() => [...picked].sort()),
    ).equals([...some.split(', '), last].sort())
  },
)

Then('{voter} sends his whole proposal to one peer', function (this: World, name: string) {
  expectOneMessage(this, name)
  const others = this.scene(Assembly).members.filter((member) => member !== name)
  const { answer } = this.scene(Assembly).sent(name)
  this.expect(
    `to whom ${name} sends`,
    answer.map(({ sends = [] }) => sends[0]?.to ?? 'nobody'),
  ).meets(`one of ${others.join(', ')}`, (to) => others.includes(to))
})

Then('{voter} sends one message', function (this: World, name: string) {
  expectOneMessage(this, name)
})

Then('{voter} sends one message on the channel', function (this: World, name: string) {
  expectOneMessage(this, name)
  const { topic } = this.scene(Assembly)
  this.expect(
    `the channel on which ${name} sends`,
    this.scene(Assembly)
      .sent(name)
      .answer.map(({ sends = [] }) => sends[0]?.topic ?? 'none'),
  ).equals(topic)
})

When('{int} rounds of gossip pass', async function (this: World, rounds: number) {
  const assembly = this.scene(Assembly)
  for (let round = 0; round < rounds; round++) {
    this.now += 1000
    await assembly.gossip('Bob')
  }
})

Then("every vote of Bob's that Bob sends is the one he cast", function (this: World) {
  const assembly = this.scene(Assembly)
  const owner = hex(assembly.people.owner('Bob'))
  const cast = assembly.sent('Bob').proposal.value.votes.at(-1)
  expectVotes(this, 'Bob', cast ? [cast] : [], (vote) => hex(vote.vote_owner) === owner)
})

Then('every vote that Bob sends is one of those he accepted', function (this: World) {
  const assembly = this.scene(Assembly)
  const accepted = assembly.list([
    { name: 'Alice', yes: true },
    { name: 'Carol', yes: false },
  ])
  expectVotes(this, 'Bob', accepted.votes, () => true)
})

function expectOneMessage(world: World, name: string): void {
  const { answer } = world.scene(Assembly).sent(name)
  world
    .expect(`what ${name} sends`, answer)
    .meets(
      'the whole proposal, once',
      ({ sends = [], wire }) => sends.length === 1 && sends[0]?.wire === wire,
    )
}

/** Whatever was sent, each of these votes is one of the known ones, byte for byte. */
function expectVotes(
  world: World,
  name: string,
  known: readonly Vote[],
  which: (vote: Vote) => boolean,
): void {
  const { gossiped } = world.scene(Assembly)
  const allowed = new Set(known.map((vote) => hex(voteType.encode(vote))))
  const strange = gossiped.map(
    (wires) =>
      wires
        .flatMap((wire) => proposalType.decode(Buffer.from(wire, 'hex')).votes)
        .filter((vote) => which(vote) && !allowed.has(hex(voteType.encode(vote)))).length,
  )
  const comparison = world.expect(`votes that ${name} sends and should not`, strange)
  if (gossiped.value.length > 0) comparison.meets('none', (count) => count === 0)
  else comparison.avoids('none', (count) => count === 0)
}
