import { Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'

/* Who is in which chat, and what time it is. */

const CHAT =
  '(?:the public chat "([^"]+)"|a chat with (\\w+)|(a group)|the channel "([^"]+)" of (?:a|another) community)'

async function enter(
  world: World,
  name: string,
  publicName?: string | null,
  peer?: string | null,
  group?: string | null,
  channel?: string | null,
): Promise<void> {
  const nodes = world.scene(Nodes)
  const people = world.scene(People)
  if (publicName) await nodes.join([name], 'PUBLIC_GROUP', { id: people.named(publicName) })
  else if (peer) await nodes.joinPrivate(name, peer)
  else if (group) await nodes.joinGroup([name], ['Carol', 'Mallory'])
  else if (channel) await nodes.joinChannel(name, channel)
}

Given(
  new RegExp(`^(\\w+) is in ${CHAT}$`),
  async function (
    this: World,
    name: string,
    publicName: string | null,
    peer: string | null,
    group: string | null,
    channel: string | null,
  ) {
    await enter(this, name, publicName, peer, group, channel)
  },
)

Given(
  '{people} are in the public chat {string}',
  async function (this: World, names: string[], id: string) {
    const name = this.scene(People).named(id)
    await this.scene(Nodes).join(names, 'PUBLIC_GROUP', { id: name })
  },
)

Given('{people} are in a group', async function (this: World, names: string[]) {
  this.scene(People)
  await this.scene(Nodes).joinGroup(names, [])
})

Given('Alice and Bob are in a chat with each other', async function (this: World) {
  const nodes = this.scene(Nodes)
  this.scene(People)
  await nodes.joinPrivate('Bob', 'Alice')
  const bobs = nodes.chat
  const alices = await nodes.joinPrivate('Alice', 'Bob')
  for (const [name, id] of bobs.ids) alices.ids.set(name, id)
})

Given('Bob was added to a group and has not joined', async function (this: World) {
  const nodes = this.scene(Nodes)
  const members = ['Carol', 'Mallory'].map((name) => this.scene(People).get(name).publicKey)
  await nodes.join(['Bob'], 'PRIVATE_GROUP', { id: nodes.groupId(), members })
})

Given('Bob turns to the public chat {string}', function (this: World, name: string) {
  this.scene(Nodes).turnTo(this.scene(People).known(name))
})

Given('the time is {moment}', function (this: World, words: string) {
  this.scene(People)
  this.now = Number(momentAt(this.now, words))
})

Given('{int} milliseconds passed', function (this: World, ms: number) {
  this.now += ms
})

Given('Bob was restarted', async function (this: World) {
  await this.act('Bob', 'payloads.restart', {})
})

Given('the name {string} belongs to {person}', function (this: World, ens: string, name: string) {
  const people = this.scene(People)
  this.scene(Nodes).ens[people.named(ens)] = people.get(name).publicKey
})
