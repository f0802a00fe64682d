import { Given } from '@cucumber/cucumber'
import protobuf from 'protobufjs'
import { indexMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { keyed } from './craft-archive.ts'
import { week } from './moment.ts'
import { speak } from './speech.ts'

/* The archives and indices that the suite's control node has. */

Given('the control node has archives of {weeks}', async function (this: World, numbers: number[]) {
  await this.scene(ControlNode).makeAll(numbers)
})

Given(
  'the control node made the archive of {weeks}',
  async function (this: World, numbers: number[]) {
    await this.scene(ControlNode).makeAll(numbers)
  },
)

Given(
  'the control node made archives until week {int}',
  async function (this: World, last: number) {
    const control = this.scene(ControlNode)
    for (let number = control.weeks.length + 1; number <= last; number += 1)
      await control.make(number)
  },
)

Given(
  'the control node made the archive of week {int} anew with other messages',
  async function (this: World, number: number) {
    const control = this.scene(ControlNode)
    control.forget(number)
    await control.make(number)
  },
)

Given('the archive of week {int} is empty', async function (this: World, number: number) {
  await this.scene(ControlNode).make(number, { said: [] })
})

Given(
  'the archive of week {int} has {int} messages',
  async function (this: World, number: number, count: number) {
    const control = this.scene(ControlNode)
    const start = control.scene.at(BigInt(number - 1) * week)
    const said = Array.from({ length: count }, (_, i) =>
      speak(control.scene, { text: `message ${i}`, at: start + BigInt(i + 1) * 1_000_000_000n }),
    )
    await control.make(number, { said })
  },
)

Given(
  'the archive of week {int} has a message {oddity}',
  async function (this: World, number: number, oddity: string) {
    const control = this.scene(ControlNode)
    const readable = control.speeches(number)
    const at = control.scene.at(BigInt(number - 1) * week + 3_600_000_000_000n)
    const odd = speak(control.scene, { text: `odd ${this.dice.hex(2)}`, at, oddity })
    const messages = [odd, ...readable].map(({ message }) => message)
    const shown = oddity.includes('cannot read') ? readable : [odd, ...readable]
    await control.make(number, { said: shown, messages })
  },
)

Given('the archive of week {int} has a second part', async function (this: World, number: number) {
  await this.scene(ControlNode).make(number)
})

Given(
  'the archive of week {int} is of another topic',
  async function (this: World, number: number) {
    await this.scene(ControlNode).make(number, { topics: ['/waku/1/0x00c0ffee/rfc26'], said: [] })
  },
)

Given(
  'the archive of week {int} has version {int}',
  async function (this: World, number: number, version: number) {
    await this.scene(ControlNode).make(number, { extra: { version } })
  },
)

Given(
  'the archive of week {int} has the old padding field',
  async function (this: World, number: number) {
    const padding = protobuf.Writer.create().uint32(0x22).bytes(new Uint8Array(1_000)).finish()
    await this.scene(ControlNode).make(number, { spoil: (file) => Buffer.concat([file, padding]) })
  },
)

Given(
  /^the archive of week (\d+) (is garbage|is cut off|says another range)$/,
  async function (this: World, digits: string, damage: string) {
    const control = this.scene(ControlNode)
    const number = Number(digits)
    if (damage === 'says another range') {
      const wrong = await control.make(number + 10)
      control.forget(number + 10)
      const right = await control.make(number)
      control.forget(number)
      const { metadata } = indexMetadata.decode(right.entry.value)
      const value = indexMetadata.encode({ ...(metadata && { metadata }), cid: wrong.cid })
      control.strays.push(keyed(value))
      return
    }
    const garbage = Buffer.alloc(500, 0xff)
    const spoil = (file: Uint8Array) => (damage === 'is garbage' ? garbage : file.subarray(0, -7))
    await control.make(number, { spoil })
  },
)

Given(
  'another control node has the archive of week {int} with one message more',
  async function (this: World, number: number) {
    const control = this.scene(ControlNode)
    const { said, from } = control.week(number)
    const more = speak(control.scene, {
      text: `one more ${this.dice.hex(2)}`,
      at: from + 1_000_000n,
    })
    control.forget(number)
    await control.make(number, { said: [...said, more] })
  },
)
