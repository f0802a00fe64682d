import { type DataTable, Then } from '@cucumber/cucumber'
import type { SdsMessage } from '../../proto/sds.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { Sweeps } from './sweeps.ts'

/* What the last sweep broadcast again: own messages, and those that others asked for. */

Then(
  '{participant} rebroadcasts {messages}',
  function (this: World, name: string, wanted: string[]) {
    const got = this.scene(Sweeps).labels.map((labels) => labels.toSorted())
    this.expect(`what ${name} rebroadcasts`, got).equals(wanted.toSorted())
  },
)

Then(
  '{participant} rebroadcasts {message} first',
  function (this: World, name: string, wanted: string) {
    const got = this.scene(Sweeps).labels.map(([first]) => first)
    this.expect(`what ${name} rebroadcasts first`, got).equals(wanted)
  },
)

const FIELDS: Readonly<Record<string, keyof SdsMessage>> = {
  sender_id: 'senderId',
  lamport_timestamp: 'lamportTimestamp',
  causal_history: 'causalHistory',
  content: 'content',
}

Then(
  'the rebroadcast of {message} has the same',
  function (this: World, label: string, table: DataTable) {
    const { messages } = this.scene(Channel)
    const { due } = this.scene(Sweeps)
    const original = messages.get(label)
    const { messageId } = original.message.value
    const found = due.value.find((each) => each.messageId === messageId)
    const subject = `the rebroadcast of "${label}"`
    const first = messages.read(`"${label}"`, original.wire)
    const again =
      found &&
      messages.read(
        subject,
        due.map(() => found.wire),
      )
    for (const [field = ''] of table.raw()) {
      const part = FIELDS[field]
      if (!part) throw new Error(`expected ${Object.keys(FIELDS).join(', ')}, got "${field}"`)
      const got = due.map(() => again?.[part])
      this.expect(`the ${field} of ${subject}`, got).equals(first[part])
    }
  },
)
