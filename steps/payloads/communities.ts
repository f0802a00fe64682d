import { Given, Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { communityOf, perform, recordsOf } from './acting.ts'
import { Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { People } from './people.ts'
import { hand } from './receiving.ts'

/* Communities: whom they let in, and what they publish. */

const OWN = 'Bob'

class Attempt {
  answer?: Observed<Answer<'payloads.act'>>
}

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

Then(
  'the channel {string} says {int} as time of its first message',
  function (this: World, channel: string, wanted: number) {
    const [description] = recordsOf(this, 'CommunityDescription') as [Observed<JsonObject>]
    const got = description.map(({ chats }) => {
      const found = (chats as JsonObject | undefined)?.[channel] as JsonObject | undefined
      return (found?.identity as JsonObject | undefined)?.first_message_timestamp
    })
    this.expect('the time of the first message', got).equals(wanted)
  },
)

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

/** Accounts that somebody reveals; new ones in every run. */
function accounts(world: World): JsonObject[] {
  const account = (last: boolean) => ({
    address: `0x${world.dice.hex(20)}`,
    signature: world.dice.hex(65),
    chain_ids: ['1', '9007199254740993'],
    ...(last && { isAirdropAddress: true }),
  })
  return [account(false), account(true)]
}

class Requests {
  accounts: JsonObject[] = []
}

Given(
  'Bob received a request to join it from {person} with two accounts',
  async function (this: World, who: string) {
    const revealed = accounts(this)
    this.scene(Requests).accounts = revealed
    const rows = {
      community_id: communityOf(this, OWN),
      display_name: `${who} of the suite`,
      revealed_accounts: JSON.stringify(revealed),
    }
    await hand(this, OWN, this.scene(Drafts).make('request', 'CommunityRequestToJoin', who, rows))
  },
)

const ANSWERS = /^Bob (accepts|refuses) (Alice|Carol|Dave|Mallory)$/
When(ANSWERS, async function (this: World, answer: string, who: string) {
  const { publicKey } = this.scene(People).get(who)
  const accept = answer === 'accepts'
  const communityId = communityOf(this, OWN)
  await perform(this, { action: 'answerRequest', communityId, publicKey, accept })
})

Then(
  'the community is published with {person} and without her accounts',
  function (this: World, who: string) {
    const member = this.scene(People).text(who)
    const { accounts } = this.scene(Requests)
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

const ASKS = /^Bob asks to join a community of (\w+)( with two accounts)?$/
When(ASKS, async function (this: World, owner: string, _with: string | null) {
  const revealed = accounts(this)
  this.scene(Requests).accounts = revealed
  const communityId = communityOf(this, owner)
  await perform(this, { action: 'requestToJoin', communityId, accounts: revealed })
})

Then('each CommunityRequestToJoin has the two accounts', function (this: World) {
  const { accounts } = this.scene(Requests)
  for (const request of recordsOf(this, 'CommunityRequestToJoin')) {
    const got = request.map(({ revealed_accounts }) => JSON.stringify(revealed_accounts))
    this.expect('the revealed accounts', got).equals(JSON.stringify(accounts.map(sorted)))
  }
})

function sorted(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The community says so itself: its description, signed by its key, has Bob among its members. */
Given('Bob is a member of a community of {person}', async function (this: World, owner: string) {
  const rows = { members: JSON.stringify({ [this.scene(People).text(OWN)]: {} }) }
  const drafts = this.scene(Drafts)
  const draft = drafts.make('description', 'CommunityDescription', `community of ${owner}`, rows)
  await hand(this, OWN, draft)
})

When('Bob tries to join the community of {person}', async function (this: World, owner: string) {
  const communityId = communityOf(this, owner)
  const act = { action: 'requestToJoin', communityId, accounts: accounts(this) } as const
  this.scene(Attempt).answer = await this.attempt(OWN, 'payloads.act', { act })
})

Then('Bob refuses to ask', function (this: World) {
  const { answer } = this.scene(Attempt)
  const got = (answer as Observed<Answer<'payloads.act'>>).map(({ kind }) => kind as string)
  this.expect("Bob's answer", got).equals('rejected')
})

When('Bob leaves the community of {person}', async function (this: World, owner: string) {
  await perform(this, { action: 'leaveCommunity', communityId: communityOf(this, owner) })
})

const ANNOUNCES = /^Bob (announces|announced) the (first|second) archive of the community$/
Given(ANNOUNCES, async function (this: World, _tense: string, which: string) {
  const drafts = this.scene(Drafts)
  await perform(this, {
    action: 'announceArchive',
    communityId: communityOf(this, OWN),
    archiveCid: drafts.text(`the ${which} archive`),
    indexCid: drafts.text(`the ${which} index`),
  })
})
