/*
How many rounds and messages a vote takes as the peers grow, against what the text claims: log n, 2n/3
between peers, two on a channel. All vote YES, nothing is lost.

- chain: one proposal is passed on, each peer adding its vote, until one decides (through the adapter);
- channel: one proposes, all answer all (through the adapter);
- push: everybody sends all it has to one random peer, once a round, until all have decided (through the
  adapter up to 50 peers; with nothing but sets of voters and the reference's decision up to 10,000).

node bench/voting-rounds.ts [ADDRESS] [--full]: with --full writes docs/voting-rounds.md and
docs/voting-rounds.svg, else takes fewer peers; the client is the reference if none is named. One that does not choose its peers itself is left out of push.
*/
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeAll, open } from '../adapters/open.ts'
import { decide } from '../adapters/reference/voting/decision.ts'
import type { Session } from '../adapters/session.ts'
import { full, tell, words } from './harness/figure.ts'
import { plot, type Series } from './harness/plot.ts'

const viaAdapter = full ? [3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50] : [3, 10]
const byDecision = [3, 10, 30, 100, 300, 1_000, ...(full ? [3_000, 10_000] : [])]
const now = 1_756_000_000_000
const address = words[0] ?? 'reference'

interface Course {
  readonly rounds: number
  readonly messages: number
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** So many peers of one client. */
class Peers {
  readonly names: readonly string[]
  readonly #session: Session

  private constructor(session: Session, names: readonly string[]) {
    this.#session = session
    this.names = names
  }

  static async join(session: Session, n: number, run: string, networked: boolean): Promise<Peers> {
    const names = Array.from({ length: n }, (_, at) => `${run}/${n}/${at}`)
    const peers = new Peers(session, names)
    for (const [at, name] of names.entries()) {
      const privateKey = (at + 1).toString(16).padStart(64, '0')
      const others = names.filter((other) => other !== name)
      const network = { kind: 'p2p' as const, peers: others, topic: '' }
      const seed = Buffer.from(`${run}${n}`.padEnd(32)).toString('hex').slice(0, 64)
      await peers.ask(name, 'voting.create', { privateKey, seed, ...(networked && { network }) })
    }
    return peers
  }

  async ask<T = { wire: string; proposalId: number }>(
    name: string,
    op: string,
    params: object,
  ): Promise<T> {
    const outcome = await this.#session.raw(op, name, now, params)
    if (outcome.kind !== 'ok') throw new Error(`${name}: ${op}: ${JSON.stringify(outcome)}`)
    return outcome.ok as T
  }

  propose(): Promise<{ wire: string; proposalId: number }> {
    const question = { name: 'n', payload: 'p', expectedVoters: this.names.length, vote: true }
    return this.ask(this.names[0] ?? '', 'voting.propose', { ...question, expiresIn: 3_600_000 })
  }

  async hasDecided(name: string, proposalId: number): Promise<boolean> {
    const { result } = await this.ask<{ result: string }>(name, 'voting.result', { proposalId })
    return result === 'YES'
  }

  async leave(): Promise<void> {
    for (const name of this.names) await this.ask(name, 'destroy', {})
  }
}

async function chain(session: Session, n: number): Promise<Course> {
  const peers = await Peers.join(session, n, 'chain', false)
  let { wire, proposalId } = await peers.propose()
  let rounds = 1
  for (const name of peers.names.slice(1)) {
    rounds++
    await peers.ask(name, 'voting.receive', { wire })
    ;({ wire } = await peers.ask(name, 'voting.vote', { proposalId, vote: true }))
    if (await peers.hasDecided(name, proposalId)) break
  }
  await peers.leave()
  return { rounds, messages: rounds - 1 }
}

async function channel(session: Session, n: number): Promise<Course> {
  const peers = await Peers.join(session, n, 'channel', false)
  const { wire, proposalId } = await peers.propose()
  const answers: string[] = []
  for (const name of peers.names.slice(1)) {
    await peers.ask(name, 'voting.receive', { wire })
    const answer = await peers.ask(name, 'voting.vote', { proposalId, vote: true })
    answers.push(answer.wire)
  }
  let undecided = 0
  for (const name of peers.names) {
    for (const answer of answers) await peers.ask(name, 'voting.receive', { wire: answer })
    if (!(await peers.hasDecided(name, proposalId))) undecided++
  }
  await peers.leave()
  return { rounds: undecided === 0 ? 2 : Number.POSITIVE_INFINITY, messages: n }
}

async function push(session: Session, n: number): Promise<Course> {
  const peers = await Peers.join(session, n, 'push', true)
  const { proposalId } = await peers.propose()
  const voted = new Set(peers.names.slice(0, 1))
  const decided = new Set<string>()
  let rounds = 0
  let messages = 0
  while (decided.size < n) {
    rounds++
    const sends: { to?: string; wire: string }[] = []
    for (const name of voted) {
      const sent = await peers.ask<{ sends: typeof sends }>(name, 'voting.gossip', {})
      sends.push(...sent.sends)
      messages++
    }
    for (const { to = '', wire } of sends) {
      await peers.ask(to, 'voting.receive', { wire })
      if (voted.has(to)) continue
      voted.add(to)
      await peers.ask(to, 'voting.vote', { proposalId, vote: true })
    }
    for (const name of voted)
      if (!decided.has(name) && (await peers.hasDecided(name, proposalId))) decided.add(name)
  }
  await peers.leave()
  return { rounds, messages }
}

/** Push with nothing but who has whose vote, a bit each, and the decision. */
function pushBySets(n: number): Course {
  const words = Math.ceil(n / 32)
  const known = Array.from({ length: n }, () => new Uint32Array(words))
  const vote = (peer: number) => {
    const own = known[peer]
    if (own) own[peer >>> 5] = (own[peer >>> 5] ?? 0) | (1 << (peer & 31))
  }
  vote(0)
  const voted = new Uint8Array(n)
  voted[0] = 1
  const roll = dice(n)
  const reading = { silent: 'strict', earlyNo: 'true' } as const
  const tally = { n, no: 0, livenessYes: true, expired: false }
  let rounds = 0
  let messages = 0
  for (let decided = 0; decided < n; ) {
    rounds++
    const before = known.map((set) => Uint32Array.from(set))
    for (let from = 0; from < n; from++) {
      if (!voted[from]) continue
      messages++
      const to = (from + 1 + roll(n - 1)) % n
      const [into, out] = [known[to], before[from]]
      if (into && out)
        for (let word = 0; word < words; word++) into[word] = (into[word] ?? 0) | (out[word] ?? 0)
      voted[to] ||= 2
    }
    decided = 0
    for (let peer = 0; peer < n; peer++) {
      if (voted[peer] === 2) vote(peer)
      if (voted[peer]) voted[peer] = 1
      if (decide({ ...tally, yes: count(known[peer]) }, reading) === 'YES') decided++
    }
  }
  return { rounds, messages }
}

function count(set: Uint32Array | undefined): number {
  let bits = 0
  for (let word of set ?? []) for (; word !== 0; word &= word - 1) bits++
  return bits
}

const session = await open(address)
const pushes = session.hello.capabilities.includes('voting.transport')
const rows: { n: number; chain: Course; channel: Course; push?: Course }[] = []
for (const n of viaAdapter)
  rows.push({
    n,
    chain: await chain(session, n),
    channel: await channel(session, n),
    ...(pushes && { push: await push(session, n) }),
  })
const large = byDecision.map((n) => ({ n, ...pushBySets(n) }))
await closeAll()

for (const { n, rounds } of large.slice(-3))
  tell({
    what: `rounds until all have decided, push among ${n} peers, decision alone`,
    unit: 'rounds',
    value: rounds,
    peer: { name: 'log2 n, as the text claims', value: Math.log2(n) },
    growth: { series: 'push', size: n, cost: rounds },
  })
if (full) write()

function write(): void {
  const { name, version } = session.hello.implementation
  const all = [...viaAdapter, ...byDecision].sort((a, b) => a - b)
  const series: Series[] = [
    { name: 'chain, through the adapter', points: rows.map(({ n, chain }) => [n, chain.rounds]) },
    {
      name: 'channel, through the adapter',
      points: rows.map(({ n, channel }) => [n, channel.rounds]),
    },
    ...(pushes
      ? [
          {
            name: 'push, through the adapter',
            points: rows.map(({ n, push }) => [n, push?.rounds ?? 1] as const),
          },
        ]
      : []),
    { name: 'push, decision alone', points: large.map(({ n, rounds }) => [n, rounds]) },
    { name: '2n/3 (claim)', points: all.map((n) => [n, (2 * n) / 3]), claim: true },
    { name: 'log2 n (claim)', points: all.map((n) => [n, Math.log2(n)]), claim: true },
  ]
  const docs = join(import.meta.dirname, '..', 'docs')
  const title = 'Rounds until every peer has decided (chain: until the first has)'
  writeFileSync(join(docs, 'voting-rounds.svg'), plot(title, { x: 'peers', y: 'rounds' }, series))
  const cells = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`
  const markdown = [
    '# Rounds and messages of a vote',
    '',
    `Made by \`node bench/voting-rounds.ts --full\` with ${name} ${version}; all vote YES, nothing is lost.`,
    '',
    '![rounds by number of peers](voting-rounds.svg)',
    '',
    'The text claims that messages spread in O(log n) rounds, and that the votes of two thirds take 2n/3 rounds',
    'between peers and two on a channel (AMB-37). Each holds for another way of passing votes on: a chain takes 2n/3',
    'rounds and messages; a channel two rounds and n messages; pushing to random peers grows with log n, at n messages',
    'a round. 2n/3 and O(log n) cannot both be true of one way.',
    '',
    '| peers | chain: rounds, messages | 2n/3 | channel: rounds, messages | push: rounds, messages | log2 n |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ n, chain, channel, push }) =>
      cells([
        n,
        `${chain.rounds}, ${chain.messages}`,
        Math.ceil((2 * n) / 3),
        `${channel.rounds}, ${channel.messages}`,
        push ? `${push.rounds}, ${push.messages}` : 'not measured',
        Math.log2(n).toFixed(1),
      ]),
    ),
    '',
    'Push with the decision alone, without bytes and signatures:',
    '',
    '| peers | rounds | messages | rounds / log2 n |',
    '| ---: | ---: | ---: | ---: |',
    ...large.map(({ n, rounds, messages }) =>
      cells([n, rounds, messages, (rounds / Math.log2(n)).toFixed(2)]),
    ),
    '',
  ]
  writeFileSync(join(docs, 'voting-rounds.md'), markdown.join('\n'))
  console.log(markdown.join('\n'))
}
