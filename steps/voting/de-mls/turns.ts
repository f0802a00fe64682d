import { Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../../observed.ts'
import type { World } from '../../world.ts'
import { commit, stewardOf } from './commits.ts'
import { Group } from './group.ts'
import { nameOf } from './membership.ts'
import { approve } from './votes.ts'

/* Who is steward when, where several take turns. */

/** Who come and go so that epochs go by. */
const GUESTS = ['Heidi', 'Ivan'] as const

/** Whom each member named as steward, by epoch. */
const terms = new WeakMap<
  Group,
  { readonly name: string; readonly steward: Observed<string> }[][]
>()

Given("it was {voter}'s turn as steward", async function (this: World, name: string) {
  await waitFor(this, name)
})

When('{int} epochs go by', async function (this: World, epochs: number) {
  const group = this.scene(Group)
  const history = []
  for (let at = 0; at < epochs; at++) {
    history.push(await named(this))
    await oneMore(group)
  }
  terms.set(group, history)
})

Then('everybody named the same steward in each of them', function (this: World) {
  for (const [at, views] of historyOf(this).entries()) {
    const [first, ...others] = views
    for (const { name, steward } of others)
      this.expect(`the steward of epoch ${at + 1} of them as ${name} sees it`, steward).equals(
        first?.steward.value ?? 'nobody',
      )
  }
})

Then('{members} each were steward in one of them', function (this: World, names: string[]) {
  const history = historyOf(this)
  const last = history.at(-1)?.[0]
  if (!last) throw new Error('no epoch went by: add a When')
  const served = new Set(history.flatMap((views) => views.map(({ steward }) => steward.value)))
  this.expect(
    `who was steward in ${history.length} epochs`,
    last.steward.map(() => [...served].toSorted()),
  ).equals(names.toSorted())
})

Then(
  'the stewards are {members} for {members}',
  async function (this: World, stewards: string[], names: string[]) {
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      this.expect(
        `the stewards as ${name} sees them`,
        view.map((seen) => seen.stewards?.map((id) => nameOf(this, id)).toSorted()),
      ).equals(stewards.toSorted())
    }
  },
)

async function waitFor(world: World, name: string): Promise<void> {
  const group = world.scene(Group)
  // As many epochs as there can be stewards, and some more for an order of the client's own.
  for (let epochs = 0; epochs < 8; epochs++) {
    const steward = await stewardOf(group)
    if ((await guestsIn(group)).length === 0 && steward === name) return group.begin()
    // One guest who comes and goes takes two epochs, two take three: so each of two or three has a turn in between.
    await oneMore(group, epochs < 2 || epochs > 4 ? 1 : 2)
  }
  world.fail({
    kind: 'deviation',
    subject: 'the steward of 8 epochs',
    wanted: `sometimes ${name}, as stewards take turns`,
    got: (await stewardOf(group)) ?? 'nobody',
  })
}

/** Lets an epoch go by: a guest comes, or those who came go again. */
async function oneMore(group: Group, most = 1): Promise<void> {
  const inside = await guestsIn(group)
  const next = GUESTS[inside.length]
  if (next && inside.length < most) {
    await group.request(next)
    await approve(group, { kind: 'add', names: [next] })
  } else for (const name of inside) await approve(group, { kind: 'remove', names: [name] })
  await commit(group)
}

async function guestsIn(group: Group): Promise<string[]> {
  const guests = await Promise.all(GUESTS.map((name) => group.client(name)))
  return guests.filter(({ inside }) => inside).map(({ name }) => name)
}

async function named(world: World) {
  const views = []
  for (const { name, ...client } of world.scene(Group).members) {
    const view = await world.scene(Group).existing(name).state()
    views.push({ ...client, name, steward: view.map((seen) => nameOf(world, seen.steward ?? '')) })
  }
  return views
}

function historyOf(world: World) {
  const history = terms.get(world.scene(Group))
  if (!history) throw new Error('no epoch went by: add a When')
  return history
}
