import { Then, When } from '@cucumber/cucumber'
import { bytesToHex as hex } from '@noble/hashes/utils.js'
import type { VotingResult } from '../../adapters/contract/voting.ts'
import { proposalType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import { keepCourse, type Said, sideOf } from './course.ts'

/* How many rounds it takes until enough, or all, is known everywhere. */

/** Rounds after which nobody waits any longer. */
const PATIENCE = 100
/** Groups of each size whose median counts. */
const REPEATS = 3

const decisions = new WeakMap<
  World,
  { readonly peer: string; readonly result: Observed<VotingResult> }[]
>()

When('{int} peers pass one proposal on, each voting YES', async function (this: World, n: number) {
  const assembly = this.scene(Assembly)
  const peers = assembly.people.voters(n)
  const said = []
  let before: string | undefined
  for (const peer of peers) {
    if (before === undefined) await assembly.propose(peer, true, { voters: n })
    else {
      await assembly.hand(peer, assembly.outbox.of(before).proposal.value)
      // Who heard enough has decided and need not vote.
      const { value } = await assembly.result(peer)
      if (!value.final) await assembly.vote(peer, true)
    }
    const answer = await assembly.result(peer)
    said.push({ peer, result: answer.map((ok) => ok.result) })
    if (answer.value.final) break
    before = peer
  }
  decisions.set(this, said)
})

Then(
  'the peer of round {int} is the first to decide, on YES',
  function (this: World, round: number) {
    const said = decisions.get(this) ?? []
    for (const [at, { peer, result }] of said.entries())
      this.expect(`${peer}'s result in round ${at + 1}`, result).equals(
        at + 1 === round ? 'YES' : 'UNDECIDED',
      )
  },
)

When(
  'one of {int} peers proposes to all and all answer all, each voting YES',
  async function (this: World, n: number) {
    const assembly = this.scene(Assembly)
    const [creator = '', ...others] = assembly.people.voters(n)
    const { proposal } = await assembly.propose(creator, true, { voters: n })
    for (const peer of others) {
      await assembly.hand(peer, proposal.value)
      await assembly.vote(peer, true)
    }
    const said: Said[] = []
    for (const [at, peer] of [creator, ...others].entries()) {
      const rotated = [...others.slice(at), ...others.slice(0, at)]
      for (const from of rotated)
        if (from !== peer) await assembly.hand(peer, assembly.outbox.of(from).proposal.value)
      const answer = await assembly.result(peer)
      const result = answer.map((ok) => ok.result)
      said.push({ who: peer, result, side: sideOf(result.value, { tie: false }), last: true })
    }
    keepCourse(this, (law) => law(said))
  },
)

/** Rounds by group size, and an answer to hang the comparison on. */
interface Spread {
  readonly rounds: Map<number, number[]>
  readonly last: Observed<unknown>
}
const spreads = new WeakMap<World, Spread>()

When(
  /^groups of ([\d, and]+) peers push to random peers until all hold all votes$/,
  async function (this: World, words: string) {
    this.need('voting.transport')
    const rounds = new Map<number, number[]>()
    let last: Observed<unknown> | undefined
    for (const n of words.split(/, | and /).map(Number))
      for (let repeat = 0; repeat < REPEATS; repeat++) {
        await this.startOver()
        const spread = await push(this, n)
        rounds.set(n, [...(rounds.get(n) ?? []), spread.rounds])
        last = spread.last
      }
    if (!last) throw new Error(`expected group sizes, got "${words}"`)
    this.log(`rounds until all hold all votes: ${JSON.stringify([...rounds])}`)
    spreads.set(this, { rounds, last })
  },
)

Then('the rounds grow like log n', function (this: World) {
  const { rounds, last } = spread(this)
  const medians = [...rounds].map(([n, all]) => [n, median(all)] as const)
  const [smallest, largest] = [medians.at(0), medians.at(-1)]
  if (!smallest || !largest) throw new Error('no group was measured: add a When')
  // From n to m peers, log grows by log m / log n; of simulated groups, two in 20,000 grow by 1.7 times that.
  const bound = 1.7 * smallest[1] * (Math.log2(largest[0]) / Math.log2(smallest[0]))
  this.expect(
    'rounds by number of peers',
    last.map(() => medians),
    JSON.stringify,
  ).meets(
    `at most ${bound.toFixed(1)} rounds for ${largest[0]} peers`,
    () => Number.isFinite(largest[1]) && largest[1] <= bound,
  )
})

// Of simulated groups of 12, every seventh median of three is above 4 log n, and none of 20,000 above 6.
Then('6 log n rounds are enough', function (this: World) {
  const { rounds, last } = spread(this)
  for (const [n, all] of rounds)
    this.expect(
      `rounds among ${n} peers`,
      last.map(() => all),
      JSON.stringify,
    ).meets(`at most ${6 * Math.log2(n)}`, (each) => median(each) <= 6 * Math.log2(n))
})

function spread(world: World): Spread {
  const found = spreads.get(world)
  if (!found) throw new Error('no group was measured: add a When')
  return found
}

/** Everybody pushes what it has to a random peer, once a round, until everybody was given every vote. */
async function push(world: World, n: number) {
  const assembly = world.scene(Assembly)
  const peers = assembly.people.voters(n)
  assembly.participants.network = { kind: 'p2p', members: peers, topic: '' }
  for (const peer of peers) await assembly.join(peer)
  const first = await assembly.propose(peers[0] ?? '', true, { voters: n })
  const known = new Map(peers.map((peer) => [peer, new Set<string>()]))
  const voted = new Set(peers.slice(0, 1))
  note(known.get(peers[0] ?? ''), first.answer.value.wire)
  let last: Observed<unknown> = first.answer
  for (let round = 1; round <= PATIENCE; round++) {
    const outbox = []
    for (const peer of voted) {
      const answer = await world.act(peer, 'voting.gossip', {})
      last = answer
      outbox.push(...answer.value.sends)
    }
    for (const { to = '', wire } of outbox) {
      const answer = await assembly.handBytes(to, Buffer.from(wire, 'hex'))
      if (answer.value.kind === 'ok') note(known.get(to), wire)
    }
    for (const peer of peers)
      if (!voted.has(peer) && (known.get(peer)?.size ?? 0) > 0) {
        voted.add(peer)
        const { answer } = await assembly.vote(peer, true)
        note(known.get(peer), answer.value.wire)
      }
    if ([...known.values()].every((votes) => votes.size === n)) return { rounds: round, last }
  }
  return { rounds: Number.POSITIVE_INFINITY, last }
}

function note(votes: Set<string> | undefined, wire: string): void {
  for (const vote of proposalType.decode(Buffer.from(wire, 'hex')).votes)
    votes?.add(hex(vote.vote_owner))
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY
