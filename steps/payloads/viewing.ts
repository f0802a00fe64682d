import { type DataTable, Then } from '@cucumber/cucumber'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { People } from './people.ts'
import { accepted } from './reception.ts'

/* What a user sees. */

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

Then('Bob sees {drafts}', async function (this: World, wanted: string[]) {
  this.expect('what Bob sees', await labels(this)).equals(wanted)
})

Then('Bob sees nothing', async function (this: World) {
  this.expect('what Bob sees', await labels(this)).equals([])
})

Then('Bob sees {string} in this chat and in no other', async function (this: World, label: string) {
  this.expect('what Bob sees', await labels(this)).equals([label])
  for (const chat of this.scene(Nodes).others) {
    const got = await labels(this, chat.ids.get('Bob')?.value ?? '')
    this.expect('what Bob sees in another chat', got).equals([])
  }
})

type Shown = View['messages'][number] | undefined

/** What can be seen of a message, and how a cell says it. */
const aspects: Readonly<
  Record<string, (world: World, message: Shown, words: string) => { got: unknown; wanted: unknown }>
> = {
  content_type: (_, message, wanted) => ({ got: message?.contentType, wanted }),
  text: (world, message, words) => ({
    got: message?.text,
    wanted: world.scene(Drafts).text(words),
  }),
  pinned: (_, message, words) => ({ got: message?.pinned, wanted: words === 'true' }),
  reactions: (world, message, words) => ({
    got: message?.reactions.map(
      ({ author, type }) => `${type} of ${world.scene(People).nameOf(author)}`,
    ),
    wanted: words === 'none' ? [] : words.split(', '),
  }),
}

Then('Bob sees {string} with', async function (this: World, label: string, table: DataTable) {
  const { id } = this.scene(Drafts).get(label)
  const seen = await view(this)
  for (const [name, words] of Object.entries(table.rowsHash())) {
    const aspect = aspects[name]
    if (!aspect) throw new Error(`nobody sees the ${name} of a message`)
    const of = (all: View) =>
      aspect(
        this,
        all.messages.find(({ messageId }) => messageId === id),
        words,
      )
    const got = seen.map((all) => of(all).got)
    this.expect(`${name} of "${label}"`, got).equals(of(seen.value).wanted)
  }
})

Then('Bob has no other chat', async function (this: World) {
  const known = [this.scene(Nodes).chat, ...this.scene(Nodes).others]
  const ids = new Set(known.map((chat) => chat.ids.get('Bob')?.value))
  const chats = await this.act('Bob', 'payloads.chats', {})
  const got = chats.map(({ chatIds }) => chatIds.filter((id) => !ids.has(id)))
  this.expect('other chats of Bob', got).equals([])
})

Then(
  '{string} is in the chat {string} for Bob',
  async function (this: World, label: string, words: string) {
    const wanted = this.scene(Drafts).text(words)
    this.expect(
      'the chat of the message',
      accepted(this).map(({ chatId }) => chatId),
    ).equals(wanted)
    this.expect('what Bob sees in it', await labels(this, wanted)).equals([label])
  },
)

Then('the id of the chat is the key of {person}', function (this: World, who: string) {
  const id = this.scene(Nodes).chat.ids.get('Bob') as Observed<string>
  this.expect('the id of the chat', id).equals(this.scene(People).text(who))
})
