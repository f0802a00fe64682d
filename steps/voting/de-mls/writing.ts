import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { stranger } from '../people.ts'
import type { Reading } from './client.ts'
import { Group } from './group.ts'
import type { Catching } from './network.ts'

/* Messages to the group, who reads them, and who is out of reach. */

When('{members} write/writes/wrote to the group', async function (this: World, names: string[]) {
  const group = this.scene(Group)
  for (const name of names) {
    const content = this.dice.hex(16)
    group.written.set(name, content)
    await group.ask(group.existing(name), 'demls.send', { content })
  }
})

Given('{voter} overhears the group', async function (this: World, name: string) {
  ;(await this.scene(Group).client(name)).overhears = true
})

Given('Mallory follows no commit', function (this: World) {
  this.scene(Group).mallory.follows = false
})

Given('{voter} is/was out of reach', function (this: World, name: string) {
  this.scene(Group).network.hold(name)
})

When(
  '{voter} gets/got what was missed {catching}',
  async function (this: World, name: string, catching: Catching) {
    const group = this.scene(Group)
    await group.network.release(group.existing(name), catching)
  },
)

Given('{voter} never got what was missed', function (this: World, name: string) {
  this.scene(Group).network.drop(name)
})

Then(
  '{members} reads/read what {members} wrote',
  function (this: World, readers: string[], writers: string[]) {
    for (const { reader, writer, wanted, got } of readings(this, readers, writers))
      this.expect(`what ${reader} reads`, got).meets(
        `the message of ${writer}, once, as ${writer}'s`,
        (all) => all.filter(wanted).length === 1,
      )
  },
)

Then(
  '{members} cannot read what {members} wrote',
  function (this: World, readers: string[], writers: string[]) {
    for (const { reader, writer, wanted, got } of readings(this, readers, writers))
      this.expect(`what ${reader} reads`, got).avoids(
        `nothing of what ${writer} wrote`,
        (all) => !all.some(wanted),
      )
  },
)

/** Everybody's reading of everybody else. */
function readings(world: World, readers: readonly string[], writers: readonly string[]) {
  const group = world.scene(Group)
  return readers.flatMap((reader) =>
    writers
      .filter((writer) => writer !== reader)
      .map((writer) => {
        const content = group.written.get(writer)
        if (content === undefined) throw new Error(`${writer} wrote nothing: add a When`)
        const sender = group.memberId(writer)
        const wanted = (each: Reading) => each.content === content && each.sender === sender
        if (reader !== stranger) return { reader, writer, wanted, got: group.existing(reader).read }
        // Her clients' frames are theirs: that she could decrypt it is all that can be said.
        const { answer, read } = group.existing(writer)
        const found = group.mallory.found(content) ? [{ content, sender, epoch: '' }] : []
        return { reader, writer, wanted, got: (answer ?? read).map(() => found) }
      }),
  )
}
