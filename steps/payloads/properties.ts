import { Then, When } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { recordNames } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { type Damage, damaged, damages, type Sampled, sampled, someOf } from './arbitrary.ts'
import { Nodes } from './chats.ts'
import { accompanied, companion } from './companion.ts'
import { Drafts } from './drafts.ts'
import { START } from './people.ts'
import { hand } from './receiving.ts'
import { encoded, plain, read, said } from './records.ts'
import { drain } from './sending.ts'
import { answered, decode, write } from './vectors.ts'
import { delimited, rawFields, tag, varint } from './wire.ts'

/* Laws about any record and any schedule: random inputs, shrunk when they fail. */

const RUNS = 200

/** The law is named in the When and played in the Then, which says what has to hold. */
class Pending {
  play?: () => Promise<void>
}

function pending(world: World, play: () => Promise<void>): void {
  world.scene(Pending).play = play
}

async function played(world: World): Promise<void> {
  const { play } = world.scene(Pending)
  if (!play) throw new Error('nothing is to be tried: add a When')
  await play()
}

const tell = ({ record, value }: Sampled) => `${record} ${JSON.stringify(value)}`

When('Bob encodes many random records of every kind', function (this: World) {
  pending(this, () =>
    holds(this, {
      inputs: sampled,
      runs: RUNS,
      tell,
      play: async ({ record, value: drawn }) => {
        const value = accompanied(drawn as JsonObject, companion(this, record))
        const ok = await this.act('Bob', 'payloads.encode', { record, value: { ...value } })
        const bytes = ok.map((one) => one.bytes)
        const subject = `the ${record} that Bob encoded`
        this.expect(subject, read(this, subject, record, bytes)).equals(plain(record, value))
      },
    }),
  )
})

When('Bob decodes many random records of every kind', function (this: World) {
  pending(this, () =>
    holds(this, {
      inputs: sampled,
      runs: RUNS,
      tell,
      play: async ({ record, value: drawn }) => {
        const value = accompanied(drawn as JsonObject, companion(this, record))
        const bytes = encoded(record, value)
        const subject = `a ${record} as Bob read it`
        const got = answered(this, subject, await decode(this, record, bytes))
        this.expect(subject, said(this, subject, record, got)).equals(plain(record, value))
      },
    }),
  )
})

Then('another decoder reads each of them as it was', function (this: World) {
  return played(this)
})

Then('he reads each as it was', function (this: World) {
  return played(this)
})

/** Unknown fields of every wire type, with numbers that no record has. */
const unknown = fc.array(
  fc.oneof(
    fc.bigInt(0n, 2n ** 64n - 1n).map((n) => `${tag(20001, 0)}${varint(n)}`),
    fc.uint8Array({ minLength: 8, maxLength: 8 }).map((b) => `${tag(20002, 1)}${hex(b)}`),
    fc.uint8Array({ maxLength: 20 }).map((b) => delimited(20003, hex(b))),
    fc.uint8Array({ minLength: 4, maxLength: 4 }).map((b) => `${tag(20004, 5)}${hex(b)}`),
  ),
  { minLength: 1, maxLength: 4 },
)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

When('Bob decodes and encodes many random records with unknown fields', function (this: World) {
  pending(this, () =>
    holds(this, {
      inputs: fc.tuple(sampled, unknown),
      runs: RUNS,
      tell: ([one, more]) => `${tell(one)} and ${more.join(' ')}`,
      play: async ([{ record, value }, more]) => {
        const bytes = `${encoded(record, value)}${more.join('')}`
        const ok = await this.act('Bob', 'payloads.reencode', { record, bytes })
        const got = ok.map((one) =>
          (rawFields(one.bytes) ?? [])
            .filter(({ number }) => number >= 20001 && number <= 20004)
            .map(({ number, value }) => `${number}: ${value}`)
            .sort(),
        )
        const wanted = (rawFields(more.join('')) ?? [])
          .map(({ number, value }) => `${number}: ${value}`)
          .sort()
        this.expect(`the unknown fields of the ${record}`, got).equals(wanted)
      },
    }),
  )
})

Then('their unknown fields are still there', function (this: World) {
  return played(this)
})

When('Bob decodes many damaged records of every kind', function (this: World) {
  pending(this, () =>
    holds(this, {
      inputs: fc.tuple(sampled, damages),
      runs: RUNS,
      tell: ([{ record, value }, changes]) => damagedHex(record, value, changes),
      play: async ([{ record, value }, changes]) => {
        const bytes = damagedHex(record, value, changes)
        const answer = await decode(this, record, bytes)
        const got = answer.map(({ kind }) => kind as string)
        this.expect('whether Bob reads it', got).meets('read, or refused', (kind) =>
          ['ok', 'rejected'].includes(kind),
        )
        // Undamaged, the same record is read: refusing everything is no answer.
        const sound = accompanied(value as JsonObject, companion(this, record))
        const whole = await decode(this, record, encoded(record, sound))
        this.expect(
          'whether Bob reads it undamaged',
          whole.map(({ kind }) => kind as string),
        ).equals('ok')
      },
    }),
  )
})

function damagedHex(record: string, value: object, changes: readonly Damage[]): string {
  return damaged(encoded(record, value), changes)
}

Then('he refuses or reads each, and never both', function (this: World) {
  return played(this)
})

When('Bob encodes an empty record of every kind', async function (this: World) {
  for (const name of recordNames) {
    await write(this, name, {})
    const beside = companion(this, name)
    if (beside) await write(this, name, accompanied({}, beside))
  }
})

When('Bob encodes a random {record}', async function (this: World, name: string) {
  await write(this, name, everything(this, name))
})

/** All fields of a record at random values of this run. */
function everything(
  world: World,
  name: string,
  without: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const values = fc.sample(someOf(name), { seed: world.dice.int32(), numRuns: 40 })
  const fullest = values.reduce((a, b) =>
    Object.keys(plain(name, b)).length > Object.keys(plain(name, a)).length ? b : a,
  )
  return accompanied(fullest as JsonObject, companion(world, name, without))
}

class Decoded {
  record = ''
  value: object = {}
  got?: Observed<object>
}

async function decodes(world: World, name: string, value: object): Promise<void> {
  const answer = await decode(world, name, encoded(name, value))
  const got = answered(world, `a ${name} as Bob read it`, answer)
  Object.assign(world.scene(Decoded), { record: name, value, got })
}

When(
  'Bob decodes a random {record} without {word}',
  async function (this: World, name: string, field: string) {
    const { [field]: _, ...value } = everything(this, name, [field])
    await decodes(this, name, value)
  },
)

When(
  'Bob decodes a random {record} with the {word} {string}',
  async function (this: World, name: string, field: string, words: string) {
    const value = this.scene(Drafts).cell(name, field, words)
    await decodes(this, name, { ...everything(this, name, [field]), [field]: value })
  },
)

Then('he reads it as it was', function (this: World) {
  const { record, value, got } = this.scene(Decoded)
  const subject = `a ${record} as Bob read it`
  this.expect(subject, said(this, subject, record, got as Observed<object>)).equals(
    plain(record, value),
  )
})

/** One step of a schedule: what Bob does or gets, and how far the time moves, also backwards. */
interface Step {
  readonly does: 'send' | 'receive'
  /** Milliseconds that the clock of a received message is ahead of the time. */
  readonly ahead: number
  readonly later: number
}

const schedules = fc.array(
  fc.record({
    does: fc.constantFrom('send' as const, 'receive' as const),
    ahead: fc.integer({ min: -100_000, max: 100_000 }),
    later: fc.integer({ min: -50_000, max: 50_000 }),
  }),
  { minLength: 3, maxLength: 12 },
)

When(
  'many random schedules of sending, receiving and changes of the time are tried',
  function (this: World) {
    pending(this, () =>
      holds(this, {
        inputs: schedules,
        runs: 40,
        tell: (steps) =>
          steps.map(({ does, ahead, later }) => `${later} ms later ${does} ${ahead}`).join('; '),
        play: (steps) => playClock(this, steps),
      }),
    )
  },
)

Then('in each every sent clock is larger than all before it', function (this: World) {
  return played(this)
})

async function playClock(world: World, steps: readonly Step[]): Promise<void> {
  const nodes = world.scene(Nodes)
  world.now = START
  const chat = await nodes.join(['Bob'], 'PUBLIC_GROUP', { id: 'status' })
  let highest = 0n
  for (const [i, { does, ahead, later }] of steps.entries()) {
    world.now = Math.max(START - 40_000, world.now + later)
    if (does === 'receive') {
      const clock = String(world.now + ahead)
      const draft = world.scene(Drafts).make(`m${i}`, 'ChatMessage', 'Carol', { clock })
      await hand(world, 'Bob', draft)
      if (BigInt(clock) > highest) highest = BigInt(clock)
      continue
    }
    const chatId = chat.ids.get('Bob')?.value ?? ''
    const value = { text: `hello ${i}`, content_type: 'TEXT_PLAIN' }
    const sent = await world.act('Bob', 'payloads.send', { chatId, record: 'ChatMessage', value })
    const clock = sent.map((ok) => BigInt(ok.clock))
    const before = highest
    world
      .expect('the clock of what Bob sent', clock, String)
      .meets(`more than ${before}`, (one) => one > before)
    highest = clock.value
    await drain(world, 'Bob')
  }
  // A schedule that only receives ends with a message, so that there is something to compare.
  const chatId = chat.ids.get('Bob')?.value ?? ''
  const value = { text: 'the last', content_type: 'TEXT_PLAIN' }
  const sent = await world.act('Bob', 'payloads.send', { chatId, record: 'ChatMessage', value })
  world
    .expect(
      'the clock of the last message',
      sent.map((ok) => BigInt(ok.clock)),
      String,
    )
    .meets(`more than ${highest}`, (one) => one > highest)
}
