import { Then } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { Group } from './group.ts'
import { type Kind, keyPackageOf, kindOf, placeOf } from './mls-messages.ts'
import type { Sent } from './network.ts'

/* What clients sent, as everybody sees it who has no key. */

Then('what was sent is {int} × {kind of message}', function (this: World, count: number, kind) {
  expectSent(this, { [kind as Kind]: count })
})

/** MLS proposals are not counted: they go before the commit or are in it (AMB-54). */
Then(
  'what was sent is {int} × {kind of message}, {int} × {kind of message}',
  function (this: World, one: number, first: Kind, other: number, second: Kind) {
    expectSent(this, { [first]: one, [second]: other })
  },
)

Then('nothing was sent', function (this: World) {
  const { sent, sender } = this.scene(Group)
  this.expect(
    'what was sent',
    sender.map(() => sent.map(({ wire }) => kindOf(wire))),
  ).equals([])
})

Then('what was sent is a new key package of {voter}', function (this: World, name: string) {
  const group = this.scene(Group)
  this.expect(
    'what was sent',
    group.sender.map(() => group.sent.map((sent) => told(sent, group.network.log))),
  ).meets(
    `a key package that was never sent before, with a credential that begins with ${group.memberId(name)}`,
    ([only, ...more]) => {
      const { kind, again, identity } = only ?? {}
      const own = identity?.startsWith(group.memberId(name))
      return more.length === 0 && kind === 'key package' && !again && own === true
    },
  )
})

Then('the last message to the group is a commit', function (this: World) {
  const { sent, sender } = this.scene(Group)
  const kinds = sent.filter(({ channel }) => channel === 'group').map(({ wire }) => kindOf(wire))
  this.expect(
    'the last message to the group',
    sender.map(() => kinds.at(-1) ?? 'none'),
  ).equals('commit')
})

/** Epochs are counted from the end of the set-up. */
Then('what was sent is for the group, in epoch +{int}', function (this: World, passed: number) {
  const { id, sent, sender, mark } = this.scene(Group)
  this.expect(
    'the groups and epochs that the messages name',
    sender.map(() => sent.map(({ wire }) => placeOf(wire))),
  ).equals([{ groupId: id, epoch: String(mark + BigInt(passed)) }])
})

/** Groups begin with epoch 0 (RFC 9420, 11), and each commit makes one more. */
Then('what was sent names the group, and an epoch for each commit', function (this: World) {
  const { id, sent, sender, network } = this.scene(Group)
  const commits = network.log.filter(({ wire }) => kindOf(wire) === 'commit')
  this.expect(
    'the groups and epochs that the messages name',
    sender.map(() => sent.map(({ wire }) => placeOf(wire))),
  ).equals([{ groupId: id, epoch: String(commits.length) }])
})

/** What a key package shows without any key. */
function told({ wire }: Sent, log: readonly Sent[]) {
  const kind = kindOf(wire)
  const again = log.filter((sent) => sent.wire === wire).length > 1
  if (kind !== 'key package') return { kind, again, identity: '' }
  const { credential } = keyPackageOf(Buffer.from(wire, 'hex')).leafNode
  if (credential.credentialType !== 'basic')
    return { kind, again, identity: `a credential of type ${credential.credentialType}` }
  return { kind, again, identity: Buffer.from(credential.identity).toString('hex') }
}

function expectSent(world: World, wanted: Readonly<Partial<Record<Kind, number>>>): void {
  const { sent, sender } = world.scene(Group)
  const count = (kinds: readonly Kind[]) =>
    Object.entries(Object.groupBy(kinds, (kind) => kind))
      .map(([kind, all]) => `${all?.length} ${kind}`)
      .toSorted()
  const kinds = sent.map(({ wire }) => kindOf(wire)).filter((kind) => kind !== 'MLS proposal')
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
