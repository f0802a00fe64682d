import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { compose } from './composing.ts'
import { type Part, type RepairCraft, Repairs } from './repairs.ts'
import { Sweeps } from './sweeps.ts'

/* Who asks for what, and when somebody's turn comes (SDS-R). */

Given('messages with repairs', function (this: World, table: DataTable) {
  for (const row of table.hashes()) this.scene(Repairs).craft(row as unknown as RepairCraft)
})

When("{participant}'s repairs are swept", async function (this: World, name: string) {
  this.scene(Sweeps).due = await this.scene(Channel).participant(name).sweepRepairs()
})

/* Lets the time pass until then: T_req of what is missing, T_resp of what is asked for. */
Given(
  "{int} ms are left until {participant}'s {turn} for {message}",
  async function (this: World, left: number, name: string, part: Part, label: string) {
    const waits = await this.scene(Repairs).buffer(name, part)
    const wait = waits.value[label]
    if (wait === undefined)
      this.expect(`what ${name} waits for`, waits.map(Object.keys)).equals([label])
    this.now += Math.max(0, (wait ?? 0) - left)
  },
)

When(
  '{participant} runs her periodic tasks every {duration} for {duration} while Zoe sends sync messages',
  async function (this: World, name: string, every: number, whole: number) {
    const channel = this.scene(Channel)
    for (const end = this.now + whole; this.now < end; ) {
      this.now += every
      const label = `s${this.now}`
      channel.messages.crafted(label, compose(channel, { message: label, kind: 'sync' }))
      await channel.receive(name, label)
      this.scene(Sweeps).ticked(await channel.participant(name).tick())
    }
  },
)
