import { type DataTable, Given, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { element, updated } from './group-events.ts'
import { People } from './people.ts'
import { hand } from './reception.ts'

/* Private groups that are made by events, and how their members see them. */

/** Carol makes the group and adds Bob, and Bob joins from another device of his. */
Given('Bob is in a group of {person}', async function (this: World, owner: string) {
  const nodes = this.scene(Nodes)
  this.scene(People)
  await nodes.start('Bob')
  const chatId = nodes.groupId()
  const joined = await this.act('Bob', 'payloads.chats', {})
  const ids = new Map([['Bob', joined.map(() => chatId)]])
  nodes.enter({ kind: 'PRIVATE_GROUP', wireId: chatId, to: chatId, ids })
  const name = `the group of ${owner}`
  const events = [
    element(this, owner, { clock: 'now-9000', type: 'CHAT_CREATED', name, color: 'blue' }),
    element(this, owner, { clock: 'now-8000', type: 'MEMBERS_ADDED', members: '{Bob}' }),
    element(this, 'Bob', { clock: 'now-7000', type: 'MEMBER_JOINED', members: '{Bob}' }),
  ]
  await hand(this, 'Bob', updated(this, 'the beginning', owner, events))
})

/** Its `name`, its `color`, and its `members` in any order. */
Then('the group has', async function (this: World, table: DataTable) {
  const people = this.scene(People)
  const group = await this.act('Bob', 'payloads.group', { chatId: this.scene(Nodes).chat.wireId })
  const { name, color, members, ...rest } = table.rowsHash()
  if (Object.keys(rest).length > 0) throw new Error(`a group has no ${Object.keys(rest)}`)
  if (name !== undefined)
    this.expect(
      'the name of the group',
      group.map((one) => one.name),
    ).equals(name)
  if (color !== undefined)
    this.expect(
      'the colour of the group',
      group.map((one) => one.color),
    ).equals(color)
  if (members !== undefined)
    this.expect(
      'the members of the group',
      group.map((one) => one.members.map((key) => people.nameOf(key)).sort()),
    ).equals(members.split(/, | and /).sort())
})
