import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Proposal } from '../../proto/consensus.ts'
import type { World } from '../world.ts'
import { amended } from './amendment.ts'
import { Assembly } from './assembly.ts'
import type { Emitted } from './outbox.ts'
import type { TiePolicy } from './outcome.ts'

/* The proposals that scenarios are about: made by the suite in somebody's name, or by the client. */

Given("{voter}'s proposal to {int} voter(s)", function (this: World, owner: string, n: number) {
  this.scene(Assembly).ask(owner, { voters: n })
})

Given(
  "{voter}'s proposal to {int} voter(s), silence meaning {choice}",
  function (this: World, owner: string, n: number, livenessYes: boolean) {
    this.scene(Assembly).ask(owner, { voters: n, livenessYes })
  },
)

Given(
  "{voter}'s proposal to {int} voters with",
  function (this: World, owner: string, n: number, table: DataTable) {
    const assembly = this.scene(Assembly)
    assembly.ask(owner, { voters: n })
    assembly.agenda.amend(amended(table, assembly.terms, assembly.declared))
  },
)

When(
  '{voter} proposes/proposed {choice} to {int} voters',
  async function (this: World, name: string, yes: boolean, voters: number) {
    await this.scene(Assembly).propose(name, yes, { voters })
  },
)

When(
  '{voter} proposes/proposed {choice} to {int} voters, silence meaning {choice}',
  async function (this: World, name: string, yes: boolean, voters: number, livenessYes: boolean) {
    await this.scene(Assembly).propose(name, yes, { voters, livenessYes })
  },
)

When(
  '{voter} proposed {choice} to {int} voters, silence meaning {choice} and a tie meaning {tiePolicy}',
  async function (
    this: World,
    name: string,
    yes: boolean,
    voters: number,
    livenessYes: boolean,
    tiePolicy: TiePolicy,
  ) {
    await this.scene(Assembly).propose(name, yes, { voters, livenessYes, tiePolicy })
  },
)

/** In turns; each votes YES. */
When(
  /^the same is proposed (\d+) times by ([\w, ]+)$/,
  async function (this: World, times: string, names: string) {
    const assembly = this.scene(Assembly)
    const people = names.split(/, | and /)
    const voters = assembly.participants.network?.members.length ?? people.length
    const question = { voters, name: 'the same', payload: 'question' }
    for (let time = 0; time < Number(times); time++)
      await assembly.propose(people[time % people.length] ?? '', true, question)
  },
)

Then('no two proposals have the same proposal_id', function (this: World) {
  const { proposed } = this.scene(Assembly).outbox
  allDiffer(this, 'proposal_ids', proposed, ({ proposal_id }) => proposal_id)
})

Then('no two votes have the same vote_id', function (this: World) {
  const sent = this.scene(Assembly).outbox.everything()
  allDiffer(this, 'vote_ids', sent, ({ votes }) => votes.at(-1)?.vote_id)
})

function allDiffer(
  world: World,
  what: string,
  sent: readonly Emitted[],
  idOf: (proposal: Proposal) => number | undefined,
): void {
  const last = sent.at(-1)?.proposal
  if (!last || sent.length < 2) throw new Error('nothing that could be the same: add a When')
  const seen = new Set<number | undefined>()
  const repeated = sent
    .map(({ proposal }) => idOf(proposal.value))
    .filter((id) => seen.size === seen.add(id).size)
  world
    .expect(
      `${sent.length} ${what}`,
      last.map(() => repeated),
      (some) => `repeated: ${(some as number[]).join(', ') || 'none'}`,
    )
    .meets('no id twice', (some) => some.length === 0)
}
