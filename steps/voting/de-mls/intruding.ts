import { Given, When } from '@cucumber/cucumber'
import type { Proposal } from '../../../proto/consensus.ts'
import type { World } from '../../world.ts'
import { commitAsMallory } from './commits.ts'
import { Group, type Wish } from './group.ts'

/* What the member that the suite plays does to the others. */

When('Mallory commits/committed to {change}', async function (this: World, wish: Wish) {
  await commitAsMallory(this.scene(Group), wish)
})

When(
  /^Mallory commits to (remove|add) ([\w, ]+), with the proposals? before it$/,
  async function (this: World, kind: 'remove', names: string) {
    const wish = { kind, names: names.split(/, | and /) }
    await commitAsMallory(this.scene(Group), wish, 'commitByReference')
  },
)

When('Mallory commits to nothing but new keys', async function (this: World) {
  await commitAsMallory(this.scene(Group), { kind: 'remove', names: [] })
})

When(
  'Mallory commits once more to {change}, in the epoch before',
  async function (this: World, wish: Wish) {
    const { mallory } = this.scene(Group)
    await mallory.mls.inEpochBefore(() => commitAsMallory(this.scene(Group), wish))
  },
)

When(
  'Mallory votes/voted {choice} in the name of {voter}',
  async function (this: World, yes: boolean, victim: string) {
    const group = this.scene(Group)
    const forged = await group.mallory.vote(group.motion.id, { name: victim, yes }, 'Mallory')
    await group.spread(await group.mallory.say(forged))
  },
)

When(
  'Mallory votes {choice} under {int} fresh keys',
  async function (this: World, yes: boolean, count: number) {
    const group = this.scene(Group)
    // One message each, as if they were as many members.
    for (let at = 0; at < count; at++) {
      const voted = await group.mallory.vote(group.motion.id, { name: `nobody ${at}`, yes })
      await group.spread(await group.mallory.say(voted))
    }
  },
)

When('Mallory votes {choice} outside of MLS', async function (this: World, yes: boolean) {
  const group = this.scene(Group)
  const voted = await group.mallory.vote(group.motion.id, { name: 'Mallory', yes })
  await group.spread(await group.mallory.say(voted, true))
})

When(
  'Mallory proposes/proposed to {change} to {int} voter(s)',
  async function (this: World, wish: Wish, voters: number) {
    await propose(this, wish, voters)
  },
)

When(
  /^Mallory proposes to remove (\w+) to (\d+) voters with a (name|proposal_id) of (.+)$/,
  async function (this: World, name: string, voters: string, field: string, value: string) {
    const differing = field === 'name' ? { name: value } : { proposal_id: Number(value) >>> 0 }
    await propose(this, { kind: 'remove', names: [name] }, Number(voters), differing)
  },
)

When(
  'Mallory proposes/proposed to {change} with the votes on it',
  async function (this: World, wish: Wish) {
    const { motion, mallory } = this.scene(Group)
    const { votes, expected_voters_count } = (await mallory.heard(motion.id)).proposal
    await propose(this, wish, expected_voters_count, { votes })
  },
)

Given('Mallory used up her proposals', async function (this: World) {
  const group = this.scene(Group)
  for (let times = group.limit; times > 0; times--)
    await propose(this, { kind: 'remove', names: ['Bob'] }, group.size)
})

When('Mallory says/said that it was to {change}', async function (this: World, wish: Wish) {
  const group = this.scene(Group)
  const { id } = group.motion
  const { mallory } = group
  const { expected_voters_count: voters } = (await mallory.heard(id)).proposal
  const keyPackage = keyPackageFor(group, wish)
  const other = await mallory.propose(group.change(wish), voters, keyPackage, { proposal_id: id })
  await group.spread(await mallory.say(other))
})

async function propose(
  world: World,
  wish: Wish,
  voters: number,
  differing: Partial<Proposal> = {},
): Promise<void> {
  const group = world.scene(Group)
  const { mallory } = group
  const keyPackage = keyPackageFor(group, wish)
  const proposal = await mallory.propose(group.change(wish), voters, keyPackage, differing)
  group.motions.push({ id: proposal.proposal_id, by: mallory.name, wish })
  await group.spread(await mallory.say(proposal))
}

function keyPackageFor(group: Group, { kind, names: [name = ''] }: Wish): string | undefined {
  return kind === 'add' ? group.keyPackage(name) : undefined
}
