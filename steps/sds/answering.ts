import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Repairs } from './repairs.ts'

/* For which messages a participant is in the response group: those that it is to answer with. */

Then('{string} is to answer with all of them', function (this: World, as: string) {
  const got = toAnswer(this, as).map((labels) => labels.length)
  this.expect(`the messages to answer with ${as}`, got).equals(this.scene(Repairs).trial(as).count)
})

Then('{string} is to answer with some of them', function (this: World, as: string) {
  const { count: asked } = this.scene(Repairs).trial(as)
  const got = toAnswer(this, as).map((labels) => labels.length)
  this.expect(`the messages to answer with ${as}`, got, String).meets(
    `some, not all ${asked}`,
    (count) => count > 0 && count < asked,
  )
})

Then(
  '{string} is to answer with the messages of {string}',
  function (this: World, a: string, b: string) {
    const wanted = [...toAnswer(this, b).value]
    this.expect(`the messages to answer with ${a}`, toAnswer(this, a)).equals(wanted)
  },
)

Then(
  '{string} is to answer with other messages than {string}',
  function (this: World, a: string, b: string) {
    const other = String(toAnswer(this, b).value)
    this.expect(`the messages to answer with ${a}`, toAnswer(this, a)).meets(
      `some, and not the same as ${b}`,
      (all) => all.length > 0 && String(all) !== other,
    )
  },
)

Then(
  'what {string} is to answer with, {string} is as well',
  function (this: World, a: string, b: string) {
    const fewer = toAnswer(this, a).value
    this.expect(`the messages to answer with ${b}`, toAnswer(this, b)).meets(
      `more than ${a}, and all of them`,
      (labels) => labels.length > fewer.length && fewer.every((each) => labels.includes(each)),
    )
  },
)

function toAnswer(world: World, as: string): Observed<string[]> {
  return world
    .scene(Repairs)
    .trial(as)
    .waits.map((waits) => Object.keys(waits).toSorted())
}
