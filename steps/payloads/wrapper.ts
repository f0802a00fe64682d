import { Given, Then, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { besides, broken, oddly } from './oddities.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { rawFields } from './wire.ts'
import {
  open,
  payloadSigner,
  signPayload,
  type WrapOptions,
  wrap,
  wrapperNumber,
} from './wrapping.ts'

/* The wrapper without a node: bytes in, bytes out. */

const RECORD = 'ChatMessage'

class Wrapping {
  payload = ''
  wrapped?: Observed<string>
  unwrapped?: Observed<Answer<'payloads.unwrap'>>
}

/** A payload that no other run has. */
function freshPayload(world: World): string {
  return encoded(RECORD, { clock: String(world.now), text: `hello ${world.dice.hex(8)}` })
}

When(
  /^Bob wraps (a|an empty) payload for (\w+)$/,
  async function (this: World, which: string, name: string) {
    const { privateKey } = this.scene(People).get(name)
    const payload = which === 'a' ? freshPayload(this) : ''
    const params = { record: RECORD, payload, privateKey }
    const { bytes } = pick(await this.act('Bob', 'payloads.wrap', params))
    Object.assign(this.scene(Wrapping), { payload, wrapped: bytes })
  },
)

function pick(ok: Observed<{ bytes: string }>) {
  return { bytes: ok.map(({ bytes }) => bytes) }
}

/** How a payload of somebody reaches Bob: what is odd about it, and who delivers it. */
const HOW =
  '(a|an empty) payload of (\\w+)' +
  '(?: (?:with (.+?)|(that was changed after signing)))?(?:, delivered by (\\w+))?'

async function unwrap(
  world: World,
  which: string,
  name: string,
  oddity: string | null,
  changed: string | null,
  deliverer: string | null,
): Promise<void> {
  const people = world.scene(People)
  const { privateKey } = people.get(name)
  const plain = which === 'a' ? freshPayload(world) : ''
  const isOdd = oddity === 'fields out of order'
  const signed = isOdd ? oddly(oddity, plain) : plain
  const good = signPayload(people.profile, signed, privateKey)
  const payload = changed ? `${signed}1801` : signed
  const options = isOdd || !oddity ? { signature: good } : withOddity(oddity, good)
  const bytes = wrap(people.profile, RECORD, payload, options)
  const transportAuthor = deliverer ? { transportAuthor: people.get(deliverer).publicKey } : {}
  const unwrapped = await world.attempt('Bob', 'payloads.unwrap', { bytes, ...transportAuthor })
  Object.assign(world.scene(Wrapping), { payload, unwrapped })
}

function withOddity(oddity: string, signature: string): WrapOptions {
  const elsewhere = /^the (signature|payload) in field (\d+)$/.exec(oddity)
  if (elsewhere?.[1] === 'signature') return { signature, signatureNumber: Number(elsewhere[2]) }
  if (elsewhere) return { signature, payloadNumber: Number(elsewhere[2]) }
  const [, beside] = /^(.+) in the wrapper$/.exec(oddity) ?? []
  if (beside) return { signature, ...besides(beside) }
  return { signature: broken(oddity, signature) }
}

type How = [string, string, string | null, string | null, string | null]

Given(
  new RegExp(`^Bob unwrapped ${HOW}$`),
  async function (this: World, a: How[0], b: How[1], c: How[2], d: How[3], e: How[4]) {
    await unwrap(this, a, b, c, d, e)
  },
)

When(
  new RegExp(`^Bob unwraps ${HOW}$`),
  async function (this: World, a: How[0], b: How[1], c: How[2], d: How[3], e: How[4]) {
    await unwrap(this, a, b, c, d, e)
  },
)

Then('field {int} of the wrapper holds 65 bytes', function (this: World, number: number) {
  const got = fieldAt(this, number).map((content) => content.length / 2)
  this.expect(`the length of field ${number} of the wrapper`, got).equals(65)
})

Then('field {int} of the wrapper holds the payload', function (this: World, number: number) {
  const { payload } = this.scene(Wrapping)
  this.expect(`field ${number} of the wrapper`, fieldAt(this, number)).equals(payload)
})

/** What stands in a field of the wrapper that the client made; empty where there is no such field. */
function fieldAt(world: World, number: number): Observed<string> {
  const at = wrapperNumber(world.scene(People).profile, number)
  return made(world).map((hex) => {
    const field = rawFields(hex)?.findLast((one) => one.number === at && one.wireType === 2)
    return String(field?.value ?? '')
  })
}

function made(world: World): Observed<string> {
  const { wrapped } = world.scene(Wrapping)
  if (!wrapped) throw new Error('nothing was wrapped: add a When')
  return wrapped
}

Then('the wrapper is signed by {person}', function (this: World, name: string) {
  const people = this.scene(People)
  const signer = made(this).map((hex) => {
    const opened = open(people.profile, hex)
    return opened ? people.nameOf(payloadSigner(people.profile, opened)) : 'no wrapper'
  })
  this.expect('the signer of the wrapper', signer).equals(name)
})

/** The answer to the last unwrapping; a refusal is a deviation. */
function answer(world: World) {
  const { unwrapped } = world.scene(Wrapping)
  if (!unwrapped) throw new Error('nothing was unwrapped: add a When')
  const { value, call } = unwrapped
  if (value.kind === 'ok') return unwrapped.map(() => value.ok)
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject: 'the wrapper', wanted: 'ok', got, call })
}

Then(
  /^the author is (\w+) by (her signature|his signature|delivery)$/,
  function (this: World, name: string, by: string) {
    const people = this.scene(People)
    const got = answer(this).map(({ author, deniable, relayable }) => ({
      author: author && people.nameOf(author.publicKey),
      source: author?.source,
      deniable,
      relayable,
    }))
    const signed = by !== 'delivery'
    this.expect('whose the wrapper is', got).equals({
      author: name,
      source: signed ? 'signature' : 'transport',
      deniable: !signed,
      relayable: signed,
    })
  },
)

Then('the author is not {person}', function (this: World, name: string) {
  const { publicKey } = this.scene(People).get(name)
  const { unwrapped } = this.scene(Wrapping)
  const got = (unwrapped as Observed<Answer<'payloads.unwrap'>>).map((a) =>
    a.kind === 'ok' ? a.ok.author?.publicKey : undefined,
  )
  this.expect('the author of the wrapper', got).avoids(`not ${name}`, (key) => key !== publicKey)
})

Then('there is no author', function (this: World) {
  const { unwrapped } = this.scene(Wrapping)
  const got = (unwrapped as Observed<Answer<'payloads.unwrap'>>).map((a) =>
    a.kind === 'ok' ? a.ok.author : undefined,
  )
  this.expect('the author of the wrapper', got).equals(undefined)
})

Then('the payload is as it was signed', function (this: World) {
  const { payload } = this.scene(Wrapping)
  const got = answer(this).map((ok) => ok.payload)
  this.expect('the payload', got).equals(payload)
})

Then('that payload is not read', function (this: World) {
  const { payload, unwrapped } = this.scene(Wrapping)
  const got = (unwrapped as Observed<Answer<'payloads.unwrap'>>).map((a) =>
    a.kind === 'ok' ? a.ok.payload : '',
  )
  this.expect('the payload', got).avoids('another one, or none', (hex) => hex !== payload)
})

Then('Bob refuses the wrapper', function (this: World) {
  const { unwrapped } = this.scene(Wrapping)
  const got = (unwrapped as Observed<Answer<'payloads.unwrap'>>).map(({ kind }) => kind as string)
  this.expect("Bob's answer to the wrapper", got).equals('rejected')
})
