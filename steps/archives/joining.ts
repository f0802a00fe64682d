import { Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { announce } from './announcing.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { Member } from './member.ts'
import { nanoseconds } from './moment.ts'
import { timepoint } from './parameters.ts'
import { Scene } from './scene.ts'

/* Bob becomes a member, imports what there is, and says what he wants. */

/** Where Alice runs the community Bob joins hers, else that of the suite's control node. */
async function join(world: World): Promise<void> {
  if (!world.scene(Scene).has('first')) world.scene(ControlNode)
  await world.scene(Member).join('first')
}

Given('Bob is a member of the community', async function (this: World) {
  await join(this)
})

When('Bob joins the community', async function (this: World) {
  await join(this)
})

Given('Bob knows the community of the control node', async function (this: World) {
  this.scene(ControlNode)
  await this.scene(Member).join('first')
})

Given('Bob is a member of another community', async function (this: World) {
  this.scene(OtherControlNode)
  await this.scene(Member).join('second')
})

// What Bob asked Codex for until then does not count.
Given('Bob has imported the archives', async function (this: World) {
  const control = this.scene(ControlNode)
  await announce(control)
  await control.scene.passUntil(nanoseconds(this.now + 60_000))
  this.scene(Member).since = control.scene.codex.journal.length
})

type Choice =
  | { option: 'all' }
  | { option: 'latest' }
  | { option: 'range'; from: string; to: string }

Given('Bob wants {string}', async function (this: World, what: string) {
  const scene = this.scene(Scene)
  const communityId = scene.community().id
  const choice = choiceOf(scene, what)
  const answer = await this.attempt('Bob', 'archives.setDownload', { communityId, choice })
  if (answer.value.kind === 'rejected')
    this.fail({
      kind: 'not-measured',
      subject: `the download option ${choice.option}`,
      wanted: 'offered',
      got: 'not offered by this client (A-17)',
    })
})

function choiceOf(scene: Scene, what: string): Choice {
  if (what === 'all archives') return { option: 'all' }
  if (what === 'the latest archive') return { option: 'latest' }
  const [, from, to] = /^the archives of (.*) to (.*)$/.exec(what) ?? []
  if (from === undefined || to === undefined)
    throw new Error(
      `expected all archives, the latest archive or the archives of … to …, got ${what}`,
    )
  const moment = (words: string) => `${scene.at(timepoint(words))}`
  return { option: 'range', from: moment(from), to: moment(to) }
}
