import { Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Known } from './mentions.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'

/* Who is in which chat, and what time it is. */

const CHAT =
  '(?:the public chat "([^"]+)"|a chat with (\\w+)|(a group)|the channel "([^"]+)" of a community)'

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

Given('{people} are in a group', async function (this: World, names: string[]) {
  this.scene(People)
  await this.scene(Nodes).joinGroup(names, [])
})

Given('Bob was added to a group and has not joined', async function (this: World) {
  const nodes = this.scene(Nodes)
  const members = ['Carol', 'Mallory'].map((name) => this.scene(People).get(name).publicKey)
  await nodes.join(['Bob'], 'PRIVATE_GROUP', { id: nodes.groupId(), members })
})

Given('the time is {moment}', function (this: World, words: string) {
  this.scene(People)
  this.now = Number(momentAt(this.now, words))
})

Given('Bob was restarted', async function (this: World) {
  await this.act('Bob', 'payloads.restart', {})
})

Given('the name {string} belongs to {person}', function (this: World, ens: string, name: string) {
  const people = this.scene(People)
  const { publicKey } = people.get(name)
  this.scene(Nodes).ens[people.named(ens)] = publicKey
  this.scene(Known).names[ens] = publicKey
})
