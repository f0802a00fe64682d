import { Then, When } from '@cucumber/cucumber'
import type { CommunityAddresses } from '../../adapters/contract/archives-pure.ts'
import { readingsOf, symmetricKey } from '../../proto/archives/topic-readings.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { People } from './people.ts'
import { keyOf, reading, type Topics, topicsOf } from './topics.ts'

/* Topics and keys as a client derives them from the key of a community. */

interface Derived {
  /** Compressed, hex. */
  readonly publicKey: string
  readonly addresses: CommunityAddresses
}

class Addresses {
  readonly all: Observed<Derived>[] = []
}

async function derive(world: World, publicKey: string): Promise<void> {
  world.dice.mark(keyOf(publicKey, 'chat').toString('hex'))
  const answer = await world.act('Alice', 'archives.addresses', { publicKey })
  world.scene(Addresses).all.push(answer.map((addresses) => ({ publicKey, addresses })))
}

When(
  /^a client derives the addresses of (\d+) communities( twice)?$/,
  async function (this: World, count: number, twice: string | null) {
    const people = new People(this.dice, this.seed)
    for (let i = 0; i < count * (twice ? 2 : 1); i += 1)
      await derive(this, people.owner(`owner ${i % count}`).publicKey)
  },
)

/** Demands something of every derivation. */
function every(
  world: World,
  subject: string,
  view: (one: Derived) => string,
  wanted: (one: Derived) => string,
  show: (one: Derived) => string = view,
): void {
  const { all } = world.scene(Addresses)
  if (all.length === 0) throw new Error('nothing was derived: add a When')
  for (const one of all)
    world
      .expect(subject, one, () => show(one.value))
      .meets(wanted(one.value), (got) => view(got) === wanted(got))
}

/** A topic with the readings under which it comes out so. */
function explained(topic: string, publicKey: string): string {
  const readings = readingsOf(Buffer.from(publicKey, 'hex'), topic)
  return readings.length > 0 ? `${topic}, which is reading ${readings.join(', ')}` : topic
}

const uses = {
  advertising: ['advertising', 'advertising'],
  events: ['events', 'events'],
  requests: ['requests', 'universal'],
  'shard info': ['shardInfo', 'shardInfo'],
} as const satisfies Record<string, readonly [keyof CommunityAddresses, keyof Topics]>

Then(
  /^every topic for "(advertising|events|requests|shard info)" is that of the reading declared$/,
  function (this: World, use: keyof typeof uses) {
    const [member, topic] = uses[use]
    const view = ({ addresses }: Derived) => addresses[member] ?? 'none'
    every(
      this,
      `${use} topic (reading topics: ${reading(this, 'topics', 'status-go')})`,
      view,
      ({ publicKey }) => topicsOf(this, publicKey)[topic],
      (one) => explained(view(one), one.publicKey),
    )
  },
)

Then('every symmetric key is that of the reading P1', function (this: World) {
  every(
    this,
    'symmetric key',
    ({ addresses }) => addresses.symmetricKey,
    ({ publicKey }) => symmetricKey(Buffer.from(publicKey, 'hex'), 'P1').toString('hex'),
    ({ publicKey, addresses }) => {
      const key = Buffer.from(publicKey, 'hex')
      const found = (['P2', 'P3', 'P4'] as const).find(
        (name) => symmetricKey(key, name).toString('hex') === addresses.symmetricKey,
      )
      return `${addresses.symmetricKey}${found ? `, which is reading ${found}` : ''}`
    },
  )
})

Then(
  'the advertising topics of the same community are equal and those of others are not',
  function (this: World) {
    const { all } = this.scene(Addresses)
    const byKey = Map.groupBy(all, ({ value }) => value.publicKey)
    const topics = [...byKey.values()].map((same) => [
      ...new Set(same.map(({ value }) => value.addresses.advertising)),
    ])
    const [first] = all
    if (!first) throw new Error('nothing was derived: add a When')
    this.expect(
      'advertising topics of each community',
      first.map(() => topics),
    ).meets(
      'one for each, all different',
      (got) =>
        got.length > 1 &&
        got.every((one) => one.length === 1) &&
        new Set(got.flat()).size === got.length,
    )
  },
)

/** Forms of 23 and 56 as the features write them. */
const forms: Readonly<Record<string, RegExp>> = {
  '/waku/1/0x<hex>/rfc26': /^\/waku\/1\/0x[0-9a-fA-F]+\/rfc26$/,
  '/…<eight digits>/…': /\/(?:0x)?[0-9a-fA-F]{8}\//,
  '/…0x<lower-case digits>/…': /\/0x[0-9a-f]+\//,
}

Then('every topic has the form {string}', function (this: World, name: string) {
  const form = forms[name]
  if (!form) throw new Error(`expected one of ${Object.keys(forms).join(', ')}, got ${name}`)
  for (const one of this.scene(Addresses).all) {
    const topics = one.map(({ addresses: { symmetricKey: _, ...rest } }) => Object.values(rest))
    this.expect('topics', topics).meets(
      name,
      (all) => all.length > 2 && all.every((topic) => form.test(topic)),
    )
  }
})
