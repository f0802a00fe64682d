import { Then } from '@cucumber/cucumber'
import type { GroupView } from '../../../adapters/contract/de-mls.ts'
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

Then('{count} epoch(s) has/have passed', async function (this: World, passed: number) {
  const { members } = this.scene(Group)
  for (const { name } of members) await expectEpoch(this, name, passed)
})

Then(
  '{count} epoch(s) has/have passed for {members}',
  async function (this: World, passed: number, names: string[]) {
    for (const name of names) await expectEpoch(this, name, passed)
  },
)

Then(
  '{members} is/are {standing}',
  async function (this: World, names: string[], role: GroupView['role']) {
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      this.expect(
        `the role of ${name}`,
        view.map((seen) => seen.role),
      ).equals(role)
    }
  },
)

Then(
  'the steward is {voter} for {members}',
  async function (this: World, steward: string, names: string[]) {
    for (const name of names) {
      const view = await this.scene(Group).existing(name).state()
      this.expect(
        `the steward as ${name} sees it`,
        view.map((seen) => nameOf(this, seen.steward ?? 'nobody')),
      ).equals(steward)
    }
  },
)

Then(
  'the commit that Mallory got consists of {count} Add(s) and {count} Remove(s)',
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

/** Epochs are counted from the end of the set-up. */
async function expectEpoch(world: World, name: string, passed: number): Promise<void> {
  const group = world.scene(Group)
  const view = await group.existing(name).state()
  const epoch = view.map(({ epoch }) => epoch)
  const wanted = String(group.mark + BigInt(passed))
  const subject = `the epoch of ${name}`
  if (passed > 0) world.expect(subject, epoch).equals(wanted)
  else world.expect(subject, epoch).avoids(`still ${wanted}`, (is) => is === wanted)
}

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
  if (!names.includes(stranger)) return
  const { mls } = group.mallory
  world
    .expect(
      `epoch and authenticator of ${first}, as of the MLS member of the suite`,
      seen.map(state),
    )
    .equals({
      epoch: String(mls.epoch),
      authenticator: Buffer.from(mls.epochAuthenticator).toString('hex'),
    })
}
