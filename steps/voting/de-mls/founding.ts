import { Given, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { stranger } from '../people.ts'
import { commit } from './commits.ts'
import { type Founding, Group } from './group.ts'
import { approve } from './votes.ts'

/* How a group comes about, and who asks to join. */

When('{voter} founds/founded a group', async function (this: World, name: string) {
  await this.scene(Group).found(name)
})

Given(
  '{voter} founded a group with {members}',
  async function (this: World, founder: string, others: string[]) {
    await gather(this, founder, others)
  },
)

Given(
  '{voter} founded a group with {members}, where {members} take turns as steward',
  async function (this: World, founder: string, others: string[], stewards: string[]) {
    this.need('voting.multi-steward')
    await gather(this, founder, others, { stewards })
  },
)

Given(
  '{voter} founded a group with {members}, where {members} alone vote, as stewards',
  async function (this: World, founder: string, others: string[], stewards: string[]) {
    this.need('voting.two-consensuses')
    await gather(this, founder, others, { stewards, voters: 'stewards' })
  },
)

When('{members} ask/asks/asked for admission', async function (this: World, names: string[]) {
  for (const name of names) await this.scene(Group).request(name)
})

Given(
  'Mallory asked for admission with a key package whose signature is broken',
  async function (this: World) {
    await this.scene(Group).requestAsMallory({ unsigned: true })
  },
)

Given(
  'Mallory asked for admission with a key package in the name of {voter}',
  async function (this: World, victim: string) {
    await this.scene(Group).requestAsMallory({ as: victim })
  },
)

/** The founder alone adds all the others at once; who may make few proposals adds them by and by. */
export async function gather(
  world: World,
  founder: string,
  others: readonly string[],
  founding: Founding = {},
): Promise<void> {
  const group = world.scene(Group)
  await group.found(founder, founding)
  // Mallory comes last: she takes after the key packages of the others.
  const ordered = [...others].sort((a, b) => Number(a === stranger) - Number(b === stranger))
  for (const name of ordered) await group.request(name)
  const atOnce = Number(world.hello.settings?.['voting.proposalsPerEpoch'] ?? ordered.length)
  for (let at = 0; at < ordered.length; at += atOnce) {
    for (const name of ordered.slice(at, at + atOnce))
      await approve(group, { kind: 'add', names: [name] })
    await commit(group)
  }
  for (const { name, inside } of group.everybody)
    if (ordered.includes(name) && !inside)
      world.fail({
        kind: 'deviation',
        subject: `${name} after the welcome`,
        wanted: 'a member',
        got: 'still outside',
      })
  await group.begin()
}
