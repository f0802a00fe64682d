import { type DataTable, Then } from '@cucumber/cucumber'
import { downloads } from '../../adapters/codex/journal.ts'
import type { World } from '../world.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { Member } from './member.ts'
import { weeks } from './parameters.ts'

/* What Bob asks of his Codex node. */

/** CIDs by what the scenario calls them. */
function named(world: World, cids: readonly string[]): string[] {
  const control = world.scene(ControlNode)
  return cids.map((cid) => {
    const week = control.weeks.findLast((made) => made.cid === cid)
    if (week) return `week ${week.number}`
    if (control.older.includes(cid)) return 'an older index'
    const index = control.indices.indexOf(cid)
    if (index < 0) return `unknown ${cid}`
    return index === control.indices.length - 1 ? 'the index' : 'an older index'
  })
}

const sorted = (names: readonly string[]) =>
  names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const words = (names: unknown) => (names as string[]).join(', ') || 'nothing'

/** The files that Bob downloaded, by name, in order of the names. */
function downloaded(world: World) {
  const member = world.scene(Member)
  return member.client.saw(sorted(named(world, member.downloaded())))
}

function expectDownloads(world: World, wanted: readonly string[]): void {
  world.expect("Bob's downloads", downloaded(world), words).equals(sorted(wanted))
}

const weekNames = (numbers: readonly number[]) => numbers.map((number) => `week ${number}`)

Then('Bob has downloaded nothing', function (this: World) {
  expectDownloads(this, [])
})

Then('Bob has downloaded', function (this: World, table: DataTable) {
  const files = table.raw().map(([file = '']) => file)
  expectDownloads(
    this,
    files
      .filter((file) => file !== 'nothing else')
      .flatMap((file) => (file.startsWith('week') ? weekNames(weeks(file)) : [file])),
  )
})

Then('Bob has downloaded the index', function (this: World) {
  this.expect("Bob's downloads", downloaded(this), words).meets('the index among them', (names) =>
    names.includes('the index'),
  )
})

Then('Bob has downloaded no archive', function (this: World) {
  this.expect("Bob's downloads", downloaded(this), words).avoids('no archive', (names) =>
    names.every((name) => !name.startsWith('week')),
  )
})

Then('Bob has downloaded the index and no older one', function (this: World) {
  const indices = downloaded(this).map((names) => names.filter((name) => !name.startsWith('week')))
  this.expect('indices that Bob downloaded', indices, words).equals(['the index'])
})

Then('Bob has downloaded the index once', function (this: World) {
  const control = this.scene(ControlNode)
  const member = this.scene(Member)
  const cid = control.indices.at(-1)
  const requests = control.scene.codex.journal
    .entries('Bob', member.since)
    .filter((entry) => entry.cid === cid && downloads.includes(entry.call))
  this.expect('downloads of the index', member.client.saw(requests.length)).equals(1)
})

Then('Bob has downloaded the index before any archive', function (this: World) {
  const member = this.scene(Member)
  const names = named(this, member.downloaded())
  this.expect("Bob's downloads in order", member.client.saw(names), words).meets(
    'the index first and archives after it',
    ([first, ...rest]) => first === 'the index' && rest.some((name) => name.startsWith('week')),
  )
})

Then('the first CID that Bob asked for is that of the index', function (this: World) {
  const member = this.scene(Member)
  const [first = 'nothing'] = named(this, member.asked())
  this.expect('what Bob asked for first', member.client.saw(first)).equals('the index')
})

/** What Bob may not have asked for, and whether he did not. */
const unasked: Readonly<Record<string, (world: World, cids: readonly string[]) => boolean>> = {
  anything: (_, cids) => cids.length === 0,
  'a magnet link': (_, cids) => cids.every((cid) => !cid.startsWith('magnet')),
  "the other community's index"(world, cids) {
    const [index] = world.scene(OtherControlNode).indices
    return index !== undefined && !cids.includes(index)
  },
}

Then('Bob has not asked Codex for {string}', function (this: World, what: string) {
  const holds = unasked[what]
  if (!holds) throw new Error(`expected one of ${Object.keys(unasked).join(', ')}, got ${what}`)
  const member = this.scene(Member)
  this.expect('what Bob asked Codex for', member.client.saw(member.asked()), (cids) =>
    words(named(this, cids as string[])),
  ).avoids(`not ${what}`, (cids) => holds(this, cids))
})

Then("only Bob's Codex node was asked", function (this: World) {
  const member = this.scene(Member)
  const { journal } = member.scene.codex
  const others = journal.entries().filter(({ node }) => node !== 'Bob')
  this.expect('requests to other Codex nodes', member.client.saw(others.length)).avoids(
    'none',
    (count) => count === 0,
  )
})

Then('no download was for a part of a file', function (this: World) {
  const member = this.scene(Member)
  const ranges = member.scene.codex.journal
    .entries('Bob')
    .flatMap(({ headers }) => headers.range ?? [])
  this.expect('Range headers', member.client.saw(ranges), words).equals([])
})

Then(
  'Bob asked Codex no earlier than {int} seconds after the last announcement',
  function (this: World, seconds: number) {
    const control = this.scene(ControlNode)
    const member = this.scene(Member)
    const [first] = control.scene.codex.journal.entries('Bob', member.since)
    const after = first === undefined ? undefined : first.at - control.announcedAt
    this.expect(
      'milliseconds from the last announcement to the first request',
      member.client.saw(after),
    ).meets(`at least ${seconds * 1_000}`, (got) => got !== undefined && got >= seconds * 1_000)
  },
)

Then(
  'the archives that Bob downloaded are those of the option he declares',
  function (this: World) {
    const control = this.scene(ControlNode)
    const option = String(this.hello.settings?.['archives.downloadOption'] ?? 'all')
    const all = control.weeks.map(({ number }) => number)
    if (option === 'all') return expectDownloads(this, ['the index', ...weekNames(all)])
    if (option === 'latest')
      return expectDownloads(this, ['the index', ...weekNames(all.slice(-1))])
    return this.fail({
      kind: 'not-measured',
      subject: 'the default download option',
      wanted: 'all or latest, in settings archives.downloadOption',
      got: option,
    })
  },
)

Then('Bob knows the keys of the index', async function (this: World) {
  const control = this.scene(ControlNode)
  const known = await this.act('Bob', 'archives.knownKeys', { communityId: control.community.id })
  const wanted = control.entries().map(({ key }) => key)
  this.expect(
    'keys that Bob knows',
    known.map(({ keys }) => keys.toSorted()),
  ).equals(wanted.toSorted())
})
