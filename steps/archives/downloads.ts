import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { Member } from './member.ts'
import { weeks } from './parameters.ts'

/* Which files Bob downloads from his Codex node. */

/** CIDs by what the scenario calls them. */
export function named(world: World, cids: readonly string[]): string[] {
  const control = world.scene(ControlNode)
  return cids.map((cid) => {
    const week = control.weeks.findLast((made) => made.cid === cid)
    if (week) return weekName(week.number)
    if (control.older.includes(cid)) return 'an older index'
    const index = control.indices.indexOf(cid)
    if (index < 0) return `unknown ${cid}`
    return index === control.indices.length - 1 ? 'the index' : 'an older index'
  })
}

export const weekName = (number: number) => `week ${number}`
export const words = (names: unknown) => (names as string[]).join(', ') || 'nothing'

const sorted = (names: readonly string[]) =>
  names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** The files that Bob downloaded, by name, in order of the names. */
export function downloaded(world: World) {
  const member = world.scene(Member)
  return member.client.saw(sorted(named(world, member.downloaded())))
}

export function expectDownloads(world: World, wanted: readonly string[]): void {
  world.expect("Bob's downloads", downloaded(world), words).equals(sorted(wanted))
}

Then('Bob has downloaded', function (this: World, table: DataTable) {
  const files = table.raw().map(([file = '']) => file)
  expectDownloads(
    this,
    files
      .filter((file) => file !== 'nothing' && file !== 'nothing else')
      .flatMap((file) => (file.startsWith('week') ? weeks(file).map(weekName) : [file])),
  )
})

Then('Bob has downloaded the index', function (this: World) {
  this.expect("Bob's downloads", downloaded(this), words).meets('the index among them', (names) =>
    names.includes('the index'),
  )
})

Then('Bob knows the keys of the index', async function (this: World) {
  const control = this.scene(ControlNode)
  const known = await this.act('Bob', 'archives.knownKeys', { communityId: control.community.id })
  const wanted = control.entries().map(({ key }) => key)
  this.expect(
    'keys that Bob knows',
    known.map(({ keys }) => keys.toSorted()),
  ).equals(wanted.toSorted())
})
