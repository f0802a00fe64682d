import { type DataTable, Given, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { perform } from './acting.ts'
import { People } from './people.ts'
import { collect, drain } from './posts.ts'

/* Contacts of a user, and what they and the user learn of each other. */

const ADDS = /^Bob (?:adds|added) (.+) to his contacts$/
Given(ADDS, async function (this: World, names: string) {
  for (const name of names.split(/, | and /))
    await perform(this, {
      action: 'addContact',
      publicKey: this.scene(People).get(name).publicKey,
    })
})

Given(/^Bob (?:changes|changed) his profile to$/, async function (this: World, table: DataTable) {
  const { ens_name, image } = table.rowsHash()
  await perform(this, {
    action: 'setProfile',
    ...(ens_name && { ensName: this.scene(People).named(ens_name) }),
    ...(image && { image }),
  })
})

const PASSES = /^(all but a second of )?the interval of contact updates (?:passes|passed)$/
Given(PASSES, async function (this: World, less: string | null) {
  const interval = Number(this.hello.settings?.['payloads.contactUpdateIntervalMs'])
  if (!(interval > 1_000))
    this.fail({
      kind: 'not-measured',
      subject: 'the setting payloads.contactUpdateIntervalMs',
      wanted: 'a number of milliseconds above 1000',
      got: String(this.hello.settings?.['payloads.contactUpdateIntervalMs'] ?? 'not declared'),
    })
  await drain(this, 'Bob')
  this.now += less ? interval - 1_000 : interval
  await collect(this)
})

Then('Bob knows of {person}', async function (this: World, who: string, table: DataTable) {
  const { publicKey } = this.scene(People).get(who)
  const contact = await this.act('Bob', 'payloads.contact', { publicKey })
  const { ens_name = '', verified } = table.rowsHash()
  this.expect(
    `the name of ${who}`,
    contact.map(({ ensName }) => ensName),
  ).equals(this.scene(People).known(ens_name))
  if (verified)
    this.expect(
      `whether the name is ${who}'s`,
      contact.map(({ ensVerified }) => ensVerified),
    ).equals(verified === 'true')
})
