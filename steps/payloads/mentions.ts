import { Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Drafts } from './drafts.ts'
import { People } from './people.ts'

/* Users who are named in a text. */

class Mentions {
  contacts: Record<string, string> = {}
  written?: Observed<string>
  found?: Observed<string[]>
  display?: Observed<string>
}

Given(
  "{person} is {string} and {person} is {string} among Bob's contacts",
  function (this: World, a: string, nameOfA: string, b: string, nameOfB: string) {
    const people = this.scene(People)
    this.scene(Mentions).contacts = {
      [nameOfA]: people.get(a).publicKey,
      [nameOfB]: people.get(b).publicKey,
    }
  },
)

When('Bob writes a text that mentions {person}', async function (this: World, who: string) {
  const { publicKey } = this.scene(People).get(who)
  await write(this, { publicKey })
})

When('Bob writes a text that mentions {string}', async function (this: World, name: string) {
  await write(this, { name })
})

async function write(world: World, mention: { publicKey: string } | { name: string }) {
  const { contacts } = world.scene(Mentions)
  const segments = ['hello ', mention, ' how are you?']
  const ok = await world.act('Bob', 'payloads.writeMentions', { segments, contacts })
  world.scene(Mentions).written = ok.map(({ text }) => text)
}

Then(/^the text mentions (\w+) as "@0x" and (?:her|his) key$/, function (this: World, who: string) {
  const { written } = this.scene(Mentions)
  const wanted = `hello @${this.scene(People).text(who)} how are you?`
  this.expect('the text', written as Observed<string>).equals(wanted)
})

/** A plain message, changed. */
async function look(world: World, message: Record<string, unknown>): Promise<void> {
  const params = { message: { content_type: 'TEXT_PLAIN', ...message } }
  const ok = await world.act('Bob', 'payloads.findMentions', params)
  world.scene(Mentions).found = ok.map(({ mentions }) => mentions)
}

When(
  'Bob looks for mentions in a text that mentions {person}',
  async function (this: World, who: string) {
    await look(this, { text: `hello @${this.scene(People).text(who)} how are you?` })
  },
)

When('Bob looks for mentions in a text that mentions nobody', async function (this: World) {
  await look(this, { text: `hello ${this.dice.hex(8)}, write to bob@example.org or @0x or @04` })
})

When('Bob looks for mentions in the text {string}', async function (this: World, words: string) {
  await look(this, { text: this.scene(Drafts).text(words) })
})

const ELSEWHERE = /^Bob looks for mentions in a message that names (\w+) in (.+)$/
When(ELSEWHERE, async function (this: World, who: string, where: string) {
  const mention = `hello @${this.scene(People).text(who)}`
  const field = /^its (\w+)$/.exec(where)?.[1]
  await look(
    this,
    field ? { text: 'hello', [field]: mention } : { content_type: 'STICKER', text: mention },
  )
})

Then('he finds {people}', function (this: World, names: string[]) {
  expectFound(this, names)
})

Then('he finds nobody', function (this: World) {
  expectFound(this, [])
})

function expectFound(world: World, names: readonly string[]): void {
  const people = world.scene(People)
  const { found } = world.scene(Mentions)
  const got = (found as Observed<string[]>).map((keys) => keys.map((key) => people.nameOf(key)))
  world.expect('the users mentioned', got).equals([...names])
}

const SHOWS = /^Bob shows a text that mentions (\w+), known as "([^"]+)"$/
When(SHOWS, async function (this: World, who: string, name: string) {
  const people = this.scene(People)
  const names = { [people.get(who).publicKey]: name }
  const text = `hello @${people.text(who)} how are you?`
  const ok = await this.act('Bob', 'payloads.showMentions', { text, names })
  this.scene(Mentions).display = ok.map(({ display }) => display)
})

Then(/^he shows "([^"]+)" and not (?:her|his) key$/, function (this: World, name: string) {
  const { display } = this.scene(Mentions)
  this.expect('what is shown', display as Observed<string>).meets(
    `with ${name}, and no key`,
    (text) => text.includes(name) && !/04[0-9a-f]{128}/.test(text),
  )
})
