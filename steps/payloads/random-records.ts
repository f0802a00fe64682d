import { type DataTable, When } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { recordNames } from '../../proto/payloads/records.ts'
import type { World } from '../world.ts'
import { someOf } from './arbitrary.ts'
import { accompanied, companion } from './companion.ts'
import { Drafts } from './drafts.ts'
import { decode, keep, write } from './readings.ts'
import { encoded, plain } from './records.ts'
import { ABSENT } from './values.ts'

/* One record at a time, with values of this run. */

When('Bob encodes an empty record of every kind', async function (this: World) {
  for (const name of recordNames) {
    await write(this, name, {})
    const beside = companion(this, name)
    if (beside) await write(this, name, accompanied({}, beside))
  }
})

When('Bob encodes a random {record}', async function (this: World, name: string) {
  await write(this, name, everything(this, name))
})

/** All fields of a record at random values of this run. */
function everything(
  world: World,
  name: string,
  without: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const values = fc.sample(someOf(name), { seed: world.dice.int32(), numRuns: 40 })
  const fullest = values.reduce((a, b) =>
    Object.keys(plain(name, b)).length > Object.keys(plain(name, a)).length ? b : a,
  )
  return accompanied(fullest as JsonObject, companion(world, name, without))
}

When(
  'Bob decodes a random {record} with',
  async function (this: World, record: string, table: DataTable) {
    const rows = Object.entries(table.rowsHash())
    const value: Record<string, unknown> = {
      ...everything(
        this,
        record,
        rows.map(([field]) => field),
      ),
    }
    for (const [field, words] of rows)
      if (words === ABSENT) delete value[field]
      else value[field] = this.scene(Drafts).cell(record, field, words)
    const answer = await decode(this, record, encoded(record, value))
    keep(this, [{ name: `a ${record}`, record, value, answer }])
  },
)
