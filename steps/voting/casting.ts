import { Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import { answered } from './receiving.ts'

/* Votes that the client casts. */

When('{voter} votes/voted {choice}', async function (this: World, name: string, yes: boolean) {
  await this.scene(Assembly).vote(name, yes)
})

When(
  "{voter} votes {choice} on {voter}'s proposal",
  async function (this: World, name: string, yes: boolean, owner: string) {
    const assembly = this.scene(Assembly)
    assembly.agenda.turnTo(owner)
    await assembly.vote(name, yes)
  },
)

When('{voter} tries to vote {choice}', async function (this: World, name: string, yes: boolean) {
  await this.scene(Assembly).tryToVote(name, yes)
})

Then('{voter} does not vote', function (this: World, name: string) {
  const answer = answered(this.scene(Assembly).answers, name)
  this.expect(`${name}'s vote`, answer).avoids('refused', (said) => said.kind === 'rejected')
})

When(
  /^(\w+) (?:retries|retried), voting (YES|NO)$/,
  async function (this: World, name: string, yes: boolean) {
    // Groups that look like a parameter type come as its values.
    await this.scene(Assembly).retry(name, yes)
  },
)
