import { type DataTable, Then, When } from '@cucumber/cucumber'
import type { Description } from '../../proto/archives/description.ts'
import { messageType } from '../../proto/codec.ts'
import type { World } from '../world.ts'
import { demanded } from './demanded.ts'
import { ofType } from './published.ts'
import { Scene } from './scene.ts'
import { attempt, Shelf } from './shelf.ts'

/* What Alice decides about Carol, and her response. */

const ops = {
  accepts: 'archives.accept',
  rejects: 'archives.reject',
  bans: 'archives.ban',
} as const

When(
  /^Alice (accepts|rejects|bans) Carol$/,
  async function (this: World, decision: keyof typeof ops) {
    const scene = this.scene(Scene)
    const params = {
      communityId: scene.community().id,
      member: scene.people.get('Carol').publicKey,
    }
    await this.act('Alice', ops[decision], params)
    await scene.existing('Alice').collect()
  },
)

const response = messageType<{
  clock: bigint
  accepted: boolean
  cid: string
  community?: Description
}>('payloads/all.proto', 'status62.CommunityRequestToJoinResponse')

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
