import { Then, When } from '@cucumber/cucumber'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { People } from './people.ts'
import { accepted } from './receiving.ts'
import { open, payloadSigner } from './wrapping.ts'

/* What a user sees, and what goes on to others. */

type View = Ok<'payloads.view'>

/** A chat as a user sees it; the current one if no other is named. */
function view(world: World, chatId?: string): Promise<Observed<View>> {
  const id = chatId ?? world.scene(Nodes).chat.ids.get('Bob')?.value ?? ''
  return world.act('Bob', 'payloads.view', { chatId: id })
}

async function labels(world: World, chatId?: string): Promise<Observed<string[]>> {
  const seen = await view(world, chatId)
  return seen.map(({ messages }) =>
    messages.map(({ messageId }) => world.scene(Drafts).labelOf(messageId)),
  )
}

async function shown(world: World, label: string) {
  const { id } = world.scene(Drafts).get(label)
  const seen = await view(world)
  return seen.map(({ messages }) => messages.find(({ messageId }) => messageId === id))
}

Then('Bob sees {drafts}', async function (this: World, wanted: string[]) {
  this.expect('what Bob sees', await labels(this)).equals(wanted)
})

Then('Bob sees nothing', async function (this: World) {
  this.expect('what Bob sees', await labels(this)).equals([])
})

Then('Bob does not see {string} there', async function (this: World, label: string) {
  const got = (await labels(this)).map((all) => all.filter((one) => one === label))
  const unknown = (await labels(this)).map((all) => all.length)
  this.expect('what Bob sees', got).equals([])
  this.expect('the number of messages that Bob sees', unknown).avoids('none', (n) => n === 0)
})

Then('Bob sees {string} in this chat and in no other', async function (this: World, label: string) {
  this.expect('what Bob sees', await labels(this)).equals([label])
  for (const chat of this.scene(Nodes).others) {
    const got = await labels(this, chat.ids.get('Bob')?.value ?? '')
    this.expect('what Bob sees in another chat', got).equals([])
  }
})

Then('Bob sees {string} as {word}', async function (this: World, label: string, type: string) {
  const got = (await shown(this, label)).map((message) => message?.contentType)
  this.expect(`the content type of "${label}"`, got).equals(type)
})

Then('Bob sees {string} with its text', async function (this: World, label: string) {
  const { value } = this.scene(Drafts).get(label)
  const got = (await shown(this, label)).map((message) => message?.text)
  this.expect(`the text of "${label}"`, got).equals(String(value.text))
})

Then(
  'the text of {string} is {string} for Bob',
  async function (this: World, label: string, text: string) {
    const got = (await shown(this, label)).map((message) => message?.text)
    this.expect(`the text of "${label}"`, got).equals(text)
  },
)

Then(
  /^"([^"]+)" is (pinned|not pinned) for Bob$/,
  async function (this: World, label: string, how: string) {
    const got = (await shown(this, label)).map((message) => message?.pinned)
    this.expect(`whether "${label}" is pinned`, got).equals(how === 'pinned')
  },
)

Then(
  'Bob sees {word} of {person} on {string}',
  async function (this: World, type: string, who: string, label: string) {
    this.expect(`the reactions to "${label}"`, await reactions(this, label)).equals([
      `${type} of ${who}`,
    ])
  },
)

Then('Bob sees no reaction on {string}', async function (this: World, label: string) {
  this.expect(`the reactions to "${label}"`, await reactions(this, label)).equals([])
})

async function reactions(world: World, label: string): Promise<Observed<string[]>> {
  const people = world.scene(People)
  return (await shown(world, label)).map((message) =>
    (message?.reactions ?? []).map(({ author, type }) => `${type} of ${people.nameOf(author)}`),
  )
}

Then('Bob has no other chat', async function (this: World) {
  const known = [this.scene(Nodes).chat, ...this.scene(Nodes).others]
  const ids = new Set(known.map((chat) => chat.ids.get('Bob')?.value))
  const chats = await this.act('Bob', 'payloads.chats', {})
  const got = chats.map(({ chatIds }) => chatIds.filter((id) => !ids.has(id)))
  this.expect('other chats of Bob', got).equals([])
})

Then(
  '{string} is in the chat {string} for Bob',
  function (this: World, _label: string, id: string) {
    this.expect(
      'the chat of the message',
      accepted(this).map(({ chatId }) => chatId),
    ).equals(this.scene(People).known(id))
  },
)

Then(
  '{string} is in the chat with {person} for Bob',
  async function (this: World, label: string, who: string) {
    const wanted = this.scene(People).text(who)
    this.expect(
      'the chat of the message',
      accepted(this).map(({ chatId }) => chatId),
    ).equals(wanted)
    this.expect('what Bob sees in it', await labels(this, wanted)).equals([label])
  },
)

Then('{string} is in the same chat for Bob and Alice', function (this: World, _label: string) {
  const { ids } = this.scene(Nodes).chat
  const got = accepted(this).map(({ chatId }) => chatId)
  this.expect('the chat of the message', got).equals(ids.get('Alice')?.value)
})

Then('the id of the chat is the key of {person}', function (this: World, who: string) {
  const id = this.scene(Nodes).chat.ids.get('Bob') as Observed<string>
  this.expect('the id of the chat', id).equals(this.scene(People).text(who))
})

class Relay {
  answer?: Observed<Answer<'payloads.relay'>>
}

When('Bob relays {string}', async function (this: World, label: string) {
  const messageId = this.scene(Drafts).idOf(label)
  this.scene(Relay).answer = await this.attempt('Bob', 'payloads.relay', { messageId })
})

Then('Bob refuses to relay it', function (this: World) {
  const { answer } = this.scene(Relay)
  const got = (answer as Observed<Answer<'payloads.relay'>>).map(({ kind }) => kind as string)
  this.expect("Bob's answer", got).equals('rejected')
})

function relayed(world: World): Observed<string> {
  const { answer } = world.scene(Relay)
  return (answer as Observed<Answer<'payloads.relay'>>).map((one) =>
    one.kind === 'ok' ? one.ok.bytes : '',
  )
}

Then('the relayed payload is that of {string}', function (this: World, label: string) {
  const { profile } = this.scene(People)
  const got = relayed(this).map((hex) => open(profile, hex)?.payload)
  this.expect('the relayed payload', got).equals(this.scene(Drafts).get(label).payload)
})

Then('the relayed wrapper is signed by {person}', function (this: World, who: string) {
  const people = this.scene(People)
  const got = relayed(this).map((hex) => {
    const opened = open(people.profile, hex)
    return opened ? people.nameOf(payloadSigner(people.profile, opened)) : 'nobody'
  })
  this.expect('the signer of the relayed wrapper', got).equals(who)
})
