import { Then, When } from '@cucumber/cucumber'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'

/* The table of message types in STATUS-MVDS-USAGE. */

class Table {
  row?: Observed<Answer<'archives.messageType'>>
  names?: Observed<Ok<'archives.messageTypes'>>
}

When(/^a client looks ([A-Z_]+) up$/, async function (this: World, name: string) {
  this.scene(Table).row = await this.attempt('Alice', 'archives.messageType', { name })
})

When('a client names its message types', async function (this: World) {
  this.scene(Table).names = await this.act('Alice', 'archives.messageTypes', {})
})

Then(
  'the row says MVDS {string}, reliability {string}, chat {string}',
  function (this: World, mvds: string, reliability: string, chat: string) {
    const { row } = this.scene(Table)
    if (!row) throw new Error('no row was looked up: add a When')
    const got = row.map((answer) => (answer.kind === 'ok' ? answer.ok : undefined))
    this.expect('the row', got).equals({ mvds, reliability, chat })
  },
)

Then(/^([A-Z_]+) is named (0|1) times$/, function (this: World, name: string, times: string) {
  const { names } = this.scene(Table)
  if (!names) throw new Error('no names were asked for: add a When')
  const count = names.map((answer) => answer.names.filter((one) => one === name).length)
  const check = this.expect(`how often ${name} is named`, count)
  if (times === '0') check.avoids('0', (got) => got === 0)
  else check.equals(1)
})
