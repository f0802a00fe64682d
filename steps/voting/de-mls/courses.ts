import { Then, When } from '@cucumber/cucumber'
import { holds } from '../../property.ts'
import type { World } from '../../world.ts'
import { Course, courses, tell } from './course.ts'
import { expectGroup } from './membership.ts'

/* What holds whatever is proposed and voted, and however it arrives. */

const sizes = new WeakMap<World, number>()

When(
  'a group of {int} lives through random votes and deliveries',
  function (this: World, n: number) {
    // The law that they are played for comes with the Then, which plays them.
    sizes.set(this, n)
  },
)

Then(
  'in every course all who got everything are in one state, and are those whom the votes let in',
  async function (this: World) {
    const n = sizes.get(this)
    if (n === undefined) throw new Error('nobody lives through anything: add a When')
    await holds(this, {
      inputs: courses(n),
      runs: 10,
      tell,
      play: async (turns) => {
        const course = new Course(this, n)
        await course.play(turns)
        await expectGroup(this, course.members)
      },
    })
  },
)
