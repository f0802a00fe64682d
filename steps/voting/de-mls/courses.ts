import { Then, When } from '@cucumber/cucumber'
import { holds } from '../../property.ts'
import type { World } from '../../world.ts'
import { Course, courses, tell } from './course.ts'
import { expectGroup } from './membership.ts'

/* What holds whatever is proposed and voted, and however it arrives. */

const groups = new WeakMap<World, { readonly n: number; readonly intruded: boolean }>()

When(
  'a group of {int} lives through random votes and deliveries',
  function (this: World, n: number) {
    // The law that they are played for comes with the Then, which plays them.
    groups.set(this, { n, intruded: false })
  },
)

When(
  'a group of {int} with Mallory lives through random votes, deliveries and intrusions',
  function (this: World, n: number) {
    groups.set(this, { n: n - 1, intruded: true })
  },
)

Then(
  'in every course all who got everything are in one state, and are those whom the votes let in',
  async function (this: World) {
    const of = groups.get(this)
    if (!of) throw new Error('nobody lives through anything: add a When')
    await holds(this, {
      inputs: courses(of.n),
      runs: 10,
      tell,
      play: async (turns) => {
        const course = new Course(this, of.n, of.intruded)
        await course.play(turns)
        await expectGroup(this, course.members)
      },
    })
  },
)
