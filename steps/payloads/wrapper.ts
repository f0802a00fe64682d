import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { besides, broken, oddly } from './oddities.ts'
import { became } from './outcome.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { wrapperPart } from './wrapper-parts.ts'
import { signPayload, type WrapOptions, wrap } from './wrapping.ts'

/* The wrapper without a node: bytes in, bytes out. */

const RECORD = 'ChatMessage'

/** A payload of so many bytes that no other run has. */
function freshPayload(world: World, bytes: number): string {
  if (bytes === 0) return ''
  const clock = String(world.now)
  const rest = bytes - encoded(RECORD, { clock }).length / 2 - 2
  if (rest < 20 || rest > 127) throw new Error('expected 0, or from 29 to 136 bytes of payload')
  return encoded(RECORD, { clock, text: world.dice.hex(64).slice(0, rest) })
}

When(
  'Bob wraps a payload of {int} bytes for {person}',
  async function (this: World, length: number, name: string) {
    const { privateKey } = this.scene(People).get(name)
    const payload = freshPayload(this, length)
    const params = { record: RECORD, payload, privateKey }
    const wrapped = await this.act('Bob', 'payloads.wrap', params)
    const bytes = wrapped.map((ok) => ok.bytes)
    became(this, { part: wrapperPart(this, bytes, payload) })
  },
)

Given('Bob unwrapped a payload of {person}', unwrapsPlain)
When('Bob unwraps a payload of {person}', unwrapsPlain)
async function unwrapsPlain(this: World, name: string): Promise<void> {
  await unwrap(this, name, {})
}

When(
  'Bob unwraps a payload of {person} with',
  async function (this: World, name: string, table: DataTable) {
    await unwrap(this, name, table.rowsHash())
  },
)

/** What is odd about a wrapper, and who delivers it. */
type How = Readonly<Record<string, string>>

async function unwrap(world: World, name: string, how: How): Promise<void> {
  const people = world.scene(People)
  const plain = freshPayload(world, how.payload === 'empty' ? 0 : 64)
  const oddity = how['encoded with']
  const signed = oddity ? oddly(oddity, plain) : plain
  const good = signPayload(people.profile, signed, people.get(name).privateKey)
  const payload = how.changed ? `${signed}1801` : signed
  const bytes = wrap(people.profile, RECORD, payload, options(how, good))
  const deliverer = how['delivered by']
  const unwrapped = await world.attempt('Bob', 'payloads.unwrap', {
    bytes,
    ...(deliverer && { transportAuthor: people.get(deliverer).publicKey }),
  })
  became(world, {
    answers: [unwrapped],
    author: () => ({
      name: unwrapped.map((one) =>
        one.kind === 'ok' ? one.ok.author && people.nameOf(one.ok.author.publicKey) : undefined,
      ),
      whole: () => whole(world, unwrapped),
    }),
    signed: () => [
      {
        subject: 'the payload',
        got: opened(world, unwrapped).map((ok) => ok.payload),
        wanted: payload,
      },
    ],
  })
  world.scene(Unread).compare = () => {
    const got = unwrapped.map((one) => (one.kind === 'ok' ? one.ok.payload : ''))
    world.expect('the payload', got).avoids('another one, or none', (hex) => hex !== payload)
  }
}

function options(how: How, good: string): WrapOptions {
  const signature = how['signed with'] ? broken(how['signed with'], good) : good
  const { 'signature in field': signatureAt, 'payload in field': payloadAt, beside } = how
  return {
    signature,
    ...(signatureAt && { signatureNumber: Number(signatureAt) }),
    ...(payloadAt && { payloadNumber: Number(payloadAt) }),
    ...(beside && besides(beside)),
  }
}

/** The answer to an unwrapping; a refusal is a deviation. */
function opened(world: World, unwrapped: Observed<Answer<'payloads.unwrap'>>) {
  const { value, call } = unwrapped
  if (value.kind === 'ok') return unwrapped.map(() => value.ok)
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject: 'the wrapper', wanted: 'ok', got, call })
}

function whole(world: World, unwrapped: Observed<Answer<'payloads.unwrap'>>): Observed<object> {
  const people = world.scene(People)
  return opened(world, unwrapped).map(({ author, deniable, relayable }) => ({
    author: author && people.nameOf(author.publicKey),
    source: author?.source,
    deniable,
    relayable,
  }))
}

class Unread {
  compare?: () => void
}

Then('that payload is not read', function (this: World) {
  this.scene(Unread).compare?.()
})
