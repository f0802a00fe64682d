import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { Group } from './group.ts'

/* Group announcements, and who hears them. */

When(
  '{int} period(s) of announcements pass/passes/passed',
  async function (this: World, periods: number) {
    const group = this.scene(Group)
    const period = Number(this.hello.settings?.['voting.announceMs'] ?? 60_000)
    for (let at = 0; at < periods; at++) {
      this.now += period
      for (const client of group.clients) await group.spread(await client.tick())
    }
  },
)

Then(
  '{voter} has announced the group {int} time(s)',
  function (this: World, name: string, times: number) {
    const group = this.scene(Group)
    const { log } = group.network
    const made = log.filter(({ from, channel }) => channel === 'announcement' && from === name)
    const count = group.existing(name).read.map(() => made.length)
    const subject = `the announcements of ${name}`
    if (times > 0) this.expect(subject, count).meets(`${times} or more`, (many) => many >= times)
    else this.expect(subject, count).avoids('none', (many) => many === 0)
  },
)

Given(
  '{voter} founded another group, which {voter} heard of',
  async function (this: World, founder: string, listener: string) {
    const group = this.scene(Group)
    await group.client(founder)
    const founded = await this.act(founder, 'demls.createGroup', { groupId: this.dice.hex(16) })
    const client = await group.client(listener)
    for (const sent of founded.value.sends) await client.take({ ...sent, from: founder })
  },
)
