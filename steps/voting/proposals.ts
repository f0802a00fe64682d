import { Given, Then, When } from '@cucumber/cucumber'
import type { Proposal } from '../../proto/consensus.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'

/* The proposals that scenarios are about: made by the suite in somebody's name, or by the client. */

type TiePolicy = 'RETRY' | 'REJECT'

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
  /^(\w+)'s proposal with a (name|payload) of "(.*)"$/,
  function (this: World, owner: string, field: string, words: string) {
    const text = words.trim() === '64 KiB of text' ? 'é'.repeat(32_768) : words
    this.scene(Assembly).ask(owner, { voters: 4, [field]: text })
  },
)

When(
  '{voter} proposes/proposed {choice} to {int} voter(s)',
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

Given(
  /^(\w+) proposed (YES|NO) to (\d+) voters, (?:silence meaning (YES|NO) and )?a tie meaning (RETRY|REJECT)$/,
  async function (
    this: World,
    name: string,
    vote: boolean,
    voters: number,
    silence: boolean | null,
    tiePolicy: TiePolicy,
  ) {
    // Groups that look like a parameter type come as its values.
    await this.scene(Assembly).propose(name, vote, {
      voters,
      tiePolicy,
      ...(silence !== null && { livenessYes: silence }),
    })
  },
)

When(
  'Alice, Bob, Carol and Dave propose the same {int} times each',
  async function (this: World, times: number) {
    const assembly = this.scene(Assembly)
    const question = { voters: 4, name: 'the same', payload: 'question' }
    for (let time = 0; time < times; time++)
      for (const name of ['Alice', 'Bob', 'Carol', 'Dave'])
        assembly.outbox.batch.push(await assembly.propose(name, true, question))
  },
)

Then('no two of their proposals have the same proposal_id', function (this: World) {
  allDiffer(this, 'proposal_ids', ({ proposal_id }) => proposal_id)
})

Then('no two of their votes have the same vote_id', function (this: World) {
  allDiffer(this, 'vote_ids', ({ votes }) => votes[0]?.vote_id)
})

Then("{voter}'s two votes have different vote_ids", function (this: World, name: string) {
  const assembly = this.scene(Assembly)
  const ids = assembly.outbox.votesOf(name).map(({ vote_id }) => vote_id)
  const { proposal } = assembly.outbox.of(name)
  this.expect(
    `the vote_ids of ${name}'s votes`,
    proposal.map(() => new Set(ids).size),
  ).equals(2)
})

function allDiffer(
  world: World,
  what: string,
  idOf: (proposal: Proposal) => number | undefined,
): void {
  const { batch } = world.scene(Assembly).outbox
  const last = batch.at(-1)?.proposal
  if (!last) throw new Error('nothing was proposed: add a When')
  const ids = batch.map(({ proposal }) => idOf(proposal.value))
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at)
  world
    .expect(
      `the ${what} of ${ids.length} proposals`,
      last.map(() => repeated),
      (some) => `repeated: ${(some as number[]).join(', ') || 'none'}`,
    )
    .meets('no id twice', (some) => some.length === 0)
}
