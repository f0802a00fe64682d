import { When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { Group, type Wish } from './group.ts'
import { MlsMember } from './mls-member.ts'

/* What the member that the suite plays does to the others. */

When('Mallory commits/committed to {change}', async function (this: World, wish: Wish) {
  await intrude(this, wish, 'commit')
})

When(
  'Mallory commits to {change}, with the proposal before it',
  async function (this: World, wish: Wish) {
    await intrude(this, wish, 'commitByReference')
  },
)

When('Mallory commits to nothing but new keys', async function (this: World) {
  const group = this.scene(Group)
  await group.spread(await group.mallory.commit([]))
})

When(
  'Mallory votes/voted {choice} in the name of {voter}',
  async function (this: World, yes: boolean, victim: string) {
    const group = this.scene(Group)
    const { votes, ...terms } = await group.mallory.proposal(group.motion.id)
    const forged = group.mallory.cast(terms, { name: victim, yes }, votes, 'Mallory')
    await group.spread(
      await group.mallory.say({ ...terms, round: terms.round + 1, votes: [...votes, forged] }),
    )
  },
)

When(
  'Mallory votes {choice} under {int} fresh keys',
  async function (this: World, yes: boolean, count: number) {
    const group = this.scene(Group)
    // One message each, as if they were as many members.
    for (let at = 0; at < count; at++)
      await group.spread(await group.mallory.vote(group.motion.id, [{ name: `nobody ${at}`, yes }]))
  },
)

When(
  'Mallory proposes/proposed to {change} to {int} voter(s)',
  async function (this: World, wish: Wish, voters: number) {
    const group = this.scene(Group)
    const { mallory } = group
    const terms = await mallory.terms(group.change(wish), voters, keyPackageFor(group, wish))
    group.motions.push({ id: terms.proposal_id, by: mallory.name, wish })
    const own = mallory.cast(terms, { name: mallory.name, yes: true }, [])
    await group.spread(await mallory.say({ ...terms, votes: [own] }))
  },
)

/** Commits without a vote, and sends it to everybody. */
async function intrude(
  world: World,
  { kind, names }: Wish,
  how: 'commit' | 'commitByReference',
): Promise<void> {
  const group = world.scene(Group)
  const { mls } = group.mallory
  const bytes = (text: string) => Buffer.from(text, 'hex')
  const proposals = names.flatMap((name) => {
    if (kind === 'add') return [MlsMember.add(bytes(group.keyPackage(name)))]
    const removal = mls.remove(bytes(group.memberId(name)))
    return removal ? [removal] : []
  })
  await group.spread(await group.mallory.commit(proposals, how))
}

function keyPackageFor(group: Group, { kind, names: [name = ''] }: Wish): string | undefined {
  return kind === 'add' ? group.keyPackage(name) : undefined
}
