import { type DataTable, Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import type { Craft } from './craft.ts'
import { lamport, row } from './parameters.ts'

/* Messages that the suite makes in the name of Zoe, who is nobody's participant. */

Given('messages from Zoe', async function (this: World, table: DataTable) {
  for (const line of table.hashes()) await make(this.scene(Channel), line as unknown as Craft)
})

async function make(channel: Channel, line: Craft): Promise<void> {
  const labels = row(line.message)
  if (labels.length === 1) {
    await channel.craft(line)
    return
  }
  const first = lamport(line.lamport ?? '')
  for (const [i, message] of labels.entries()) {
    const after = line.after === 'the one before' ? (labels[i - 1] ?? '') : (line.after ?? '')
    await channel.craft({ ...line, message, lamport: String(first + BigInt(i)), after })
  }
}
