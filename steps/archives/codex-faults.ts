import { Given } from '@cucumber/cucumber'
import type { Fault } from '../../adapters/codex/faults.ts'
import { downloads } from '../../adapters/codex/journal.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { Scene } from './scene.ts'

/* What goes wrong in Codex. */

function fault(world: World, node: string, what: Fault): void {
  world.scene(Scene).codex.node(node).faults.add(what)
}

Given("Codex refuses Alice's next upload", function (this: World) {
  fault(this, 'Alice', { effect: 'fail', calls: ['upload'], times: 1 })
})

Given("Codex refuses Alice's second upload", function (this: World) {
  fault(this, 'Alice', { effect: 'fail', calls: ['upload'], skip: 1, times: 1 })
})

Given("Codex refuses Alice's uploads after the first", function (this: World) {
  fault(this, 'Alice', { effect: 'fail', calls: ['upload'], skip: 1 })
})

Given("Codex refuses all of Alice's uploads", function (this: World) {
  fault(this, 'Alice', { effect: 'fail', calls: ['upload'] })
})

Given("Codex loses Alice's next upload", function (this: World) {
  fault(this, 'Alice', { effect: 'lose', calls: ['upload'], times: 1 })
})

Given("Codex refuses Alice's next deletion", function (this: World) {
  fault(this, 'Alice', { effect: 'fail', calls: ['delete'], times: 1 })
})

Given("Codex ends its answers to Alice's uploads with a line feed", function (this: World) {
  fault(this, 'Alice', { effect: 'newline', calls: ['upload'] })
})

Given('Codex refuses everything to Bob', function (this: World) {
  fault(this, 'Bob', { effect: 'fail', status: 503 })
})

Given('Codex refuses the archive of week {int} to Bob', function (this: World, number: number) {
  const { cid } = this.scene(ControlNode).week(number)
  fault(this, 'Bob', { effect: 'fail', cid, calls: ['local', 'stream', 'fetch', 'manifest'] })
})

Given('Codex cuts the archive of week {int} off for Bob', function (this: World, number: number) {
  const { cid } = this.scene(ControlNode).week(number)
  fault(this, 'Bob', { effect: 'cut', cid, calls: downloads })
})

Given('Codex works again', function (this: World) {
  for (const name of ['Alice', 'Bob']) this.scene(Scene).codex.node(name).faults.clear()
})

Given("Alice's Codex node lost everything", async function (this: World) {
  const node = this.scene(Scene).codex.node('Alice')
  for (const { cid } of await node.list()) await node.delete(cid)
})

Given('Codex forgets what is older than 30 days', function (this: World) {
  const scene = this.scene(Scene)
  if (!scene.codex.told)
    this.fail({
      kind: 'not-measured',
      subject: 'what Codex forgets after 30 days',
      wanted: 'blocks that expire by the time of the scenario',
      got: 'a real node, which goes by a clock of its own',
    })
  scene.codex.node('Alice').ttl = 30 * 86_400
  scene.forgetful = true
})
