import { type DataTable, Given } from '@cucumber/cucumber'
import protobuf from 'protobufjs'
import { indexMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { keyed } from './craft-archive.ts'
import { forged } from './forging.ts'
import { week } from './moment.ts'
import { speak } from './speech.ts'

/* The archives and indices that the suite's control node has. */

Given('the control node has archives of {weeks}', async function (this: World, numbers: number[]) {
  await this.scene(ControlNode).makeAll(numbers)
})

/** How an archive can be made otherwise than usual, by property; the value is the other cell of the row. */
const properties: Readonly<
  Record<string, (control: ControlNode, number: number, value: string) => Promise<unknown>>
> = {
  messages(control, number, count) {
    if (count === 'others than before') {
      control.forget(number)
      return control.make(number)
    }
    const start = control.scene.at(BigInt(number - 1) * week)
    const said = Array.from({ length: Number(count) }, (_, i) =>
      speak(control.scene, { text: `message ${i}`, at: start + BigInt(i + 1) * 1_000_000_000n }),
    )
    return control.make(number, { said })
  },
  'one message more'(control, number) {
    const { said, from } = control.week(number)
    const text = `one more ${control.scene.world.dice.hex(2)}`
    const more = speak(control.scene, { text, at: from + 1_000_000n })
    control.forget(number)
    return control.make(number, { said: [...said, more] })
  },
  'a message'(control, number, oddity) {
    const readable = control.speeches(number)
    const forgery = forged(control, number, oddity)
    if (forgery) {
      const genuine = readable.map(({ message }) => message)
      return control.make(number, { said: readable, messages: [forgery, ...genuine] })
    }
    const at = control.scene.at(BigInt(number - 1) * week + 3_600_000_000_000n)
    const text = `odd ${control.scene.world.dice.hex(2)}`
    const odd = speak(control.scene, { text, at, oddity })
    const messages = [odd, ...readable].map(({ message }) => message)
    const shown = oddity.includes('cannot read') ? readable : [odd, ...readable]
    return control.make(number, { said: shown, messages })
  },
  'another part': (control, number) => control.make(number),
  topic: (control, number, topic) => control.make(number, { topics: [topic], said: [] }),
  version: (control, number, version) =>
    control.make(number, { extra: { version: Number(version) } }),
  'padding of old'(control, number, bytes) {
    const padding = protobuf.Writer.create()
      .uint32(0x22)
      .bytes(new Uint8Array(Number(bytes)))
    return control.make(number, { spoil: (file) => Buffer.concat([file, padding.finish()]) })
  },
  async file(control, number, damage) {
    if (damage === 'of another range') {
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
    const spoil = (file: Uint8Array) => (damage === 'garbage' ? garbage : file.subarray(0, -7))
    await control.make(number, { spoil })
  },
}

Given(
  'the archive of week {int} is made with',
  async function (this: World, number: number, table: DataTable) {
    const [[property = '', value = ''] = [], ...more] = table.raw()
    const make = properties[property]
    if (!make || more.length > 0)
      throw new Error(`expected one row of ${Object.keys(properties).join(', ')}, got ${property}`)
    await make(this.scene(ControlNode), number, value)
  },
)
