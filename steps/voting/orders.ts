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
  'every part of {int} YES and {int} NO reaches a fresh peer',
  async function (this: World, yes: number, no: number) {
    const [first, ...others] = this.scene(Assembly).ballots('Bob', yes, no)
    if (!first) throw new Error('expected votes, got none')
    await reach(this, first, subsets(others))
  },
)

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
