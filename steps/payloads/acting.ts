import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { Act } from '../../adapters/contract/payloads-acts.ts'
import type { JsonObject } from '../../proto/payloads/json.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Drafts } from './drafts.ts'
import { compressed } from './keys.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'
import { read } from './records.ts'
import { drain } from './sending.ts'
import { ABSENT } from './values.ts'
import { open } from './wrapping.ts'

/* What a user does besides writing, and what the node sends because of it. */

/** One record that a node sent, and to whom. */
interface Post {
  readonly record: string
  readonly to: { readonly kind: string; readonly id: string }
  readonly bytes: string
}

class Posts {
  all?: Observed<Post[]>
}

/** Lets a node act, and keeps what it sends then. */
export async function perform(world: World, act: Act, device = 'Bob'): Promise<void> {
  world.scene(People)
  await world.scene(Nodes).start('Bob', device)
  await drain(world, device)
  await world.act(device, 'payloads.act', { act })
  await collect(world, device)
}

export async function collect(world: World, device = 'Bob'): Promise<void> {
  world.scene(Posts).all = await drain(world, device)
}

const ADDS = /^Bob (adds|added) (.+) as contacts?$/
Given(ADDS, async function (this: World, _tense: string, names: string) {
  for (const name of names.split(/, | and /))
    await perform(this, {
      action: 'addContact',
      publicKey: this.scene(People).get(name).publicKey,
    })
})

const NAMES = /^Bob (changes|changed) his ENS name to "([^"]+)"$/
Given(NAMES, async function (this: World, _tense: string, ensName: string) {
  await perform(this, { action: 'setProfile', ensName: this.scene(People).named(ensName) })
})

When(
  'Bob changes his profile image to the bytes {string}',
  async function (this: World, image: string) {
    await perform(this, { action: 'setProfile', image })
  },
)

const PASSES = /^(all but a second of )?the interval of contact updates (?:passes|passed)$/
Given(PASSES, async function (this: World, less: string | null) {
  const interval = Number(this.hello.settings?.['payloads.contactUpdateIntervalMs'])
  if (!(interval > 1_000))
    this.fail({
      kind: 'not-measured',
      subject: 'the setting payloads.contactUpdateIntervalMs',
      wanted: 'a number of milliseconds above 1000',
      got: String(this.hello.settings?.['payloads.contactUpdateIntervalMs'] ?? 'not declared'),
    })
  await drain(this, 'Bob')
  this.now += less ? interval - 1_000 : interval
  await collect(this)
})

Given('Bob has another device', async function (this: World) {
  await perform(this, { action: 'pairDevice' })
})

When('Bob joins the public chat {string}', async function (this: World, id: string) {
  await drain(this, 'Bob')
  await this.scene(Nodes).join(['Bob'], 'PUBLIC_GROUP', { id: this.scene(People).named(id) })
  await collect(this)
})

Given('Bob has two devices', async function (this: World) {
  for (const device of ['Bob', 'Bob’s other device'])
    await perform(this, { action: 'pairDevice' }, device)
})

const DESCRIBES = /^Bob (describes|described) his device as the (ios|android|desktop) "([^"]+)"$/
Given(
  DESCRIBES,
  async function (
    this: World,
    _tense: string,
    deviceType: 'ios' | 'android' | 'desktop',
    name: string,
  ) {
    this.scene(Installations).before = this.scene(Installations).last
    await perform(this, {
      action: 'describeDevice',
      deviceType,
      name: this.scene(People).named(name),
    })
    this.scene(Installations).last = installation(this)
  },
)

class Installations {
  before: Observed<string> | undefined
  last: Observed<string> | undefined
  both: Observed<string>[] = []
}

function installation(world: World): Observed<string> {
  const [got] = recordsOf(world, 'SyncPairInstallation')
  return (got as Observed<JsonObject>).map((value) => String(value.installation_id ?? ''))
}

When('both describe themselves', async function (this: World) {
  for (const device of ['Bob', 'Bob’s other device']) {
    const name = this.scene(People).named('mine')
    await perform(this, { action: 'describeDevice', deviceType: 'desktop', name }, device)
    this.scene(Installations).both.push(installation(this))
  }
})

Then('their installation ids are set and differ', function (this: World) {
  const [one, other] = this.scene(Installations).both as [Observed<string>, Observed<string>]
  this.expect('the installation id', one).meets('set', (id) => id !== '')
  this.expect("the other device's", other).meets(
    `set, and not ${one.value}`,
    (id) => id !== '' && id !== one.value,
  )
})

Then('its installation id is as before', function (this: World) {
  const { before, last } = this.scene(Installations)
  this.expect('the installation id', last as Observed<string>).equals(before?.value ?? '')
})

function posts(world: World): Observed<Post[]> {
  const { all } = world.scene(Posts)
  if (!all) throw new Error('nobody has done anything: add a When')
  return all
}

/** What a node sent of one kind, as another decoder reads it. */
export function recordsOf(world: World, name: string): Observed<JsonObject>[] {
  const { profile } = world.scene(People)
  const sent = posts(world)
  const of = sent.value.filter(({ record }) => record === name)
  if (of.length === 0)
    world.fail({
      kind: 'deviation',
      subject: `what Bob sent`,
      wanted: `a ${name}`,
      got: sent.value.map(({ record }) => record).join(', ') || 'nothing',
      call: sent.call,
    })
  return of.map(({ bytes }) => {
    const payload = sent.map(() => open(profile, bytes)?.payload ?? '')
    return read(world, `the ${name} that Bob sent`, name, payload)
  })
}

const GOES = /^an? (\w+) goes (privately to the community|to .+) and to nobody else$/
Then(GOES, function (this: World, name: string, whom: string) {
  const got = posts(this).map((all) =>
    all
      .filter(({ record }) => record === name)
      .map(({ to }) => whoIs(this, to))
      .sort(),
  )
  this.expect(`to whom Bob sent a ${name}`, got).equals(
    / the community$/.test(whom)
      ? [whom]
      : whom
          .slice(3)
          .split(/, | and /)
          .sort(),
  )
})

/** A destination in the words of the features. */
function whoIs(world: World, { kind, id }: Post['to']): string {
  if (kind === 'devices') return 'his devices'
  const isCommunity = id === communityOf(world, 'Carol')
  if (isCommunity) return kind === 'private' ? 'privately to the community' : 'to the community'
  return kind === 'private' ? world.scene(People).nameOf(id) : `${kind} ${id}`
}

/** The id of a community whose key somebody has: compressed, hex. */
export function communityOf(world: World, owner: string): string {
  const id = compressed(world.scene(People).get(`community of ${owner}`).publicKey)
  world.dice.mark(id)
  return id
}

Then('no {record} is sent', function (this: World, name: string) {
  const got = posts(this).map((all) => all.filter(({ record }) => record === name).length)
  this.expect(`how often Bob sent a ${name}`, got).avoids('0', (count) => count === 0)
})

Then('each {record} has', function (this: World, name: string, table: DataTable) {
  for (const got of recordsOf(this, name))
    for (const [field, words] of Object.entries(table.rowsHash())) {
      const wanted =
        words === 'the community'
          ? communityOf(this, 'Carol')
          : words === ABSENT
            ? undefined
            : this.scene(Drafts).cell(name, field, words)
      this.expect(
        `${field} of the ${name}`,
        got.map((value) => value[field] as unknown),
      ).equals(wanted)
    }
})

Then(
  'the ContactUpdate to {person} has the clock {moment}',
  function (this: World, who: string, words: string) {
    const { publicKey } = this.scene(People).get(who)
    const sent = posts(this)
    const index = sent.value
      .filter(({ record }) => record === 'ContactUpdate')
      .findIndex(({ to }) => to.id === publicKey)
    const got = recordsOf(this, 'ContactUpdate')[index]
    if (!got)
      return this.fail({
        kind: 'deviation',
        subject: 'what Bob sent',
        wanted: `a ContactUpdate to ${who}`,
        got: 'none',
        call: sent.call,
      })
    this.expect(
      `the clock of the ContactUpdate to ${who}`,
      got.map((value) => value.clock),
    ).equals(String(momentAt(this.now, words)))
  },
)

const KNOWS = /^Bob knows (\w+) as "([^"]*)"(?:, (verified|not verified))?$/
Then(KNOWS, async function (this: World, who: string, name: string, how: string | null) {
  const { publicKey } = this.scene(People).get(who)
  const contact = await this.act('Bob', 'payloads.contact', { publicKey })
  this.expect(
    `the name of ${who}`,
    contact.map(({ ensName }) => ensName),
  ).equals(this.scene(People).known(name))
  if (how)
    this.expect(
      `whether the name is ${who}'s`,
      contact.map(({ ensVerified }) => ensVerified),
    ).equals(how === 'verified')
})
