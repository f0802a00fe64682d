import { Given, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Repairs, type Waits } from './repairs.ts'

/* How long participants wait before they ask or answer. The text names no hash (AMB-48), so waits are
compared with each other: whatever the hash, its remainders are of one number. */

Given(
  '{participant} misses {int} messages, as {string}',
  function (this: World, name: string, count: number, as: string) {
    return this.scene(Repairs).miss(name, count, as)
  },
)

Given(
  '{participant} is asked for {int} messages of {word}, as {string}',
  function (this: World, name: string, count: number, sender: string, as: string) {
    return this.scene(Repairs).answer(name, count, sender, as)
  },
)

Then('{string} waits by other numbers than {string}', function (this: World, a: string, b: string) {
  const [waits, other] = [a, b].map((as) => this.scene(Repairs).trial(as).waits)
  if (!waits || !other) throw new Error('two waits are compared')
  this.expect(`the waits ${a}`, waits).meets(
    `as many as ${b}, not all the same`,
    (got) =>
      Object.keys(got).length === Object.keys(other.value).length &&
      JSON.stringify(got) !== JSON.stringify(other.value),
  )
})

/*
`wait = number % (to - from) + from`, where the settings are T_min and T_max of a request, and 0 and T_max
of an answer: where the span of b is a multiple of that of a, the wait of b tells that of a.
*/
Then(
  '{string} waits by the same numbers as {string}',
  function (this: World, a: string, b: string) {
    const [one, other] = [a, b].map((as) => this.scene(Repairs).trial(as))
    if (!one || !other) throw new Error('two waits are compared')
    const span = one.to - one.from
    if (span <= 0 || (other.to - other.from) % span !== 0)
      throw new Error(`expected settings where the span of "${b}" is a multiple of that of "${a}"`)
    const wanted: Waits = Object.fromEntries(
      Object.entries(other.waits.value).map(([label, wait]) => [
        label,
        ((wait - other.from) % span) + one.from,
      ]),
    )
    this.expect(`the waits ${a}`, one.waits).equals(wanted)
  },
)

Then(
  'the waits of {string} are spread evenly from {duration} to {duration}',
  function (this: World, as: string, low: number, high: number) {
    const { waits, count } = this.scene(Repairs).trial(as)
    const quarters = waits.map((all) =>
      [0, 1, 2, 3].map(
        (i) =>
          Object.values(all).filter((wait) => Math.floor(((wait - low) / (high - low)) * 4) === i)
            .length,
      ),
    )
    // Of 200 in each quarter 50 are expected; fewer than 20 come by chance once in a million times.
    this.expect(`the waits ${as} in each quarter`, quarters).meets(
      `${count}, of which a tenth or more in each`,
      (found) =>
        found.every((each) => each >= count / 10) &&
        found.reduce((sum, each) => sum + each, 0) === count,
    )
  },
)

Then(
  '{string} waits for all {int} messages from {duration} to {duration}',
  function (this: World, as: string, count: number, low: number, high: number) {
    this.expect(`the waits ${as}`, this.scene(Repairs).trial(as).waits).meets(
      `${count}, each from ${low} ms to ${high} ms`,
      (waits) =>
        Object.keys(waits).length === count &&
        Object.values(waits).every((wait) => wait >= low && wait <= high),
    )
  },
)

Then(
  'the longest wait of {string} is from {duration} to {duration}',
  function (this: World, as: string, low: number, high: number) {
    const { waits, count } = this.scene(Repairs).trial(as)
    const longest = waits.map((all) => ({
      waits: Object.keys(all).length,
      longest: Math.max(...Object.values(all)),
    }))
    this.expect(`the longest of the waits ${as}`, longest).meets(
      `of ${count}, from ${low} ms to ${high} ms`,
      ({ waits, longest }) => waits === count && longest >= low && longest <= high,
    )
  },
)
