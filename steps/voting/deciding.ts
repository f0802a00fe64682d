import { type DataTable, Then, When } from '@cucumber/cucumber'
import type { VotingResult } from '../../adapters/contract/voting.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly } from './assembly.ts'
import { allowedResults } from './outcome.ts'

/* Rows of the decision table: the same votes before the end, and after it with either meaning of silence. */

/** What one tally of votes comes to. */
interface Decided {
  readonly votes: string
  /** In the order of MOMENTS. */
  readonly results: readonly Observed<VotingResult>[]
}

const MOMENTS = [
  { words: 'before the end', livenessYes: true, expired: false },
  { words: 'after it, silence meaning YES', livenessYes: true, expired: true },
  { words: 'after it, silence meaning NO', livenessYes: false, expired: true },
] as const

const decided = new WeakMap<World, Decided[]>()

When(
  'Bob hears {int} YES and {int} NO of {int} voters, thrice',
  async function (this: World, yes: number, no: number, n: number) {
    const results: Observed<VotingResult>[] = []
    for (const { livenessYes, expired } of MOMENTS) {
      const assembly = this.scene(Assembly)
      assembly.ask('Alice', { voters: n, livenessYes })
      await assembly.hears('Bob', yes, no)
      if (expired) this.now += OPEN_MS + 2000
      const answer = await assembly.result('Bob')
      results.push(answer.map((ok) => ok.result))
    }
    decided.set(this, [{ votes: `${yes} YES and ${no} NO`, results }])
  },
)

/** `12:0, 11:0–1`: so many YES, and from so many to so many NO. */
When(
  /^Bob decides each of (\d+:[\d:–, ]+) of (\d+) voters$/,
  async function (this: World, tallies: string, n: string) {
    await this.scene(Assembly).join('Bob')
    const rows: Decided[] = []
    for (const { yes, no } of talliesOf(tallies)) {
      const results: Observed<VotingResult>[] = []
      for (const { livenessYes, expired } of MOMENTS) {
        const tally = { n: Number(n), yes, no, livenessYes, expired }
        const answer = await this.act('Bob', 'voting.decide', tally)
        results.push(answer.map((ok) => ok.result))
      }
      rows.push({ votes: `${yes} YES and ${no} NO`, results })
    }
    decided.set(this, rows)
  },
)

/** A row for each moment; the last column is for clients to whom silence completes a quorum. */
Then('the results are', function (this: World, table: DataTable) {
  const all = decided.get(this)
  if (!all) throw new Error('nothing was decided: add a When')
  const { declared } = this.scene(Assembly)
  const fills = declared.reading('silent', 'strict') === 'quorum'
  const [, ...rows] = table.raw()
  for (const { votes, results } of all)
    for (const [at, { words }] of MOMENTS.entries()) {
      const [moment, strict = '', filled = ''] = rows[at] ?? []
      const got = results[at]
      if (moment !== words || !got) throw new Error(`expected a row "${words}", got "${moment}"`)
      const allowed = allowedResults(declared, fills ? filled : strict)
      this.expect(`the result of ${votes} ${words}`, got).meets(allowed.join(' or '), (said) =>
        allowed.includes(said),
      )
    }
})

function talliesOf(words: string): { yes: number; no: number }[] {
  return words.split(', ').flatMap((part) => {
    const [, yes, from, to = from] = /^(\d+):(\d+)(?:–(\d+))?$/.exec(part) ?? []
    if (!yes) throw new Error(`expected "YES:NO" or "YES:NO–NO", got "${part}"`)
    const count = Number(to) - Number(from) + 1
    return Array.from({ length: count }, (_, at) => ({ yes: Number(yes), no: Number(from) + at }))
  })
}
