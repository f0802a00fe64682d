import { Then } from '@cucumber/cucumber'
import fc from 'fast-check'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { partition } from './archives.ts'
import { week } from './moment.ts'
import { create } from './running.ts'
import { Scene } from './scene.ts'
import { speak } from './speech.ts'

/* Any stream of messages over any times online and offline. */

const hour = 3_600_000_000_000n

/** Something that happens some hours after what happened before. */
interface Happening {
  readonly what: 'says' | 'stops' | 'starts'
  readonly hours: number
}

// A time offline stays far below the 30 days of the store nodes.
const happenings = fc.array(
  fc.record<Happening>({
    what: fc.constantFrom('says', 'says', 'says', 'stops', 'starts'),
    hours: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 2, maxLength: 16 },
)

Then(
  'for every stream of messages and any times offline each message is in exactly one archive',
  async function (this: World) {
    await holds(this, {
      inputs: happenings,
      runs: 12,
      play: (input) => play(this, input),
      tell: (input) =>
        input.map(({ what, hours }) => `${hours} hours later Alice ${what}`).join('\n'),
    })
  },
)

async function play(world: World, input: readonly Happening[]): Promise<void> {
  const scene = world.scene(Scene)
  await create(scene, 'first', 1)
  const alice = scene.existing('Alice')
  let at = scene.start
  for (const { what, hours } of input) {
    at += BigInt(hours) * hour
    if (what === 'says') await scene.publish(await speech(scene, at))
    else if (what === 'stops' && alice.running) {
      await scene.passUntil(at)
      await alice.stop()
    } else if (what === 'starts' && !alice.running) {
      await scene.moveTo(at)
      await alice.start()
    }
  }
  if (!alice.running) {
    await scene.moveTo(at)
    await alice.start()
  }
  await scene.passUntil(at + 2n * week)
  await partition(world)
}

async function speech(scene: Scene, at: bigint) {
  await scene.moveTo(at)
  return speak(scene, { text: `after ${(at - scene.start) / hour} hours`, at })
}
