import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { perform } from './acting.ts'
import { Nodes } from './chats.ts'
import { Installations } from './installations.ts'
import { People } from './people.ts'
import { collect, drain, recordsOf } from './posts.ts'

/* Devices of one user, and what they tell each other. */

const OTHER = 'Bob’s other device'

Given('Bob has another device', async function (this: World) {
  await perform(this, { action: 'pairDevice' })
})

When('Bob joins the public chat {string}', async function (this: World, id: string) {
  await drain(this, 'Bob')
  await this.scene(Nodes).join(['Bob'], 'PUBLIC_GROUP', { id: this.scene(People).named(id) })
  await collect(this)
})

Given('Bob described his device as', async function (this: World, table: DataTable) {
  await describe(this, table)
  const [described] = recordsOf(this, 'SyncPairInstallation')
  this.scene(Installations).before = described?.map((one) => String(one.installation_id ?? ''))
})

When('Bob describes his device as', async function (this: World, table: DataTable) {
  await describe(this, table)
})

async function describe(world: World, table: DataTable): Promise<void> {
  const { device, device_type, name = '' } = table.rowsHash()
  const where = device === 'the other one' ? OTHER : 'Bob'
  if (where === OTHER) await perform(world, { action: 'pairDevice' }, OTHER)
  const deviceType = device_type as 'ios' | 'android' | 'desktop'
  const named = world.scene(People).named(name)
  await perform(world, { action: 'describeDevice', deviceType, name: named }, where)
}
