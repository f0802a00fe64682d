import { Then, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import type { Ballot } from '../craft.ts'
import { commit } from './commits.ts'
import { Group, type Wish } from './group.ts'

/* What is put to the vote in a group, the votes on it, and what comes of them. */

When(
  '{voter} proposes/proposed to {change}',
  async function (this: World, name: string, wish: Wish) {
    await this.scene(Group).propose(name, wish)
  },
)

When('the votes on it are/were {votes}', async function (this: World, ballots: Ballot[]) {
  const group = this.scene(Group)
  for (const { name, yes } of ballots) await group.vote(name, yes)
})

When(
  '{voter} votes {choice} on what {voter} proposed',
  async function (this: World, name: string, yes: boolean, proposer: string) {
    const group = this.scene(Group)
    await group.vote(name, yes, group.motionOf(proposer))
  },
)

When('{voter} proposes/proposed as often as may be', async function (this: World, name: string) {
  const group = this.scene(Group)
  for (let times = group.limit; times > 0; times--)
    await group.propose(name, { kind: 'remove', names: [name] })
})

When('the group approves/approved to {change}', async function (this: World, wish: Wish) {
  await this.scene(Group).approve(wish)
})

When('the time for votes runs/ran out', function (this: World) {
  // Two seconds more, so that it does not matter whether the end itself is open.
  this.now += this.scene(Group).voteMs + 2000
})

When('the steward commits/committed', async function (this: World) {
  await commit(this.scene(Group))
})

Then(
  'the result is {outcome} for {members}',
  async function (this: World, wanted: string, names: string[]) {
    const { motion, declared } = this.scene(Group)
    // `NO or YES`: YES where silence completes a quorum (AMB-26).
    const [strict, filled = strict] = wanted.split(' or ')
    const result = declared.reading('silent', 'strict') === 'quorum' ? filled : strict
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      const results = view.map(({ proposals = [] }) =>
        proposals.filter(({ proposalId }) => proposalId === motion.id).map(({ result }) => result),
      )
      this.expect(`the result of the vote for ${name}`, results).equals([result as 'YES'])
    }
  },
)

Then('{members} has/have never heard of it', async function (this: World, names: string[]) {
  const { motion } = this.scene(Group)
  for (const name of names) {
    const view = await this.scene(Group).existing(name).state()
    this.expect(`the proposals that ${name} knows`, view).avoids(
      'without the one of this scenario',
      ({ proposals = [] }) => proposals.every(({ proposalId }) => proposalId !== motion.id),
    )
  }
})

/** Which of its reasons a client names is its own affair. */
Then('{voter} gets a refusal', function (this: World, name: string) {
  const { answer } = this.scene(Group).existing(name)
  if (!answer) throw new Error(`${name} was not asked for anything: add a When`)
  this.expect(`the answer to ${name}`, answer).avoids('refused', ({ kind }) => kind === 'rejected')
})
