import { type DataTable, Then } from '@cucumber/cucumber'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { record } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Accounts, communityOf } from './community.ts'
import { Drafts } from './drafts.ts'
import { Installations } from './installations.ts'
import { People } from './people.ts'
import { decoded, read } from './records.ts'
import { ABSENT } from './values.ts'
import { open } from './wrapping.ts'

/* What a node sent of its own accord or because of what its user did, and to whom. */

/** One record that a node sent, and to whom. */
export type Post = Ok<'payloads.drain'>['items'][number]

class Posts {
  all?: Observed<Post[]>
}

/** The outbox since the last look, as the client says it. */
export function drain(world: World, name: string): Promise<Observed<Post[]>> {
  return world.act(name, 'payloads.drain', {}).then((ok) => ok.map(({ items }) => items))
}

/** The same, kept for the Thens. */
export async function collect(world: World, name = 'Bob'): Promise<Observed<Post[]>> {
  const all = await drain(world, name)
  world.scene(Posts).all = all
  return all
}

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

/** To whom a node sent what it sent of one kind, in the words of the features. */
function recipients(world: World, name: string): Observed<string[]> {
  return posts(world).map((all) =>
    all.filter(({ record }) => record === name).map(({ to }) => whoIs(world, to)),
  )
}

function whoIs(world: World, { kind, id }: Post['to']): string {
  const toCommunity = id === communityOf(world, 'Carol')
  const toChat = id === world.scene(Nodes).current?.to
  switch (kind) {
    case 'devices':
      return 'his devices'
    case 'public':
      return toChat ? 'everybody' : `${kind} ${id}`
    case 'group':
      return toChat ? 'the group' : `${kind} ${id}`
    case 'community':
      return toChat || toCommunity ? 'the community' : `${kind} ${id}`
    case 'private':
      return toCommunity ? 'the community, privately' : world.scene(People).nameOf(id)
  }
}

/** One column for each record that was sent; a single one without recipients is for all of them. */
Then('each {record} has', function (this: World, name: string, table: DataTable) {
  const rows = table.raw().map(([field = '', ...words]) => ({ field, words }))
  const sent = recordsOf(this, name)
  const to = recipients(this, name)
  const named = rows.find(({ field }) => field === 'to')?.words
  if (named) {
    const got = to.map((all) => all.toSorted())
    this.expect(`to whom Bob sent a ${name}`, got).equals(named.toSorted())
  }
  for (const { field, words } of rows.filter((row) => row.field !== 'to'))
    for (const [i, got] of sent.entries()) {
      const column = named && named.length > 1 ? named.indexOf(to.value[i] as string) : 0
      compare(this, name, field, words[column] as string, got)
    }
})

function compare(
  world: World,
  name: string,
  path: string,
  words: string,
  got: Observed<JsonObject>,
): void {
  const subject = `${path} of the ${name}`
  const value = got.map((one) => valueAt(one, path))
  if (path === 'installation_id') return world.scene(Installations).compare(words, value)
  const wanted = wantedAt(world, name, path, words)
  world.expect(subject, value).equals(wanted)
}

function wantedAt(world: World, name: string, path: string, words: string): unknown {
  if (words === ABSENT) return undefined
  if (words === 'the community') return communityOf(world, 'Carol')
  if (words === 'the two accounts') return world.scene(Accounts).last
  const [holder, field] = fieldAt(name, path)
  return world.scene(Drafts).cell(holder, field, words)
}

/** The record and the field that a path such as `chats.general.identity.color` ends in. */
function fieldAt(name: string, path: string): [string, string] {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) return [name, first]
  const field = record(name).type.fields[first]
  const inner = field?.resolvedType?.name
  if (inner === undefined) throw new Error(`expected a record in ${name}.${first}`)
  return fieldAt(inner, rest.slice(field?.map ? 1 : 0).join('.'))
}

function valueAt(value: JsonObject, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((one, key) => (one as JsonObject | undefined)?.[key], value)
}

/** Of a kind of record, or of a content type. */
Then('no {word} is sent', function (this: World, name: string) {
  const got = posts(this).map(
    (all) => all.filter((post) => [post.record, contentType(this, post)].includes(name)).length,
  )
  this.expect(`how often Bob sent a ${name}`, got).avoids('0', (count) => count === 0)
})

function contentType(world: World, { bytes, record: name }: Post): unknown {
  const payload = open(world.scene(People).profile, bytes)?.payload
  if (name !== 'ChatMessage' || payload === undefined) return undefined
  try {
    return decoded(name, payload).content_type
  } catch {
    return undefined
  }
}
