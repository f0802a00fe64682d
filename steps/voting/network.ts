import { Given, Then, When } from '@cucumber/cucumber'
import { bytesToHex as hex } from '@noble/hashes/utils.js'
import { proposalType, type Vote, voteType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import type { Emitted, Outbox } from './outbox.ts'

/* Clients that choose themselves to whom they send (capability voting.transport). */

Given(
  /^([\w, ]+) and (\w+) vote (as peers|on a channel)$/,
  function (this: World, some: string, last: string, how: string) {
    this.need('voting.transport')
    this.scene(Assembly).participants.network = {
      kind: how === 'as peers' ? 'p2p' : 'gossip',
      members: [...some.split(', '), last],
      topic: `vote-${this.dice.hex(4)}`,
    }
  },
)

Then('{voter} sends each proposal to one peer', function (this: World, name: string) {
  const { outbox, participants } = this.scene(Assembly)
  const peers = participants.othersThan(name)
  for (const { answer } of sentBy(outbox, name))
    this.expect(`what ${name} sends`, answer).meets(
      'the whole proposal to one other peer',
      ({ sends = [], wire }) =>
        sends.length === 1 &&
        sends.every(({ to = '', wire: sent }) => peers.includes(to) && sent === wire),
    )
})

Then(
  /^(\w+) picks each of ([\w, ]+) and (\w+) at times$/,
  function (this: World, name: string, some: string, last: string) {
    const sent = sentBy(this.scene(Assembly).outbox, name)
    const picked = new Set(sent.flatMap(({ answer }) => answer.value.sends?.map(({ to }) => to)))
    const { answer } = this.scene(Assembly).outbox.of(name)
    this.expect(
      `the peers that ${name} picked in ${sent.length} times`,
      answer.map(() => [...picked].sort()),
    ).equals([...some.split(', '), last].sort())
  },
)

Then('{voter} sends one message on the channel', function (this: World, name: string) {
  const { participants, outbox } = this.scene(Assembly)
  const { answer } = outbox.of(name)
  this.expect(`what ${name} sends`, answer).meets(
    'the whole proposal, once',
    ({ sends = [], wire }) => sends.length === 1 && sends[0]?.wire === wire,
  )
  this.expect(
    `the channel on which ${name} sends`,
    answer.map(({ sends = [] }) => sends[0]?.topic ?? 'none'),
  ).equals(participants.network?.topic ?? '')
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

/** Whatever was gossiped, each of its votes is a known one, byte for byte. */
Then('every vote that Bob sends is one that he cast or accepted', function (this: World) {
  const assembly = this.scene(Assembly)
  const sent = gossiped.get(assembly)
  if (!sent) throw new Error('no round of gossip passed: add a When')
  const bytes = (vote: Vote) => hex(voteType.encode(vote))
  const known = new Set(
    [...assembly.outbox.votesOf('Bob'), ...assembly.inbox.accepted('Bob')].map(bytes),
  )
  const comparison = this.expect(
    'votes that Bob sends and should not',
    sent.map(
      (wires) =>
        wires
          .flatMap((wire) => proposalType.decode(Buffer.from(wire, 'hex')).votes)
          .filter((vote) => !known.has(bytes(vote))).length,
    ),
  )
  // Sending nothing is right as well, and shows nothing.
  if (sent.value.length > 0) comparison.meets('none', (count) => count === 0)
  else comparison.avoids('none', (count) => count === 0)
})

function sentBy(outbox: Outbox, name: string): readonly Emitted[] {
  const sent = outbox.all(name)
  if (sent.length === 0) throw new Error(`${name} sent nothing: add a When`)
  return sent
}
