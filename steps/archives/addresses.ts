import { type DataTable, Then, When } from '@cucumber/cucumber'
import type { CommunityAddresses } from '../../adapters/contract/archives-pure.ts'
import { readingsOf, symmetricKey } from '../../proto/archives/topic-readings.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { demanded } from './demanded.ts'
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
  'a client derives the addresses of {int} communities',
  async function (this: World, count: number) {
    const people = new People(this.dice, this.seed)
    for (let i = 0; i < count; i += 1) await derive(this, people.owner(`owner ${i}`).publicKey)
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

/** Demands of a topic that it is the one of the reading that the client declares. */
function ofReading(member: keyof CommunityAddresses, topic: keyof Topics) {
  return (world: World) => {
    const view = ({ addresses }: Derived) => addresses[member] ?? 'none'
    every(
      world,
      `${member} topic (reading topics: ${reading(world, 'topics', 'status-go')})`,
      view,
      ({ publicKey }) => topicsOf(world, publicKey)[topic],
      (one) => explained(view(one), one.publicKey),
    )
  }
}

/** Demands a form of all topics. */
function ofForm(name: string, form: RegExp) {
  return (world: World) => {
    for (const one of world.scene(Addresses).all) {
      const topics = one.map(({ addresses: { symmetricKey: _, ...rest } }) => Object.values(rest))
      world
        .expect('topics', topics)
        .meets(name, (all) => all.length > 2 && all.every((topic) => form.test(topic)))
    }
  }
}

/** What the addresses of communities can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
  'advertising topic: of the reading declared': ofReading('advertising', 'advertising'),
  'events topic: of the reading declared': ofReading('events', 'events'),
  'requests topic: of the reading declared': ofReading('requests', 'universal'),
  'shard info topic: of the reading declared': ofReading('shardInfo', 'shardInfo'),
  'symmetric key: of the reading P1'(world) {
    every(
      world,
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
  },
  'advertising topic: one for each community'(world) {
    const { all } = world.scene(Addresses)
    const byKey = Map.groupBy(all, ({ value }) => value.publicKey)
    const topics = [...byKey.values()].map((same) => [
      ...new Set(same.map(({ value }) => value.addresses.advertising)),
    ])
    const [first] = all
    if (!first || all.length === byKey.size)
      throw new Error('nothing was derived twice: add a When')
    world
      .expect(
        'advertising topics of each community',
        first.map(() => topics),
      )
      .meets(
        'one for each, all different',
        (got) =>
          got.length > 1 &&
          got.every((one) => one.length === 1) &&
          new Set(got.flat()).size === got.length,
      )
  },
  'topics: of the form /waku/1/0x<hex>/rfc26': ofForm(
    '/waku/1/0x<hex>/rfc26',
    /^\/waku\/1\/0x[0-9a-fA-F]+\/rfc26$/,
  ),
  'topics: of the form /…<eight digits>/…': ofForm(
    '/…<eight digits>/…',
    /\/(?:0x)?[0-9a-fA-F]{8}\//,
  ),
  'topics: of the form /…0x<lower-case digits>/…': ofForm(
    '/…0x<lower-case digits>/…',
    /\/0x[0-9a-f]+\//,
  ),
}

Then('the addresses have', function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})
