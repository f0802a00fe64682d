import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { Sweeps } from './sweeps.ts'

/* Time, and what a participant does because of it. */

type Buffers = 'incoming' | 'outgoing'

Given('{duration} passed', function (this: World, ms: number) {
  this.now += ms
})

When(
  "{participant}'s {buffer} buffer is swept after {duration}",
  function (this: World, name: string, buffer: Buffers, ms: number) {
    return sweep(this, name, buffer, ms)
  },
)

When(
  "{participant}'s {buffer} buffer is swept every {duration} for {duration}",
  async function (this: World, name: string, buffer: Buffers, every: number, whole: number) {
    for (const end = this.now + whole; this.now < end; ) await sweep(this, name, buffer, every)
  },
)

async function sweep(world: World, name: string, buffer: Buffers, ms: number): Promise<void> {
  world.now += ms
  const participant = world.scene(Channel).participant(name)
  if (buffer === 'incoming') await participant.settle()
  else world.scene(Sweeps).due = await participant.sweepOutgoing()
}

When(
  '{participant} runs her periodic tasks every {duration} for {duration}',
  async function (this: World, name: string, every: number, whole: number) {
    for (const end = this.now + whole; this.now < end; ) {
      this.now += every
      this.scene(Sweeps).ticked(await this.scene(Channel).participant(name).tick())
    }
  },
)

Then('at least {int} sync messages were broadcast', function (this: World, least: number) {
  const { messages } = this.scene(Channel)
  const { broadcasts } = this.scene(Sweeps)
  const syncs = broadcasts.value
    .map((wire) =>
      messages.read(
        'a periodic broadcast',
        broadcasts.map(() => wire),
      ),
    )
    .filter(
      ({ content = [], lamportTimestamp }) =>
        content.length === 0 && lamportTimestamp !== undefined,
    )
  const got = broadcasts.map(() => syncs.length)
  this.expect('the number of sync messages', got, String).meets(
    `${least} or more`,
    (n) => n >= least,
  )
})
