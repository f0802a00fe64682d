import { Then, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { commit } from './commits.ts'
import { Group, type Wish } from './group.ts'
import { approve, propose, vote } from './votes.ts'

/* What is put to the vote in a group, the votes on it, and what comes of them. */

When(
  '{voter} proposes/proposed to {change}',
  async function (this: World, name: string, wish: Wish) {
    await propose(this.scene(Group), name, wish)
  },
)

When('{voter} proposes/proposed as often as may be', async function (this: World, name: string) {
  const group = this.scene(Group)
  for (let times = group.limit; times > 0; times--)
    await propose(group, name, { kind: 'remove', names: [name] })
})

When(
  '{members} votes/voted {choice} on it',
  async function (this: World, names: string[], yes: boolean) {
    for (const name of names) await vote(this.scene(Group), name, yes)
  },
)

When('the group approves/approved to {change}', async function (this: World, wish: Wish) {
  await approve(this.scene(Group), wish)
})

When('the time for votes runs/ran out', function (this: World) {
  // Two seconds more, so that it does not matter whether the end itself is open.
  this.now += this.scene(Group).voteMs + 2000
})

When('the steward commits/committed', async function (this: World) {
  await commit(this.scene(Group))
})

Then(
  'the result is {result} for {members}',
  async function (this: World, wanted: string, names: string[]) {
    const { motion, declared } = this.scene(Group)
    const [strict, filled = strict] = wanted.split(' or ')
    const result = declared.reading('silent', 'strict') === 'quorum' ? filled : strict
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      const results = view.map(({ proposals = [] }) =>
        proposals.filter(({ proposalId }) => proposalId === motion.id).map(({ result }) => result),
      )
      const subject = `the result of the vote for ${name}`
      this.expect(subject, results).equals(result === 'NONE' ? [] : [result as 'YES'])
    }
  },
)

/** Which of its reasons a client names is its own affair. */
Then('{voter} gets a refusal', function (this: World, name: string) {
  const { answer } = this.scene(Group).existing(name)
  if (!answer) throw new Error(`${name} was not asked for anything: add a When`)
  this.expect(`the answer to ${name}`, answer).avoids('refused', ({ kind }) => kind === 'rejected')
})
