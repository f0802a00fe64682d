import { Then, When } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { Observed } from '../observed.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { type Chat, Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { START } from './people.ts'
import { drain } from './posts.ts'
import { hand } from './reception.ts'

/* Any order of sending, receiving and changes of the time, shrunk when it fails. */

/** What Bob does or gets, and how far the time moves, also backwards. */
interface Step {
  readonly does: 'send' | 'receive'
  /** Milliseconds that the clock of a received message is ahead of the time. */
  readonly ahead: number
  readonly later: number
}

const schedules = fc.array(
  fc.record({
    does: fc.constantFrom('send' as const, 'receive' as const),
    ahead: fc.integer({ min: -100_000, max: 100_000 }),
    later: fc.integer({ min: -50_000, max: 50_000 }),
  }),
  { minLength: 3, maxLength: 12 },
)

class Schedules {
  play?: () => Promise<void>
}

When(
  'many random schedules of sending, receiving and changes of the time are tried',
  function (this: World) {
    this.scene(Schedules).play = () =>
      holds(this, {
        inputs: schedules,
        runs: 40,
        tell: (steps) =>
          steps.map(({ does, ahead, later }) => `${later} ms later ${does} ${ahead}`).join('; '),
        play: (steps) => play(this, steps),
      })
  },
)

Then('in each every sent clock is larger than all before it', async function (this: World) {
  const { play } = this.scene(Schedules)
  if (!play) throw new Error('nothing is to be tried: add a When')
  await play()
})

async function play(world: World, steps: readonly Step[]): Promise<void> {
  world.now = START
  const chat = await world.scene(Nodes).join(['Bob'], 'PUBLIC_GROUP', { id: 'status' })
  let highest = 0n
  for (const [i, { does, ahead, later }] of steps.entries()) {
    world.now = Math.max(START - 40_000, world.now + later)
    if (does === 'receive') {
      const clock = String(world.now + ahead)
      await hand(world, 'Bob', world.scene(Drafts).make(`m${i}`, 'ChatMessage', 'Carol', { clock }))
      if (BigInt(clock) > highest) highest = BigInt(clock)
      continue
    }
    highest = await higher(world, chat, `hello ${i}`, highest)
    await drain(world, 'Bob')
  }
  // A schedule that only receives ends with a message, so that there is something to compare.
  await higher(world, chat, 'the last', highest)
}

/** The clock of what Bob sends now, which has to be above all before it. */
async function higher(world: World, chat: Chat, text: string, before: bigint): Promise<bigint> {
  const chatId = chat.ids.get('Bob')?.value ?? ''
  const value = { text, content_type: 'TEXT_PLAIN' }
  const sent = await world.act('Bob', 'payloads.send', { chatId, record: 'ChatMessage', value })
  const clock: Observed<bigint> = sent.map((ok) => BigInt(ok.clock))
  world
    .expect(`the clock of "${text}"`, clock, String)
    .meets(`more than ${before}`, (one) => one > before)
  return clock.value
}
