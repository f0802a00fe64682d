import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { type Description, description } from '../../proto/archives/description.ts'
import { recordTypes, wakuMessage } from '../../proto/archives/messages.ts'
import { messageType } from '../../proto/codec.ts'
import type { World } from '../world.ts'
import { envelope, wrap } from './craft.ts'
import { demanded } from './demanded.ts'
import { nanoseconds } from './moment.ts'
import { ofType } from './published.ts'
import { controlShard, Scene } from './scene.ts'
import { attempt, Shelf } from './shelf.ts'
import { keyOf } from './topics.ts'

/* Requests to join, their answers, and the description that follows from them. */

interface Request {
  clock: bigint
  community_id: Uint8Array
}
const of62 = <T extends object>(name: string) =>
  messageType<T>('payloads/all.proto', `status62.${name}`)
const codecs = {
  join: of62<Request>('CommunityRequestToJoin'),
  cancel: of62<Request>('CommunityCancelRequestToJoin'),
  leave: of62<Request>('CommunityRequestToLeave'),
}
const types = {
  join: recordTypes.COMMUNITY_REQUEST_TO_JOIN,
  cancel: recordTypes.COMMUNITY_CANCEL_REQUEST_TO_JOIN,
  leave: recordTypes.COMMUNITY_REQUEST_TO_LEAVE,
}
const response = of62<{ clock: bigint; accepted: boolean; cid: string; community?: Description }>(
  'CommunityRequestToJoinResponse',
)

/** Clock of the request that waits. */
class Asked {
  clock = 0n
}

/** Lets somebody send a request to Alice. `extra`: bytes after the record. */
async function ask(
  world: World,
  name: string,
  what: keyof typeof codecs,
  clock: bigint,
  extra = new Uint8Array(),
): Promise<void> {
  const scene = world.scene(Scene)
  const { id, topics } = scene.community()
  const record = codecs[what].encode({ clock, community_id: Buffer.from(id, 'hex') })
  const content = wrap(scene.people.get(name), types[what], Buffer.concat([record, extra]))
  const at = nanoseconds(world.now) + (clock % 1_000n)
  const message = envelope(topics.universal, keyOf(id, 'chat'), content, at, scene.layers)
  const alice = scene.existing('Alice')
  await alice.receive(controlShard, wakuMessage.encode(message))
  await alice.collect()
}

async function decide(world: World, op: 'accept' | 'reject' | 'ban', name: string): Promise<void> {
  const scene = world.scene(Scene)
  const params = { communityId: scene.community().id, member: scene.people.get(name).publicKey }
  await world.act('Alice', `archives.${op}`, params)
  await scene.existing('Alice').collect()
}

async function join(world: World): Promise<void> {
  await carolAsks(world)
  await decide(world, 'accept', 'Carol')
}

async function carolAsks(world: World): Promise<void> {
  const clock = BigInt(world.now) + 10n
  world.scene(Asked).clock = clock
  await ask(world, 'Carol', 'join', clock)
}

Given('Carol asked to join', async function (this: World) {
  await carolAsks(this)
})

When("Carol becomes a member of Alice's community", async function (this: World) {
  await join(this)
})

When('Alice accepts Carol', async function (this: World) {
  await decide(this, 'accept', 'Carol')
})

When('Alice rejects Carol', async function (this: World) {
  await decide(this, 'reject', 'Carol')
})

When('Alice bans Carol', async function (this: World) {
  await decide(this, 'ban', 'Carol')
})

When("Carol leaves Alice's community", async function (this: World) {
  await ask(this, 'Carol', 'leave', this.scene(Asked).clock + 5n)
})

When('Carol takes it back with a magnet link in field 6', async function (this: World) {
  const link = Buffer.from('magnet:?xt=urn:btih:00')
  const field6 = Buffer.concat([Uint8Array.of(0x32, link.length), link])
  await ask(this, 'Carol', 'cancel', this.scene(Asked).clock + 1n, field6)
})

When(
  /^Carol's request is taken back (by Mallory|by Carol|with the clock of the request|with a clock before the request)$/,
  async function (this: World, how: string) {
    const { clock } = this.scene(Asked)
    if (how.startsWith('by')) await ask(this, how.slice(3), 'cancel', clock + 1n)
    else await ask(this, 'Carol', 'cancel', how.includes('before') ? clock - 1n : clock)
  },
)

Then(/^Carol's request (waits|does not wait any more)$/, async function (this: World, how: string) {
  const scene = this.scene(Scene)
  const pending = await this.act('Alice', 'archives.requests', {
    communityId: scene.community().id,
  })
  const carol = scene.people.get('Carol').publicKey
  const waiting = pending.map(({ requests }) => requests.some(({ member }) => member === carol))
  const check = this.expect("whether Carol's request waits", waiting)
  if (how === 'waits') check.equals(true)
  else check.avoids('false', (got) => !got)
})

function responses(world: World) {
  const scene = world.scene(Scene)
  return ofType(scene, scene.existing('Alice'), 'COMMUNITY_REQUEST_TO_JOIN_RESPONSE').flatMap(
    ({ record }) => (record ? [attempt(() => response.decode(record.payload))] : []),
  )
}

/** What the last response can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
  'accepted: yes'(world) {
    const accepted = responses(world).map((one) => one?.accepted)
    const alice = world.scene(Scene).existing('Alice')
    world.expect('responses', alice.saw(accepted)).equals([true])
  },
  'CID: the one announced last'(world) {
    const scene = world.scene(Scene)
    const alice = scene.existing('Alice')
    const announced = new Shelf(scene, alice, scene.community()).announcements().at(-1)?.cid
    const cids = { response: responses(world).at(-1)?.cid, announced }
    world
      .expect('CIDs of the last response and announcement', alice.saw(cids))
      .meets('the same', (got) => got.announced !== undefined && got.response === got.announced)
  },
  'CID: none'(world) {
    const cids = responses(world).map((one) => one?.cid)
    const alice = world.scene(Scene).existing('Alice')
    world.expect('CIDs of the responses', alice.saw(cids)).equals([''])
  },
}

Then('Alice has sent a response with', function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})

/** The descriptions that Alice has published, in order. */
export function descriptions(world: World) {
  const scene = world.scene(Scene)
  return ofType(scene, scene.existing('Alice'), 'COMMUNITY_DESCRIPTION').flatMap(
    ({ record, published }) => {
      const read = record && attempt(() => description.decode(record.payload))
      return read ? [{ published, read, payload: record.payload }] : []
    },
  )
}

Then(
  /^the last description says that Carol is "(a member|no member|banned)"$/,
  function (this: World, what: string) {
    const scene = this.scene(Scene)
    const carol = scene.people.get('Carol').publicKey
    const last = descriptions(this).at(-1)?.read
    const mentions = (keys: Iterable<string>) => [...keys].some((key) => names(key, carol))
    const view = {
      described: last !== undefined,
      member: mentions(last?.members.keys() ?? []),
      banned: mentions(last?.ban_list ?? []),
    }
    const check = this.expect(
      'the last description, as to Carol',
      scene.existing('Alice').saw(view),
    )
    if (what === 'a member') check.meets('a member', ({ member }) => member)
    else if (what === 'banned') check.meets('banned', ({ banned }) => banned)
    else check.avoids('no member', ({ member, described }) => described && !member)
  },
)

/** Whether a key of the description means this person: with or without 0x, compressed or not. */
function names(text: string, publicKey: string): boolean {
  const hex = text.replace(/^0x/, '').toLowerCase()
  return hex === publicKey || (hex.startsWith('04') && hex.slice(2, 66) === publicKey.slice(2))
}
