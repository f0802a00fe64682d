import { type DataTable, Given, When } from '@cucumber/cucumber'
import { recordTypes, wakuMessage } from '../../proto/archives/messages.ts'
import { messageType } from '../../proto/codec.ts'
import type { World } from '../world.ts'
import { envelope, wrap } from './craft.ts'
import { nanoseconds } from './moment.ts'
import { controlShard, Scene } from './scene.ts'
import { keyOf } from './topics.ts'

/* Requests to join and to leave, and what takes them back. */

interface Request {
  clock: bigint
  community_id: Uint8Array
}
const of62 = (name: string) => messageType<Request>('payloads/all.proto', `status62.${name}`)
const kinds = {
  join: {
    codec: of62('CommunityRequestToJoin'),
    type: recordTypes.COMMUNITY_REQUEST_TO_JOIN,
  },
  cancel: {
    codec: of62('CommunityCancelRequestToJoin'),
    type: recordTypes.COMMUNITY_CANCEL_REQUEST_TO_JOIN,
  },
  leave: {
    codec: of62('CommunityRequestToLeave'),
    type: recordTypes.COMMUNITY_REQUEST_TO_LEAVE,
  },
}

/** Clock of the request that waits. */
class Asked {
  clock = 0n
}

/** Lets somebody send a request to Alice. `extra`: bytes after the record. */
async function ask(
  world: World,
  name: string,
  { codec, type }: (typeof kinds)[keyof typeof kinds],
  clock: bigint,
  extra = new Uint8Array(),
): Promise<void> {
  const scene = world.scene(Scene)
  const { id, topics } = scene.community()
  const record = codec.encode({ clock, community_id: Buffer.from(id, 'hex') })
  const content = wrap(scene.people.get(name), type, Buffer.concat([record, extra]))
  const at = nanoseconds(world.now) + (clock % 1_000n)
  const message = envelope(topics.universal, keyOf(id, 'chat'), content, at, scene.layers)
  const alice = scene.existing('Alice')
  await alice.receive(controlShard, wakuMessage.encode(message))
  await alice.collect()
}

Given('Carol asked to join', async function (this: World) {
  const clock = BigInt(this.now) + 10n
  this.scene(Asked).clock = clock
  await ask(this, 'Carol', kinds.join, clock)
})

When('Carol leaves the community', async function (this: World) {
  await ask(this, 'Carol', kinds.leave, this.scene(Asked).clock + 5n)
})

/** Clock of a cancellation beside that of the request. */
const clocks: Readonly<Record<string, bigint>> = {
  'after the request': 1n,
  'the same as the request': 0n,
  'before the request': -1n,
}

When('Alice receives a cancellation with', async function (this: World, table: DataTable) {
  const row = table.rowsHash()
  const { from = 'Carol', clock = 'after the request', 'field 6': field6 } = row
  const later = clocks[clock]
  if (later === undefined || (field6 !== undefined && field6 !== 'a magnet link'))
    throw new Error(
      `expected a clock ${Object.keys(clocks).join(', ')}, and a magnet link in field 6 or nothing; got ${JSON.stringify(row)}`,
    )
  const link = Buffer.from('magnet:?xt=urn:btih:00')
  const extra = field6 ? Uint8Array.of(0x32, link.length, ...link) : new Uint8Array()
  await ask(this, from, kinds.cancel, this.scene(Asked).clock + later, extra)
})

When(
  /^Bob (asks to join|asks to join and takes it back|leaves the community)$/,
  async function (this: World, what: string) {
    const scene = this.scene(Scene)
    const params = { communityId: scene.community().id }
    if (what.startsWith('leaves')) await this.act('Bob', 'archives.leave', params)
    else await this.act('Bob', 'archives.requestToJoin', params)
    if (what.endsWith('back')) await this.act('Bob', 'archives.cancelRequest', params)
    await scene.existing('Bob').collect()
  },
)
