import { type DataTable, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Drafts } from './drafts.ts'
import { became } from './outcome.ts'
import { People } from './people.ts'

/* Users who are named in a text. */

/** Names that the user knows, to the public keys that they stand for. */
export class Known {
  readonly names: Record<string, string> = {}
}

class Mentions {
  found?: Observed<string[]>
  display?: Observed<string>
}

When('Bob writes a text that mentions {person}', async function (this: World, who: string) {
  const { publicKey } = this.scene(People).get(who)
  await write(this, { publicKey })
})

When('Bob writes a text that mentions {string}', async function (this: World, name: string) {
  await write(this, { name })
})

async function write(world: World, mention: { publicKey: string } | { name: string }) {
  const { names: contacts } = world.scene(Known)
  const segments = ['hello ', mention, ' how are you?']
  const ok = await world.act('Bob', 'payloads.writeMentions', { segments, contacts })
  const got = ok.map(({ text }) => text)
  became(world, {
    part: (name, words) =>
      name === 'text'
        ? { subject: 'the text', got, wanted: world.scene(Drafts).text(words) }
        : undefined,
  })
}

/** A plain message of this run, changed as the table says. */
When(
  'Bob looks for mentions in a ChatMessage with',
  async function (this: World, table: DataTable) {
    const rows = Object.entries(table.rowsHash()).map(([field, words]) => [
      field,
      this.scene(Drafts).cell('ChatMessage', field, words),
    ])
    const plain = { content_type: 'TEXT_PLAIN', text: 'hello', response_to: this.dice.hex(8) }
    const params = { message: { ...plain, ...Object.fromEntries(rows) } }
    const ok = await this.act('Bob', 'payloads.findMentions', params)
    this.scene(Mentions).found = ok.map(({ mentions }) => mentions)
  },
)

Then(/^he finds (.+)$/, function (this: World, words: string) {
  const people = this.scene(People)
  const { found } = this.scene(Mentions)
  const got = (found as Observed<string[]>).map((keys) => keys.map((key) => people.nameOf(key)))
  this.expect('the users mentioned', got).equals(words === 'nobody' ? [] : words.split(/, | and /))
})

When('Bob shows a text that mentions {person}', async function (this: World, who: string) {
  const { names: known } = this.scene(Known)
  const names = Object.fromEntries(Object.entries(known).map(([name, key]) => [key, name]))
  const text = `hello @${this.scene(People).text(who)} how are you?`
  const ok = await this.act('Bob', 'payloads.showMentions', { text, names })
  this.scene(Mentions).display = ok.map(({ display }) => display)
})

Then('he shows {string} and no key', function (this: World, name: string) {
  const { display } = this.scene(Mentions)
  this.expect('what is shown', display as Observed<string>).meets(
    `with ${name}, and no key`,
    (text) => text.includes(name) && !/04[0-9a-f]{128}/.test(text),
  )
})
