import { type DataTable, Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import type { Craft } from './craft.ts'
import { lamport } from './parameters.ts'

/* Messages that the suite makes in the name of Zoe, who is nobody's participant. */

Given('messages from Zoe', async function (this: World, table: DataTable) {
  for (const row of table.hashes()) await this.scene(Channel).craft(row as unknown as Craft)
})

Given(
  'a copy of {message} with lamport {lamport} as {message}',
  function (this: World, original: string, timestamp: bigint, copy: string) {
    const { messages } = this.scene(Channel)
    const { message } = messages.get(original)
    messages.crafted(copy, { ...message.value, lamportTimestamp: timestamp })
  },
)

Given(
  /^a message from Zoe with the timestamp of "([^"]+)" and an id (before|after) it as "([^"]+)"$/,
  function (this: World, original: string, side: string, label: string) {
    const channel = this.scene(Channel)
    const { messageId, lamportTimestamp = 0n } = channel.messages.get(original).message.value
    // "!" sorts before every character of a printable id, "~" after an id that it is added to.
    const id = side === 'before' ? `!${messageId}` : `${messageId}~`
    const made = channel.compose({ message: label })
    channel.messages.crafted(label, { ...made, messageId: id, lamportTimestamp })
  },
)

/** Zoe's messages in a row: `count` of them, each one above the other, depending on nothing. */
export function series(channel: Channel, count: number, from = 1n): string[] {
  return Array.from({ length: count }, (_, i) => {
    const label = `z${i + 1}`
    channel.messages.crafted(label, {
      ...channel.compose({ message: label }),
      lamportTimestamp: lamport(`+${from + BigInt(i)}`),
    })
    return label
  })
}
