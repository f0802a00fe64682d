import { type DataTable, Given } from '@cucumber/cucumber'
import type { Effect } from '../../adapters/codex/faults.ts'
import { type Call, calls, downloads } from '../../adapters/codex/journal.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import type { NodeName } from './parameters.ts'
import { Scene } from './scene.ts'

/* What goes wrong in Codex. */

/** What is done to a request, in the words of the features. */
const effects: Readonly<Record<string, { readonly effect: Effect; readonly status?: number }>> = {
  refused: { effect: 'fail' },
  'refused as too much': { effect: 'fail', status: 503 },
  'answered and not kept': { effect: 'lose' },
  'answered with a line feed': { effect: 'newline' },
  'cut off': { effect: 'cut' },
}

/** Which requests a feature means; of an archive, those that ask for it. */
function meant(world: World, requests: string): { calls?: readonly Call[]; cid?: string } {
  if (requests === 'everything') return {}
  const [, number] = /^week (\d+)$/.exec(requests) ?? []
  if (number !== undefined) {
    const { cid } = world.scene(ControlNode).week(Number(number))
    return { cid, calls: [...downloads, 'fetch', 'manifest'] }
  }
  const call = calls.find((one) => `${one}s` === requests)
  if (call) return { calls: [call] }
  throw new Error(`expected everything, uploads, deletes or week N, got ${requests}`)
}

Given(
  "Codex treats {node}'s requests so",
  function (this: World, name: NodeName, table: DataTable) {
    const { faults } = this.scene(Scene).codex.node(name)
    for (const { requests = '', are = '', after, times } of table.hashes()) {
      const effect = effects[are]
      if (!effect) throw new Error(`expected one of ${Object.keys(effects).join(', ')}, got ${are}`)
      const which = meant(this, requests)
      const reached = effect.effect === 'cut' ? { ...which, calls: downloads } : which
      faults.add({
        ...effect,
        ...reached,
        ...(after && { skip: Number(after) }),
        ...(times && { times: Number(times) }),
      })
    }
  },
)

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
