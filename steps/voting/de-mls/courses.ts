import { Then, When } from '@cucumber/cucumber'
import { holds } from '../../property.ts'
import type { World } from '../../world.ts'
import { stranger } from '../people.ts'
import { Course, courses, tell } from './course.ts'
import { expectGroup } from './membership.ts'

/* What holds whatever is proposed and voted, and however it arrives. */

const groups = new WeakMap<World, readonly string[]>()

/** Mallory, where she is one of them, commits whatever and whenever she likes. */
When(
  'a group of {members} lives through random votes, commits and deliveries',
  function (this: World, members: string[]) {
    // The law that they are played for comes with the Then, which plays them.
    groups.set(this, members)
  },
)

Then(
  'in every course all who got everything are in one state, and are those whom the votes let in',
  async function (this: World) {
    const members = groups.get(this)
    if (!members) throw new Error('nobody lives through anything: add a When')
    await holds(this, {
      inputs: courses(members.filter((name) => name !== stranger).length),
      runs: 10,
      tell,
      play: async (turns) => {
        const course = new Course(this, members)
        await course.play(turns)
        await expectGroup(this, course.members)
      },
    })
  },
)
