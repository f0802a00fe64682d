import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { readLater } from './later.ts'
import { Repairs } from './repairs.ts'
import { Sweeps } from './sweeps.ts'

/* What a message asks others for (SDS-R, repair_request). */

Then('{message} asks for {messages}', function (this: World, label: string, wanted: string[]) {
  this.expect(`the repair_request of "${label}"`, asked(this, label)).equals(wanted.toSorted())
})

Then('{message} asks for {int} message(s)', function (this: World, label: string, wanted: number) {
  const got = asked(this, label).map(({ length }) => length)
  this.expect(`the entries in the repair_request of "${label}"`, got).equals(wanted)
})

Then(
  '{message} asks for {int} messages at most',
  function (this: World, label: string, most: number) {
    const got = asked(this, label).map(({ length }) => length)
    this.expect(`the entries in the repair_request of "${label}"`, got, String).meets(
      `from 1 to ${most}`,
      (count) => count >= 1 && count <= most,
    )
  },
)

Then(
  '{message} asks for the {int} messages that were the longest due at {participant}',
  async function (this: World, label: string, count: number, name: string) {
    const waits = await this.scene(Repairs).buffer(name, 'toRequest')
    const wanted = Object.entries(waits.value)
      .sort(([, a], [, b]) => a - b)
      .slice(0, count)
      .map(([each]) => each)
    this.expect(`the repair_request of "${label}"`, asked(this, label)).equals(wanted.toSorted())
  },
)

Then(
  'at least {int} sync message asked for {message}',
  function (this: World, least: number, label: string) {
    const id = this.scene(Channel).messages.id(label)
    const got = this.scene(Sweeps).broadcasts.map(
      (wires) =>
        wires
          .map(readLater)
          .filter(({ content = [] }) => content.length === 0)
          .filter(({ repairRequest = [] }) => repairRequest.some((each) => each.messageId === id))
          .length,
    )
    this.expect(`the sync messages that ask for "${label}"`, got, String).meets(
      `${least} or more`,
      (count) => count >= least,
    )
  },
)

/** Labels of what a message asks for, sorted. */
function asked(world: World, label: string): Observed<string[]> {
  const { messages } = world.scene(Channel)
  return messages
    .get(label)
    .wire.map((hex) =>
      (readLater(hex).repairRequest ?? [])
        .map(({ messageId }) => messages.labelOf(messageId))
        .sort(),
    )
}
