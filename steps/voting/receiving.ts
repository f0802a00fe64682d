import { type DataTable, Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { amended } from './amendment.ts'
import { Assembly } from './assembly.ts'
import type { Ballot } from './craft.ts'
import type { Damage } from './damage.ts'

/* Proposals that arrive, and whether they are taken. */

When(
  '{voter} receives/received the votes {votes}',
  async function (this: World, name: string, ballots: Ballot[]) {
    await this.scene(Assembly).handList(name, ballots)
  },
)

When(
  '{voter} receives/received the votes {votes} where {damage}',
  async function (this: World, name: string, ballots: Ballot[], damage: Damage) {
    await this.scene(Assembly).handList(name, ballots, damage)
  },
)

When(
  '{voter} receives/received the votes {votes} in a copy with',
  async function (this: World, name: string, ballots: Ballot[], table: DataTable) {
    const assembly = this.scene(Assembly)
    const proposal = assembly.list(ballots)
    const changes = amended(table, proposal, assembly.declared)
    await assembly.hand(name, { ...proposal, ...changes })
  },
)

When(
  '{voter} receives {int} YES and {int} NO',
  async function (this: World, name: string, yes: number, no: number) {
    await this.scene(Assembly).hears(name, yes, no)
  },
)

When(
  '{voter} receives/received the proposal of {voter}',
  async function (this: World, name: string, from: string) {
    const assembly = this.scene(Assembly)
    await assembly.hand(name, assembly.outbox.of(from).proposal.value)
  },
)

Then('{voter} accepts the proposal', function (this: World, name: string) {
  const { terms, answers } = this.scene(Assembly)
  const answer = answered(answers, name)
  this.expect(
    `${name}'s answer to the proposal`,
    answer.map((said) => (said.kind === 'ok' ? said.ok.proposalId : said.rejected)),
  ).equals(terms.proposal_id)
})

Then('{voter} rejects it', function (this: World, name: string) {
  const answer = answered(this.scene(Assembly).answers, name)
  this.expect(`${name}'s answer to the proposal`, answer).avoids(
    'rejected',
    (said) => said.kind === 'rejected',
  )
})

export function answered<T>(answers: ReadonlyMap<string, T>, name: string): T {
  const answer = answers.get(name)
  if (answer === undefined) throw new Error(`${name} was not asked anything: add a When`)
  return answer
}
