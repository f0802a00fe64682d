import { When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { commitAsMallory } from './commits.ts'
import { Group, type Wish } from './group.ts'
import { proposeAsMallory } from './votes.ts'

/* What the member that the suite plays does to the others. */

When('Mallory commits/committed to {change}', async function (this: World, wish: Wish) {
  await commitAsMallory(this.scene(Group), [wish])
})

When(
  'Mallory commits/committed to {change}, with the proposal(s) before it',
  async function (this: World, wish: Wish) {
    await commitAsMallory(this.scene(Group), [wish], 'by reference')
  },
)

When('Mallory commits/committed to nothing but new keys', async function (this: World) {
  await commitAsMallory(this.scene(Group), [])
})

When(
  'Mallory votes/voted {choice} in the name of {voter}',
  async function (this: World, yes: boolean, victim: string) {
    const group = this.scene(Group)
    const forged = await group.mallory.vote(group.motion.id, { name: victim, yes }, 'Mallory')
    await group.spread(await group.mallory.say(forged))
  },
)

When(
  'Mallory votes/voted {choice} under {int} fresh keys',
  async function (this: World, yes: boolean, count: number) {
    const group = this.scene(Group)
    // One message each, as if they were as many members.
    for (let at = 0; at < count; at++) {
      const voted = await group.mallory.vote(group.motion.id, { name: `nobody ${at}`, yes })
      await group.spread(await group.mallory.say(voted))
    }
  },
)

When('Mallory votes/voted {choice} outside of MLS', async function (this: World, yes: boolean) {
  const group = this.scene(Group)
  const voted = await group.mallory.vote(group.motion.id, { name: 'Mallory', yes })
  await group.spread(await group.mallory.say(voted, true))
})

When(
  'Mallory proposes/proposed to {change} to {int} voter(s)',
  async function (this: World, wish: Wish, voters: number) {
    await proposeAsMallory(this.scene(Group), wish, { expected_voters_count: voters })
  },
)

When(
  /^Mallory proposes to remove (\w+) with a (name|proposal_id) of (.+)$/,
  async function (this: World, name: string, field: string, value: string) {
    const differing = field === 'name' ? { name: value } : { proposal_id: Number(value) >>> 0 }
    await proposeAsMallory(this.scene(Group), { kind: 'remove', names: [name] }, differing)
  },
)

When(
  'Mallory proposes/proposed to {change} with the votes on it',
  async function (this: World, wish: Wish) {
    const group = this.scene(Group)
    const { votes } = (await group.mallory.heard(group.motion.id)).proposal
    await proposeAsMallory(group, wish, { votes })
  },
)

/** The same proposal once more, with another payload. */
When('Mallory says/said that it was to {change}', async function (this: World, wish: Wish) {
  const group = this.scene(Group)
  const { id, ...motion } = group.motion
  const { expected_voters_count } = (await group.mallory.heard(id)).proposal
  await proposeAsMallory(group, wish, { proposal_id: id, expected_voters_count })
  group.put({ id, ...motion })
})
