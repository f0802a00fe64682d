import { Then } from '@cucumber/cucumber'
import type { VotingResult } from '../../adapters/contract/voting.ts'
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

/** As said, whatever policy the client declares. */
Then(
  "{voter}'s result is exactly {outcome}",
  async function (this: World, name: string, wanted: string) {
    const result = await resultOf(this, name)
    this.expect(`${name}'s result`, result).equals(wanted as VotingResult)
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
  "{voter}'s result is UNDECIDED, or YES where silence completes a quorum",
  async function (this: World, name: string) {
    const fills = this.scene(Assembly).declared.reading('silent', 'strict') === 'quorum'
    await expectResult(this, name, fills ? 'YES' : 'UNDECIDED')
  },
)

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

Then(
  "{voter}'s result is YES, or UNDECIDED where a conflict discards both",
  async function (this: World, name: string) {
    const discards = this.scene(Assembly).declared.reading('conflict', 'first') === 'discard'
    await expectResult(this, name, discards ? 'UNDECIDED' : 'YES')
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
  const result = await resultOf(world, name)
  const allowed = allowedResults(world.scene(Assembly), words)
  const [only] = allowed
  if (allowed.length === 1 && only) world.expect(`${name}'s result`, result).equals(only)
  else
    world
      .expect(`${name}'s result`, result)
      .meets(allowed.join(' or '), (said) => allowed.includes(said))
}

/**
 * What an outcome of the features allows a client that declares its readings: a tie is told as one, or as
 * NO where it means REJECT (AMB-28); an early NO may also come at the end (AMB-25).
 */
export function allowedResults(assembly: Assembly, words: string): VotingResult[] {
  const early = words.startsWith('early ')
  const named = words.replace('early ', '').split(' or ') as VotingResult[]
  const allowed = new Set(named)
  if (allowed.has('TIE') && assembly.declared.reading('tiePolicy', 'REJECT') === 'REJECT')
    allowed.add('NO')
  if (early && assembly.declared.reading('earlyNo', 'true') === 'false') allowed.add('UNDECIDED')
  return [...allowed]
}
