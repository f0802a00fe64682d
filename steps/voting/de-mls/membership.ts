import { Then } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { stranger } from '../people.ts'
import { Group } from './group.ts'

/* Who is in the group, in which state, as its members have it. */

Then('the group is {members}', async function (this: World, names: string[]) {
  await expectGroup(this, names)
})

/** Where nothing else ties them, votes in the layout of de-MLS serve for any proposal: a defect of the text (AMB-50). */
Then(
  'the group is {members}, or without {voter} where a vote is tied to no proposal',
  async function (this: World, names: string[], voter: string) {
    const group = this.scene(Group)
    const tied = group.declared.reading('ownerBinding', 'sender') === 'sender'
    const loose = !tied && this.may('voting.de-mls-votes')
    const [first = ''] = names
    const { members = [] } = (await group.existing(first).state()).value
    const gone = loose && !members.includes(group.memberId(voter))
    await expectGroup(this, gone ? names.filter((name) => name !== voter) : names)
  },
)

/** Epochs are counted from the end of the set-up. */
Then('the epoch is +{int}', async function (this: World, passed: number) {
  const { members, mark } = this.scene(Group)
  const wanted = String(mark + BigInt(passed))
  for (const client of members) {
    const { name } = client
    const view = await client.state()
    const epoch = view.map(({ epoch }) => epoch)
    const subject = `the epoch of ${name}`
    if (passed > 0) this.expect(subject, epoch).equals(wanted)
    else this.expect(subject, epoch).avoids(`still ${wanted}`, (is) => is === wanted)
  }
})

/** Who never came in is a node, who was in it is removed. */
Then('{voter} is outside', async function (this: World, name: string) {
  const client = this.scene(Group).existing(name)
  const view = await client.state()
  this.expect(
    `the role of ${name}`,
    view.map(({ role }) => role),
  ).equals(client.joined ? 'removed' : 'node')
})

/** As they see it, and as the steward and the others see themselves. */
Then(
  'the steward is {voter} for {members}',
  async function (this: World, steward: string, names: string[]) {
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      this.expect(
        `the steward and the own role as ${name} sees them`,
        view.map((seen) => ({ steward: nameOf(this, seen.steward ?? 'nobody'), role: seen.role })),
      ).equals({ steward, role: name === steward ? 'steward' : 'member' })
    }
  },
)

Then(
  'the commit that Mallory got consists of {int} × Add, {int} × Remove',
  function (this: World, adds: number, removes: number) {
    const group = this.scene(Group)
    const { answer } = group.existing('Alice')
    if (!answer) throw new Error('nobody was asked to commit: add a When')
    this.expect(
      'the proposals that Mallory finds in the commit',
      answer.map(() => group.mallory.mls.committed.at(-1)?.toSorted() ?? []),
    ).equals([...Array(adds).fill('add'), ...Array(removes).fill('remove')])
  },
)

/** What tells one state of the group from another. */
function state({ epoch = '', authenticator = '' }) {
  return { epoch, authenticator }
}

/** Whom an id stands for. */
export function nameOf(world: World, id: string): string {
  const group = world.scene(Group)
  const names = [stranger, ...group.clients.map(({ name }) => name)]
  return names.find((name) => group.memberId(name) === id) ?? id
}

/** All of these, and nobody else, are members as each of them sees it, and in one state. */
export async function expectGroup(world: World, names: readonly string[]): Promise<void> {
  const group = world.scene(Group)
  const wanted = names.toSorted()
  const called = (id: string) => nameOf(world, id)
  const [first = '', ...others] = names.filter((name) => name !== stranger)
  const seen = await group.existing(first).state()
  for (const name of [first, ...others]) {
    const view = name === first ? seen : await group.existing(name).state()
    world
      .expect(
        `the members as ${name} has them`,
        view.map(({ members = [] }) => members.map(called).toSorted()),
      )
      .equals(wanted)
    if (name !== first)
      world.expect(`epoch and authenticator of ${name}`, view.map(state)).equals(state(seen.value))
  }
  // Who is out of reach follows nobody.
  if (!names.includes(stranger) || group.network.isHeld(stranger)) return
  const { mls } = group.mallory
  const hers = {
    groupId: Buffer.from(mls.groupId).toString('hex'),
    epoch: String(mls.epoch),
    authenticator: Buffer.from(mls.epochAuthenticator).toString('hex'),
  }
  world
    .expect(
      `group, epoch and authenticator as the MLS member of the suite has them, and ${first}`,
      seen.map(() => hers),
    )
    .equals({ groupId: group.id, ...state(seen.value) })
}
