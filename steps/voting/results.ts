import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly } from './assembly.ts'

/* What the vote has come to at one peer. */

Then(
  "{voter}'s result is/was {outcome}",
  async function (this: World, name: string, words: string) {
    await expectResult(this, name, words)
  },
)

Then(
  "{voter}'s result on {voter}'s proposal is {outcome}",
  async function (this: World, name: string, owner: string, words: string) {
    this.scene(Assembly).agenda.turnTo(owner)
    await expectResult(this, name, words)
  },
)

/** Neither now nor after the end. */
Then("{voter}'s result is never YES", async function (this: World, name: string) {
  for (const wait of [0, OPEN_MS + 2000]) {
    this.now += wait
    const result = await resultOf(this, name)
    this.expect(`${name}'s result`, result).avoids('anything but YES', (said) => said !== 'YES')
  }
})

Then(
  "{voter}'s result is what the declared policy, RETRY or REJECT, makes of a tie",
  async function (this: World, name: string) {
    const policy = this.scene(Assembly).declared.reading('tiePolicy', 'none')
    const result = await resultOf(this, name)
    this.expect(
      `the declared policy and ${name}'s result`,
      result.map((said) => `${policy}: ${said}`),
    ).meets('RETRY: TIE, or REJECT: NO', (said) => said === 'RETRY: TIE' || said === 'REJECT: NO')
  },
)

Then("{voter}'s result is final", async function (this: World, name: string) {
  const result = await this.scene(Assembly).result(name)
  this.expect(
    `whether ${name}'s result is final`,
    result.map((ok) => ok.final),
  ).equals(true)
})

async function resultOf(world: World, name: string) {
  const result = await world.scene(Assembly).result(name)
  return result.map((ok) => ok.result)
}

async function expectResult(world: World, name: string, words: string): Promise<void> {
  const comparison = world.expect(`${name}'s result`, await resultOf(world, name))
  const allowed = world.scene(Assembly).allowed(words)
  const [only] = allowed
  // A client that takes in nothing knows nothing either.
  if (only === 'UNKNOWN') comparison.avoids('UNKNOWN', (said) => said === 'UNKNOWN')
  else if (allowed.length === 1 && only) comparison.equals(only)
  else comparison.meets(allowed.join(' or '), (said) => allowed.includes(said))
}
