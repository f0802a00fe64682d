import { Then, When } from '@cucumber/cucumber'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import { hold, keepCourse, type Law, type Said } from './course.ts'
import { type Behaviour, schedules, tell } from './schedule.ts'
import { Simulation } from './simulation.ts'

/* What many peers come to: on schedules with loss, delay, repeats, partitions and dishonest voters, or as told. */

const behaviours: Readonly<Record<string, Behaviour>> = {
  forge: 'forge',
  replay: 'replay',
  'are silent': 'silent',
  'vote both ways': 'equivocate',
}

When(
  /^(\d+) peers vote on random schedules(?: and (\d+) of them (.+))?$/,
  function (this: World, number: string, some: string | null, behaves: string | null) {
    const [n, dishonest] = [Number(number), Number(some ?? 0)]
    const behaviour = behaves === null ? 'honest' : behaviours[behaves]
    if (!behaviour) throw new Error(`"${behaves}" is not among ${Object.keys(behaviours)}`)
    // The law that they are played for comes with the Then, which plays them.
    keepCourse(this, (law, loss) =>
      holds(this, {
        inputs: schedules(n, loss, dishonest === 0),
        runs: Math.max(10, Math.round(100 / n)),
        tell,
        play: async (schedule) => {
          const simulation = new Simulation(this, schedule, dishonest, behaviour)
          await simulation.play(!loss)
          law(simulation.said)
        },
      }),
    )
  },
)

Then('no two honest peers decide against each other', async function (this: World) {
  await hold(this, (said) => nobodyDisagrees(this, said))
})

Then(
  'no two honest peers decide against each other, and false votes count nowhere',
  async function (this: World) {
    await hold(this, (said) => {
      nobodyDisagrees(this, said)
      genuineVotesDecide(this, said)
    })
  },
)

Then('without loss all honest peers have the same result', async function (this: World) {
  const same: Law = (said) => {
    const last = said.filter((each) => each.last)
    for (const { who, result } of last)
      this.expect(`the result of ${who} at the end`, result).equals(
        last[0]?.result.value ?? 'UNKNOWN',
      )
  }
  await hold(this, same, false)
})

Then('all honest peers have the result {outcome}', async function (this: World, words: string) {
  const allowed = this.scene(Assembly).allowed(words)
  await hold(this, (said) => {
    const last = said.filter((each) => each.last)
    const one = last[0]?.result.value
    for (const { who, result } of last)
      this.expect(`the result of ${who}`, result).meets(
        `${allowed.join(' or ')}, and the same everywhere`,
        (value) => allowed.includes(value) && value === one,
      )
  })
})

function nobodyDisagrees(world: World, said: readonly Said[]): void {
  const first = said.find(({ side }) => side !== 'none')
  for (const { who, result, side } of said)
    world
      .expect(`the result of ${who}`, result)
      .meets(
        first ? `${first.side}, as that of ${first.who}, or none` : 'any',
        () => side === 'none' || side === first?.side,
      )
}

function genuineVotesDecide(world: World, said: readonly Said[]): void {
  for (const { who, result, genuine } of said) {
    if (!genuine) throw new Error('expected random schedules, whose genuine votes are counted')
    const { yes, no, of } = genuine
    world
      .expect(`the result of ${who}, given ${yes} genuine YES and ${no} genuine NO`, result)
      .meets('a result that these can give', (value) => {
        if (value === 'YES') return 2 * yes > of
        return value !== 'NO' || 2 * no >= of
      })
  }
}
