import { Then, When } from '@cucumber/cucumber'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { type Behaviour, schedules, tell } from './schedule.ts'
import { type Report, Simulation } from './simulation.ts'

/* What many peers come to on schedules with loss, delay, repeats, partitions and dishonest voters. */

interface Setting {
  readonly n: number
  readonly dishonest: number
  readonly behaviour: Behaviour
  readonly loss: boolean
}

const settings = new WeakMap<World, Setting>()
const behaviours: Readonly<Record<string, Behaviour>> = {
  forge: 'forge',
  replay: 'replay',
  'are silent': 'silent',
  equivocates: 'equivocate',
}

When(
  /^(\d+) peers vote on random schedules(?: and (\d+) of them (.+))?$/,
  function (this: World, n: string, dishonest: string | null, behaves: string | null) {
    // The law that they are played for comes with the Then, which plays them.
    const behaviour = behaviours[behaves ?? ''] ?? 'honest'
    settings.set(this, { n: Number(n), dishonest: Number(dishonest ?? 0), behaviour, loss: true })
  },
)

When('{int} peers vote on random schedules without loss', function (this: World, n: number) {
  settings.set(this, { n, dishonest: 0, behaviour: 'honest', loss: false })
})

Then('in every schedule no honest peer decides against another', function (this: World) {
  return play(this, (setting, reports) => nobodyDisagrees(this, setting, reports))
})

Then(
  'in every schedule no honest peer decides against another, and false votes count nowhere',
  function (this: World) {
    return play(this, (setting, reports) => {
      nobodyDisagrees(this, setting, reports)
      genuineVotesDecide(this, setting, reports)
    })
  },
)

Then('in every schedule all honest peers have the same result', function (this: World) {
  return play(this, (_, reports) => {
    const last = new Map(reports.map((report) => [report.peer, report]))
    const [first] = last.values()
    for (const { peer, result } of last.values())
      this.expect(`${peer}'s result at the end`, result).equals(first?.result.value ?? 'UNKNOWN')
  })
})

function nobodyDisagrees(world: World, { n }: Setting, reports: readonly Report[]): void {
  const decided = reports.map((report) => ({ ...report, side: sideOf(report, n) }))
  const first = decided.find(({ side }) => side !== 'none')
  for (const { peer, result, side } of decided)
    world
      .expect(`${peer}'s result`, result)
      .meets(
        first ? `${first.side}, as ${first.peer} decided, or none` : 'any',
        () => side === 'none' || side === first?.side,
      )
}

function genuineVotesDecide(world: World, { n }: Setting, reports: readonly Report[]): void {
  for (const { peer, result, genuine } of reports)
    world
      .expect(
        `${peer}'s result, given ${genuine.yes} genuine YES and ${genuine.no} genuine NO`,
        result,
      )
      .meets('a result that these can give', (said) => {
        if (said === 'YES') return 2 * genuine.yes > n
        return said !== 'NO' || 2 * genuine.no >= n
      })
}

/** The side a peer decided for. A NO without a majority of NO is a tie under REJECT, and no side (AMB-28, AMB-31). */
function sideOf({ result, genuine }: Report, n: number): 'YES' | 'NO' | 'none' {
  if (result.value === 'YES') return 'YES'
  return result.value === 'NO' && 2 * genuine.no > n ? 'NO' : 'none'
}

type Law = (setting: Setting, reports: readonly Report[]) => void

function play(world: World, law: Law): Promise<void> {
  const setting = settings.get(world)
  if (!setting) throw new Error('no schedule is to be played: add a When')
  const { n, dishonest, behaviour, loss } = setting
  return holds(world, {
    inputs: schedules(n, loss, dishonest === 0),
    runs: Math.max(10, Math.round(100 / n)),
    tell,
    play: async (schedule) => {
      const simulation = new Simulation(world, schedule, dishonest, behaviour)
      await simulation.play(!loss)
      law(setting, simulation.reports)
    },
  })
}
