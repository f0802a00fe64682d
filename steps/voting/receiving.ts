import { Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import type { Ballot, Terms } from './craft.ts'
import type { Damage } from './damage.ts'
import { ballots } from './parameters.ts'

/* Proposals that arrive, and whether they are taken. */

When(
  '{voter} receives/received the votes {votes}',
  async function (this: World, name: string, ballots: Ballot[]) {
    const assembly = this.scene(Assembly)
    await assembly.hand(name, assembly.list(ballots))
  },
)

When(
  '{voter} receives/received the votes {votes} where {damage}',
  async function (this: World, name: string, ballots: Ballot[], damage: Damage) {
    const assembly = this.scene(Assembly)
    await assembly.hand(name, assembly.list(ballots, damage))
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

When(
  /^(\w+) (?:receives|received) the votes (.+) in a copy whose (\w+) is (.+)$/,
  async function (this: World, name: string, words: string, field: string, value: string) {
    const assembly = this.scene(Assembly)
    const copy = { ...assembly.list(ballots(words)), ...altered(field, value) }
    await assembly.hand(name, copy)
  },
)

When(
  '{voter} receives the votes {votes} in a copy that ends {int} seconds later',
  async function (this: World, name: string, ballots: Ballot[], seconds: number) {
    const assembly = this.scene(Assembly)
    const proposal = assembly.list(ballots)
    proposal.expiration_time += assembly.declared.wireTime(seconds * 1000)
    await assembly.hand(name, proposal)
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

Then('{voter} knows nothing of it', async function (this: World, name: string) {
  const result = await this.scene(Assembly).result(name)
  this.expect(
    `${name}'s result`,
    result.map((ok) => ok.result),
  ).avoids('UNKNOWN', (said) => said === 'UNKNOWN')
})

export function answered<T>(answers: ReadonlyMap<string, T>, name: string): T {
  const answer = answers.get(name)
  if (answer === undefined) throw new Error(`${name} was not asked anything: add a When`)
  return answer
}

/** One unsigned field of a proposal with another value. */
export function altered(field: string, value: string): Partial<Terms> {
  switch (field) {
    case 'name':
    case 'payload':
      return { [field]: value }
    case 'expected_voters_count':
    case 'proposal_id':
    case 'round':
      return { [field]: Number(value) }
    case 'liveness_criteria_yes':
      return { [field]: value === 'true' }
    default:
      throw new Error(`expected a field of a Proposal that a sentence can set, got ${field}`)
  }
}
