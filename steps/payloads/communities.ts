import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { perform } from './acting.ts'
import { Nodes } from './chats.ts'
import { Accounts, communityOf } from './community.ts'
import { Drafts } from './drafts.ts'
import { became } from './outcome.ts'
import { People } from './people.ts'
import { collect, drain, recordsOf } from './posts.ts'
import { hand } from './reception.ts'

/* Communities: whom they let in, and what they publish. */

const OWN = 'Bob'

Given(
  'Bob controls a community with the channel {string}',
  async function (this: World, channelId: string) {
    const { privateKey } = this.scene(People).get(`community of ${OWN}`)
    await perform(this, { action: 'createCommunity', privateKey, channelIds: [channelId] })
    const communityId = communityOf(this, OWN)
    await this.scene(Nodes).join([OWN], 'COMMUNITY_CHAT', { id: channelId, communityId })
  },
)

When('Bob publishes the community', async function (this: World) {
  await perform(this, { action: 'publishCommunity', communityId: communityOf(this, OWN) })
})

Then('no member of the community has role 2 or 3', function (this: World) {
  const [description] = recordsOf(this, 'CommunityDescription') as [Observed<JsonObject>]
  const roles = description.map(({ members }) =>
    Object.values((members ?? {}) as JsonObject).flatMap(
      (member) => (member as JsonObject).roles ?? [],
    ),
  )
  this.expect('the roles of all members', roles).avoids(
    'neither 2 nor 3',
    (all) => !all.includes(2) && !all.includes(3),
  )
})

When('Bob answers {person} with', async function (this: World, who: string, table: DataTable) {
  const { publicKey } = this.scene(People).get(who)
  const accept = table.rowsHash().accepted === 'true'
  const communityId = communityOf(this, OWN)
  await perform(this, { action: 'answerRequest', communityId, publicKey, accept })
})

Then(
  'the community is published with {person} and without her accounts',
  function (this: World, who: string) {
    const member = this.scene(People).text(who)
    const { last: accounts } = this.scene(Accounts)
    for (const description of recordsOf(this, 'CommunityDescription')) {
      const members = description.map((value) => Object.keys((value.members ?? {}) as JsonObject))
      this.expect('the members of the community', members).meets(`with ${who}`, (all) =>
        all.includes(member),
      )
      this.expect(
        'what is published',
        description.map((value) => JSON.stringify(value)),
      ).avoids(
        'nothing of the accounts',
        (text) => !accounts.some(({ address }) => text.includes(String(address))),
      )
    }
  },
)

When(
  'Bob asks to join a community of {person} with two accounts',
  async function (this: World, owner: string) {
    const communityId = communityOf(this, owner)
    const accounts = this.scene(Accounts).draw()
    await this.scene(Nodes).start(OWN)
    await drain(this, OWN)
    const act = { action: 'requestToJoin', communityId, accounts } as const
    became(this, { answers: [await this.attempt(OWN, 'payloads.act', { act })] })
    await collect(this)
  },
)

/** The community says so itself: its description, signed by its key, has Bob among its members. */
Given('Bob is a member of a community of {person}', async function (this: World, owner: string) {
  const rows = { members: JSON.stringify({ [this.scene(People).text(OWN)]: {} }) }
  const drafts = this.scene(Drafts)
  const draft = drafts.make('description', 'CommunityDescription', `community of ${owner}`, rows)
  await hand(this, OWN, draft)
})

When('Bob leaves the community of {person}', async function (this: World, owner: string) {
  await perform(this, { action: 'leaveCommunity', communityId: communityOf(this, owner) })
})

const ANNOUNCES = /^Bob (?:announces|announced) archive (\d) of the community$/
Given(ANNOUNCES, async function (this: World, number: string) {
  const drafts = this.scene(Drafts)
  const which = number === '1' ? 'first' : 'second'
  await perform(this, {
    action: 'announceArchive',
    communityId: communityOf(this, OWN),
    archiveCid: drafts.text(`the ${which} archive`),
    indexCid: drafts.text(`the ${which} index`),
  })
})
