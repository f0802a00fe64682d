import { Then, When } from '@cucumber/cucumber'
import type { VotingResult } from '../../adapters/contract/voting.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import type { Ballot } from './craft.ts'
import { allowedResults } from './results.ts'

/* The same votes at peers that know nothing, in every order and in every part. */

/** What one peer said, and which votes it had heard by then. */
interface Heard {
  readonly votes: string
  readonly result: Observed<VotingResult>
  readonly last: boolean
}

interface Side {
  readonly result: Observed<VotingResult>
  /** Whether a NO here can only be a tie. */
  readonly tie: boolean
}

/** Two peers that heard the same honest votes, and one or the other vote of the one who is not. */
interface Pair {
  readonly honest: string
  readonly withYes: Side
  readonly withNo: Side
}

const split = new WeakMap<Assembly, Pair[]>()
const heard = new WeakMap<Assembly, Heard[]>()

When(
  'the votes {votes} reach a fresh peer in every order',
  async function (this: World, ballots: Ballot[]) {
    const [first, ...others] = ballots
    if (!first) throw new Error('expected votes, got none')
    const orders = permutations(others)
    await reach(this, first, orders)
  },
)

When(
  'every part of the votes {votes} reaches a fresh peer',
  async function (this: World, ballots: Ballot[]) {
    const [first, ...others] = ballots
    if (!first) throw new Error('expected votes, got none')
    await reach(this, first, subsets(others))
  },
)

/** For every number of YES among the honest: one peer hears the YES of the one who is not, another the NO. */
When(
  'fresh peers hear all honest votes of {int} voters and either vote of one who votes both ways',
  async function (this: World, n: number) {
    const pairs: Pair[] = []
    for (let yes = 0; yes < n; yes++) {
      const assembly = this.scene(Assembly)
      assembly.ask('Alice', { voters: n })
      const voters = assembly.people.voters(n + 1).filter((name) => name !== 'Bob')
      const honest = voters.slice(0, n - 1).map((name, at) => ({ name, yes: at < yes }))
      const equivocator = voters[n - 1] ?? ''
      const hears = async (peer: string, side: boolean) => {
        await assembly.join(peer, 'Bob')
        await assembly.hand(peer, assembly.list([...honest, { name: equivocator, yes: side }]))
        const result = await assembly.result(peer)
        // A NO without a majority of NO is a tie under REJECT, and no side (AMB-28, AMB-31).
        const tie = 2 * (n - 1 - yes + (side ? 0 : 1)) <= n
        return { result: result.map((ok) => ok.result), tie }
      }
      pairs.push({
        honest: `${yes} YES and ${n - 1 - yes} NO`,
        withYes: await hears(`peer ${yes} YES`, true),
        withNo: await hears(`peer ${yes} NO`, false),
      })
    }
    split.set(this.scene(Assembly), pairs)
  },
)

Then('no two of them decide otherwise on the same honest votes', function (this: World) {
  const pairs = split.get(this.scene(Assembly))
  if (!pairs) throw new Error('no votes reached anybody: add a When')
  for (const { honest, withYes, withNo } of pairs) {
    const side = ({ result, tie }: Side) => (result.value === 'NO' && tie ? 'TIE' : result.value)
    const first = side(withYes)
    this.expect(`the result from ${honest} and the NO`, withNo.result).meets(
      `not the opposite of ${first}, which another peer has from ${honest} and the YES`,
      () =>
        !(first === 'YES' && side(withNo) === 'NO') && !(first === 'NO' && side(withNo) === 'YES'),
    )
  }
})

Then('no two of them ever decide otherwise', function (this: World) {
  const all = said(this)
  const yes = all.find(({ result }) => result.value === 'YES')
  for (const { votes, result } of all)
    this.expect(`the result from ${votes}`, result).meets(
      yes ? `not NO, as ${yes.votes} gave YES` : 'YES, NO or none',
      (value) => !(yes && value === 'NO'),
    )
})

Then('all of them have the same result, {outcome}', function (this: World, words: string) {
  const allowed = allowedResults(this.scene(Assembly), words)
  const last = said(this).filter((each) => each.last)
  const one = last[0]?.result.value
  for (const { votes, result } of last)
    this.expect(`the result from ${votes}`, result).meets(
      `${allowed.join(' or ')}, and the same everywhere`,
      (value) => allowed.includes(value) && value === one,
    )
})

/** Each list of votes goes to one peer, vote by vote, each after the first vote alone; all are heard before the end. */
async function reach(world: World, first: Ballot, lists: readonly Ballot[][]): Promise<void> {
  const assembly = world.scene(Assembly)
  const results: Heard[] = []
  for (const [at, list] of lists.entries()) {
    const peer = `peer ${at + 1}`
    await assembly.join(peer, 'Bob')
    const names: string[] = []
    for (const [after, ballot] of [undefined, ...list].entries()) {
      const ballots = ballot ? [first, ballot] : [first]
      await assembly.hand(peer, assembly.list(ballots))
      names.push(spelt(ballots.at(-1) as Ballot))
      const answer = await assembly.result(peer)
      const result = answer.map((ok) => ok.result)
      results.push({ votes: names.join(', '), result, last: after === list.length })
    }
  }
  heard.set(assembly, results)
}

function said(world: World): Heard[] {
  const results = heard.get(world.scene(Assembly))
  if (!results) throw new Error('no votes reached anybody: add a When')
  return results
}

const spelt = ({ name, yes }: Ballot): string => `${name} ${yes ? 'YES' : 'NO'}`

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  )
}

function subsets<T>(items: readonly T[]): T[][] {
  const parts = 2 ** items.length
  return Array.from({ length: parts }, (_, part) => items.filter((_, at) => part & (1 << at)))
}
