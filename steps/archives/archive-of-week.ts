import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { demanded } from './demanded.ts'
import { week } from './moment.ts'
import { hasOnly, tell } from './record-table.ts'
import { Scene } from './scene.ts'
import type { Listed } from './shelf.ts'

/* The archive of one week, as its bytes say. */

/** Demands something of the archives of a week, of which there is at least one. */
async function ofWeek<T>(
  world: World,
  number: number,
  subject: string,
  view: (one: Listed, archived: Archived) => T,
  wanted: string,
  holds: (value: T, archived: Archived) => boolean,
  show: (value: T, archived: Archived) => string = String,
): Promise<void> {
  const scene = world.scene(Scene)
  const archived = await Archived.of(scene)
  const values = archived.ofWeek(number).map((one) => view(one, archived))
  world
    .expect(
      `${subject} of week ${number}`,
      scene.existing('Alice').saw(values),
      () => values.map((value) => show(value, archived)).join('; ') || 'no archive of that week',
    )
    .meets(wanted, (all) => all.length > 0 && all.every((value) => holds(value, archived)))
}

/** Demands a bound of the range that the archive itself says. `weeks`: from the creation. */
function bound(side: 'from' | 'to', words: string, weeks: (number: number) => number) {
  return (world: World, number: number) => {
    const at = world.scene(Scene).at(BigInt(weeks(number)) * week)
    return ofWeek(
      world,
      number,
      side,
      (one, archived) => archived.shelf.nanoseconds(one.archive?.metadata?.[side] ?? 0n),
      `the ${words} of week ${number}`,
      (moment) => moment === at,
      (moment, archived) => archived.show(moment),
    )
  }
}

/** What the archive of a week can be asked to have. */
const properties: Readonly<Record<string, (world: World, number: number) => Promise<void>>> = {
  'from: the start of the week': bound('from', 'start', (number) => number - 1),
  'to: the end of the week': bound('to', 'end', (number) => number),
  'length: seven days'(world, number) {
    return ofWeek(
      world,
      number,
      'to minus from',
      (one, archived) => archived.range(one).to - archived.range(one).from,
      `${week} ns`,
      (length) => length === week,
    )
  },
  'from: before to'(world, number) {
    return ofWeek(
      world,
      number,
      'from and to',
      (one) => one.archive?.metadata,
      'from before to',
      (metadata) => metadata !== undefined && metadata.from < metadata.to,
      (metadata) => `${metadata?.from} and ${metadata?.to}`,
    )
  },
  async 'topics: those of all channels, each once'(world, number) {
    const { id, topics } = world.scene(Scene).community()
    const { value } = await world.act('Alice', 'archives.community', { communityId: id })
    const wanted = value.channelTopics.toSorted()
    await ofWeek(
      world,
      number,
      'contentTopic',
      (one) => (one.archive?.metadata?.contentTopic ?? []).toSorted(),
      wanted.join(', '),
      (got) => got.join() === wanted.join() && got.includes(topics.universal),
      (got) => got.join(', ') || 'nothing',
    )
  },
  'end: no padding'(world, number) {
    const fields = new Map([
      [1, 0],
      [2, 2],
      [3, 2],
    ])
    return ofWeek(
      world,
      number,
      'the archive',
      (one, archived) => one.file && archived.shelf.unpack(one.file),
      'no field 4 and no zeros at the end',
      (bytes) => bytes?.subarray(-4).some((byte) => byte !== 0) === true && hasOnly(bytes, fields),
      (bytes) => `${tell(bytes)}, ${bytes?.length} bytes`,
    )
  },
}

Then(
  'the archive of week {int} has',
  async function (this: World, number: number, table: DataTable) {
    for (const check of demanded(table, properties)) await check(this, number)
  },
)
