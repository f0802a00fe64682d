import { Then, When } from '@cucumber/cucumber'
import type { VotingResult } from '../../adapters/contract/voting.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly } from './assembly.ts'
import { allowedResults } from './results.ts'

/* One row of the decision table: the same votes before the end, and after it with either meaning of silence. */

interface Row {
  readonly open: Observed<VotingResult>
  readonly yes: Observed<VotingResult>
  readonly no: Observed<VotingResult>
}

const decided = new WeakMap<World, Row>()

When(
  'Bob hears {int} YES and {int} NO of {int} voters, thrice',
  async function (this: World, yes: number, no: number, n: number) {
    const result = async (livenessYes: boolean, wait: number) => {
      const assembly = this.scene(Assembly)
      assembly.ask('Alice', { voters: n, livenessYes })
      await assembly.hears('Bob', yes, no)
      this.now += wait
      const answer = await assembly.result('Bob')
      return answer.map((ok) => ok.result)
    }
    const over = OPEN_MS + 2000
    const open = await result(true, 0)
    decided.set(this, { open, yes: await result(true, over), no: await result(false, over) })
  },
)

When(
  'Bob decides {int} YES and {int} NO of {int} voters',
  async function (this: World, yes: number, no: number, n: number) {
    await this.scene(Assembly).join('Bob')
    const result = async (livenessYes: boolean, expired: boolean) => {
      const tally = { n, yes, no, livenessYes, expired }
      const answer = await this.act('Bob', 'voting.decide', tally)
      return answer.map((ok) => ok.result)
    }
    decided.set(this, {
      open: await result(true, false),
      yes: await result(true, true),
      no: await result(false, true),
    })
  },
)

Then('the result is {outcome} before the end', function (this: World, words: string) {
  compare(this, 'the result before the end', row(this).open, words)
})

Then(
  'it is {outcome} after it where silence means {choice}, or {outcome} where it completes a quorum',
  function (this: World, strict: string, silence: boolean, filled: string) {
    const fills = this.scene(Assembly).declared.reading('silent', 'strict') === 'quorum'
    const subject = `the result after the end, silence meaning ${silence ? 'YES' : 'NO'}`
    compare(this, subject, silence ? row(this).yes : row(this).no, fills ? filled : strict)
  },
)

function compare(world: World, subject: string, got: Observed<VotingResult>, words: string): void {
  const allowed = allowedResults(world.scene(Assembly), words)
  world.expect(subject, got).meets(allowed.join(' or '), (said) => allowed.includes(said))
}

function row(world: World): Row {
  const found = decided.get(world)
  if (!found) throw new Error('nothing was decided: add a When')
  return found
}
