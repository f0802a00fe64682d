import { Then } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { Group } from './group.ts'
import { type Kind, kindOf, placeOf } from './mls-messages.ts'

/* What clients sent, as everybody sees it who has no key. */

Then(
  'what was sent is {count} {kind of message}',
  function (this: World, count: number, kind: Kind) {
    expectSent(this, { [kind]: count })
  },
)

/** MLS proposals go before it or are in it (AMB-54). */
Then(
  'what was sent is {count} {kind of message} and {count} {kind of message}',
  function (this: World, one: number, first: Kind, other: number, second: Kind) {
    expectSent(this, { [first]: one, [second]: other }, ['MLS proposal'])
  },
)

Then('nothing was sent', function (this: World) {
  const { sent, sender } = this.scene(Group)
  this.expect(
    'what was sent',
    sender.map(() => sent.map(({ wire }) => kindOf(wire))),
  ).equals([])
})

Then('{voter} cannot be found in what was sent', function (this: World, name: string) {
  const group = this.scene(Group)
  const id = group.memberId(name)
  // As bytes, or as a payload may write them.
  const written = [id, Buffer.from(id).toString('hex')]
  this.expect(
    'what was sent',
    group.sender.map(() => group.sent.map(({ wire }) => wire)),
  ).meets(
    `bytes without ${id}`,
    (wires) =>
      wires.length > 0 && !wires.some((wire) => written.some((each) => wire.includes(each))),
  )
})

Then("{voter}'s key packages differ", function (this: World, name: string) {
  const group = this.scene(Group)
  const own = group.network.log.filter(
    ({ from, channel }) => from === name && channel === 'key-package',
  )
  this.expect(
    `the key packages of ${name}`,
    group.sender.map(() => own.map(({ wire }) => wire)),
  ).meets(
    'two or more, none twice',
    (wires) => wires.length > 1 && new Set(wires).size === wires.length,
  )
})

Then(
  'what was sent is for the group, {count} epoch(s) after the set-up',
  function (this: World, epochs: number) {
    const group = this.scene(Group)
    this.expect(
      'the groups and epochs that the messages name',
      group.sender.map(() => group.sent.map(({ wire }) => placeOf(wire))),
    ).equals([{ groupId: group.id, epoch: String(group.mark + BigInt(epochs)) }])
  },
)

Then('the last message to the group is a commit', function (this: World) {
  const { sent, sender } = this.scene(Group)
  const kinds = sent.filter(({ channel }) => channel === 'group').map(({ wire }) => kindOf(wire))
  this.expect(
    'the last message to the group',
    sender.map(() => kinds.at(-1) ?? 'none'),
  ).equals('commit')
})

Then("Mallory's group has that id, and an epoch for each commit", function (this: World) {
  const group = this.scene(Group)
  const commits = group.network.log.filter(({ wire }) => kindOf(wire) === 'commit').length
  const { mls } = group.mallory
  const groupId = Buffer.from(mls.groupId).toString('hex')
  this.expect(
    'the group context as another MLS has it',
    group.sender.map(() => ({ groupId, epoch: String(mls.epoch) })),
  ).equals({ groupId: group.id, epoch: String(commits) })
})

function expectSent(
  world: World,
  wanted: Readonly<Partial<Record<Kind, number>>>,
  leftOut: readonly Kind[] = [],
): void {
  const { sent, sender } = world.scene(Group)
  const count = (kinds: readonly Kind[]) =>
    Object.entries(Object.groupBy(kinds, (kind) => kind))
      .map(([kind, all]) => `${all?.length} ${kind}`)
      .toSorted()
  const kinds = sent.map(({ wire }) => kindOf(wire)).filter((kind) => !leftOut.includes(kind))
  world
    .expect(
      'what was sent',
      sender.map(() => count(kinds)),
    )
    .equals(
      Object.entries(wanted)
        .filter(([, many]) => many > 0)
        .map(([kind, many]) => `${many} ${kind}`)
        .toSorted(),
    )
}
