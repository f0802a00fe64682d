import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import { keepCourse, type Said, sideOf } from './course.ts'
import type { Ballot } from './craft.ts'

/* The same votes at peers that know nothing, in every order and in every part. */

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

/** For every number of YES among the honest. Only who heard the same honest votes has to agree. */
When(
  'two fresh peers hear all honest votes of {int} voters, and each another vote of one who votes both ways',
  async function (this: World, n: number) {
    const pairs: Said[][] = []
    for (let yes = 0; yes < n; yes++) {
      const assembly = this.scene(Assembly)
      assembly.ask('Alice', { voters: n })
      const voters = assembly.people.voters(n + 1).filter((name) => name !== 'Bob')
      const honest = voters.slice(0, n - 1).map((name, at) => ({ name, yes: at < yes }))
      const equivocator = voters[n - 1] ?? ''
      const hears = async (side: boolean): Promise<Said> => {
        const word = side ? 'YES' : 'NO'
        const peer = `peer ${yes} ${word}`
        await assembly.join(peer, 'Bob')
        await assembly.hand(peer, assembly.list([...honest, { name: equivocator, yes: side }]))
        const answer = await assembly.result(peer)
        const result = answer.map((ok) => ok.result)
        const tie = 2 * (n - 1 - yes + (side ? 0 : 1)) <= n
        const who = `${yes} YES, ${n - 1 - yes} NO and the ${word}`
        return { who, result, side: sideOf(result.value, { tie }), last: true }
      }
      pairs.push([await hears(true), await hears(false)])
    }
    keepCourse(this, (law) => pairs.forEach(law))
  },
)

/** Each list of votes goes to one peer, vote by vote, each after the first vote alone; all are heard before the end. */
async function reach(world: World, first: Ballot, lists: readonly Ballot[][]): Promise<void> {
  const assembly = world.scene(Assembly)
  const said: Said[] = []
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
      const side = sideOf(result.value, { tie: false })
      said.push({ who: names.join(', '), result, side, last: after === list.length })
    }
  }
  keepCourse(world, (law) => law(said))
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
