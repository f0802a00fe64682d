import { Then } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { Effect } from '../../adapters/codex/faults.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { announce } from './announcing.ts'
import { ControlNode } from './control-node.ts'
import { seed } from './locals.ts'
import { Member } from './member.ts'
import { nanoseconds } from './moment.ts'
import { Scene } from './scene.ts'
import { messages } from './shown-messages.ts'

/* Whatever Codex does to the requests of an import. */

interface Trouble {
  readonly effect: Extract<Effect, 'fail' | 'cut' | 'hang'>
  /** Requests that go well before it. */
  readonly skip: number
  readonly times: number
}

const troubles = fc.record<Trouble>({
  effect: fc.constantFrom('fail', 'fail', 'cut', 'cut', 'hang'),
  skip: fc.integer({ min: 0, max: 8 }),
  times: fc.integer({ min: 1, max: 3 }),
})

const minute = 60_000

Then(
  'for every fault of Codex the messages of Bob are the old or the new ones and in the end the new ones',
  async function (this: World) {
    await holds(this, {
      inputs: troubles,
      // Of 81 inputs: fewer would at times hold less than ten different ones.
      runs: 16,
      play: (input) => play(this, input),
      tell: ({ effect, skip, times }) =>
        `after ${skip} requests to Codex, ${times} of them: ${effect}`,
    })
  },
)

async function play(world: World, { effect, skip, times }: Trouble): Promise<void> {
  const scene = world.scene(Scene)
  const control = world.scene(ControlNode)
  await control.makeAll([1, 2])
  await world.scene(Member).join('first')
  const day = 86_400_000_000_000n
  const old = [1, 2].map((number) => `mine, week ${number}, ${world.dice.hex(2)}`)
  for (const [i, text] of old.entries()) await seed(world, text, BigInt(i * 7 + 2) * day)
  const { faults } = scene.codex.node('Bob')
  faults.add({ effect, skip, times, status: 503 })
  await announce(control)
  await scene.passUntil(nanoseconds(world.now + minute))
  await compare(world, control, old, false)
  faults.clear()
  await announce(control)
  await scene.passUntil(nanoseconds(world.now + minute))
  await compare(world, control, old, true)
}

/** In each week either the old message alone or exactly the new ones; in the end the new ones. */
async function compare(world: World, control: ControlNode, old: readonly string[], end: boolean) {
  const shown = await messages(world, 'Bob')
  const texts = shown.map((all) => all.map(({ text }) => text).toSorted())
  const choices = old.map((mine, i) => ({
    mine,
    theirs: control.said([i + 1]).map(({ text }) => text),
  }))
  world
    .expect("Bob's messages", texts)
    .meets(
      end ? 'those of the archives' : 'in each week his own or those of the archive',
      (got) => {
        const wanted = choices.flatMap(({ mine, theirs }) =>
          end || !got.includes(mine) ? theirs : [mine],
        )
        return got.join('|') === wanted.toSorted().join('|')
      },
    )
}
