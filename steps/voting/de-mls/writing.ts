import { Given, Then, When } from '@cucumber/cucumber'
import type { World } from '../../world.ts'
import { stranger } from '../people.ts'
import type { Reading } from './client.ts'
import { Group } from './group.ts'
import type { Catching } from './network.ts'

/* Messages to the group, who reads them, and who is out of reach. */

When('{members} writes/wrote to the group', async function (this: World, names: string[]) {
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

Given('{voter} is/was out of reach', async function (this: World, name: string) {
  const group = this.scene(Group)
  if (name !== stranger) await group.client(name)
  group.network.hold(name)
})

When('{voter} gets/got what was missed', async function (this: World, name: string) {
  await catchUp(this, name, 'in order')
})

When(
  '{voter} gets/got what was missed {catching}',
  async function (this: World, name: string, catching: Catching) {
    await catchUp(this, name, catching)
  },
)

Given('{voter} never got what was missed', function (this: World, name: string) {
  this.scene(Group).network.drop(name)
})

Then(
  '{members} can read what {members} wrote',
  function (this: World, readers: string[], writers: string[]) {
    for (const { reader, writer, wanted, got } of readings(this, readers, writers))
      this.expect(`what ${reader} reads`, got).meets(
        `the message of ${writer}, once, as ${writer}'s`,
        (all) => all.filter(wanted).length === 1,
      )
  },
)

/** Neither as a member does, nor in the bytes that all can hear. */
Then(
  '{members} cannot read what {members} wrote',
  function (this: World, readers: string[], writers: string[]) {
    for (const { reader, writer, wanted, got, clear } of readings(this, readers, writers)) {
      const none = `nothing of what ${writer} wrote`
      this.expect(`what ${reader} reads`, got).avoids(none, (all) => !all.some(wanted))
      this.expect(`the bytes that ${writer} sent`, clear).avoids(none, (all) => all.length === 0)
    }
  },
)

async function catchUp(world: World, name: string, catching: Catching): Promise<void> {
  const group = world.scene(Group)
  const addressee = name === stranger ? group.mallory : group.existing(name)
  await group.network.release(addressee, catching)
}

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
        const { answer, read } = group.existing(writer)
        const clear = (answer ?? read).map(() => inClear(group, writer, content))
        if (reader !== stranger)
          return { reader, writer, wanted, clear, got: group.existing(reader).read }
        // Her clients' frames are theirs: that she could decrypt it is all that can be said.
        const found = group.mallory.found(content) ? [{ content, sender, epoch: '' }] : []
        return { reader, writer, wanted, clear, got: (answer ?? read).map(() => found) }
      }),
  )
}

/** Messages of somebody to the group that show a content, as it is or as text. */
function inClear(group: Group, writer: string, content: string): string[] {
  const written = [content, Buffer.from(content).toString('hex')]
  return group.network.log
    .filter(({ from, channel }) => from === writer && channel === 'group')
    .map(({ wire }) => wire)
    .filter((wire) => written.some((each) => wire.includes(each)))
}
