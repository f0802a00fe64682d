import { type DataTable, Then } from '@cucumber/cucumber'
import { downloads } from '../../adapters/codex/journal.ts'
import type { World } from '../world.ts'
import { ControlNode, OtherControlNode } from './control-node.ts'
import { demanded } from './demanded.ts'
import { downloaded, expectDownloads, named, weekName, words } from './downloads.ts'
import { Member } from './member.ts'

/* How and when Bob asks his Codex node for files. */

const archives = (names: readonly string[]) => names.filter((name) => name.startsWith('week'))

/** What Bob's downloads can be asked to have. */
const properties: Readonly<Record<string, (world: World) => void>> = {
  'archives: none'(world) {
    world
      .expect("Bob's downloads", downloaded(world), words)
      .avoids('no archive', (names) => archives(names).length === 0)
  },
  'archives: those of the option he declares'(world) {
    const all = world.scene(ControlNode).weeks.map(({ number }) => weekName(number))
    const option = String(world.hello.settings?.['archives.downloadOption'] ?? 'all')
    if (option === 'all') expectDownloads(world, ['the index', ...all])
    else if (option === 'latest') expectDownloads(world, ['the index', ...all.slice(-1)])
    else
      world.fail({
        kind: 'not-measured',
        subject: 'the default download option',
        wanted: 'all or latest, in settings archives.downloadOption',
        got: option,
      })
  },
  'index: the newest alone'(world) {
    const indices = downloaded(world).map((names) =>
      names.filter((name) => archives([name]).length === 0),
    )
    world.expect('indices that Bob downloaded', indices, words).equals(['the index'])
  },
  'index: once'(world) {
    const { client, requests } = asked(world)
    const cid = world.scene(ControlNode).indices.at(-1)
    const count = requests.filter((one) => one.cid === cid && downloads.includes(one.call)).length
    world.expect('downloads of the index', client.saw(count)).equals(1)
  },
  'index: before any archive'(world) {
    const { member, client } = asked(world)
    const names = named(world, member.downloaded())
    world
      .expect("Bob's downloads in order", client.saw(names), words)
      .meets(
        'the index first and archives after it',
        ([first, ...rest]) => first === 'the index' && archives(rest).length > 0,
      )
  },
  'index: the first CID that is asked for'(world) {
    const { member, client } = asked(world)
    const [first = 'nothing'] = named(world, member.asked())
    world.expect('what Bob asked for first', client.saw(first)).equals('the index')
  },
  'nodes: his own alone'(world) {
    const { member, client } = asked(world)
    const others = member.scene.codex.journal.entries().filter(({ node }) => node !== 'Bob')
    world
      .expect('requests to other Codex nodes', client.saw(others.length))
      .avoids('none', (count) => count === 0)
  },
  'parts: none'(world) {
    const { client, requests } = asked(world)
    const ranges = requests.flatMap(({ headers }) => headers.range ?? [])
    world.expect('Range headers', client.saw(ranges), words).equals([])
  },
  'start: 20 seconds after the last announcement or later'(world) {
    const { client, requests } = asked(world)
    const [first] = requests
    const after = first && first.at - world.scene(ControlNode).announcedAt
    world
      .expect('milliseconds from the last announcement to the first request', client.saw(after))
      .meets('at least 20000', (got) => got !== undefined && got >= 20_000)
  },
}

/** Bob's requests to Codex since they count. */
function asked(world: World) {
  const member = world.scene(Member)
  const requests = member.scene.codex.journal.entries('Bob', member.since)
  return { member, client: member.client, requests }
}

Then("Bob's downloads have", function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) check(this)
})

/** What Bob may not have asked for, and whether he did not. */
const unasked: Readonly<Record<string, (world: World, cids: readonly string[]) => boolean>> = {
  anything: (_, cids) => cids.length === 0,
  'a magnet link': (_, cids) => cids.every((cid) => !cid.startsWith('magnet')),
  'the index of another community'(world, cids) {
    const [index] = world.scene(OtherControlNode).indices
    return index !== undefined && !cids.includes(index)
  },
}

Then('Bob has not asked Codex for {string}', function (this: World, what: string) {
  const holds = unasked[what]
  if (!holds) throw new Error(`expected one of ${Object.keys(unasked).join(', ')}, got ${what}`)
  const { member, client } = asked(this)
  this.expect('what Bob asked Codex for', client.saw(member.asked()), (cids) =>
    words(named(this, cids as string[])),
  ).avoids(`not ${what}`, (cids) => holds(this, cids))
})
