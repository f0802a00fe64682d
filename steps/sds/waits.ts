import { Given, Then } from '@cucumber/cucumber'
import type { SdsConfig } from '../../adapters/contract/sds.ts'
import type { World } from '../world.ts'
import { milliseconds } from './parameters.ts'
import { Repairs, type Waits } from './repairs.ts'

/* How long participants wait before they ask or answer. The text names no hash (AMB-48), so waits are
compared with each other: whatever the hash, its remainders are of one number. */

Given(
  /^(Alice|Bob) misses (\d+) messages with a wait from (.+) to (.+), as "([^"]+)"$/,
  async function (this: World, name: string, count: string, from: string, to: string, as: string) {
    const config = {
      ...setting(this, 'repairMinMs', milliseconds(from)),
      ...setting(this, 'repairMaxMs', milliseconds(to)),
    }
    await this.scene(Repairs).miss(name, Number(count), config, as)
  },
)

Given(
  /^(Alice|Bob) misses (\d+) messages with own settings, as "([^"]+)"$/,
  async function (this: World, name: string, count: string, as: string) {
    await this.scene(Repairs).miss(name, Number(count), {}, as)
  },
)

Then(
  /^the longest wait of (\d+) of "([^"]+)" is from (\d+ \w+) to (\d+ \w+)$/,
  function (this: World, count: string, as: string, from: string, to: string) {
    const longest = this.scene(Repairs)
      .waits(as)
      .map((waits) => ({
        waits: Object.keys(waits).length,
        longest: Math.max(...Object.values(waits)),
      }))
    this.expect(`the longest of the waits ${as}`, longest).meets(
      `of ${count}, from ${from} to ${to}`,
      ({ waits, longest }) =>
        waits === Number(count) && longest >= milliseconds(from) && longest <= milliseconds(to),
    )
  },
)

Given(
  /^(Alice|Bob) is asked for (\d+) messages of (Alice|Bob|Zoe) with a wait up to (.+), as "([^"]+)"$/,
  async function (this: World, name: string, count: string, of: string, to: string, as: string) {
    const config = setting(this, 'repairMaxMs', milliseconds(to))
    await this.scene(Repairs).answer(name, Number(count), of, config, as)
  },
)

Given(
  /^(Alice|Bob) is asked for (\d+) messages of (Alice|Bob|Zoe) with (\d+) response groups, as "([^"]+)"$/,
  async function (this: World, name: string, count: string, of: string, n: string, as: string) {
    const config = setting(this, 'responseGroups', Number(n))
    await this.scene(Repairs).answer(name, Number(count), of, config, as)
  },
)

Given(
  /^(Alice|Bob) is asked for (\d+) messages of (Alice|Bob|Zoe) with own settings, as "([^"]+)"$/,
  async function (this: World, name: string, count: string, of: string, as: string) {
    await this.scene(Repairs).answer(name, Number(count), of, {}, as)
  },
)

Then(/^"([^"]+)" waits as long as "([^"]+)"$/, function (this: World, a: string, b: string) {
  const repairs = this.scene(Repairs)
  this.expect(`the waits ${a}`, repairs.waits(a)).equals(repairs.waits(b).value)
})

Then(
  /^"([^"]+)" does not wait as long as "([^"]+)"$/,
  function (this: World, a: string, b: string) {
    const repairs = this.scene(Repairs)
    const other = JSON.stringify(repairs.waits(b).value)
    this.expect(`the waits ${a}`, repairs.waits(a)).meets(
      `as many as ${b}, not all the same`,
      (waits) =>
        Object.keys(waits).length === Object.keys(repairs.waits(b).value).length &&
        JSON.stringify(waits) !== other,
    )
  },
)

Then(
  /^"([^"]+)" waits (\d+ \w+) longer than "([^"]+)"$/,
  function (this: World, a: string, more: string, b: string) {
    const repairs = this.scene(Repairs)
    const wanted = mapped(repairs.waits(b).value, (wait) => wait + milliseconds(more))
    this.expect(`the waits ${a}`, repairs.waits(a)).equals(wanted)
  },
)

Then(
  /^"([^"]+)" less (\d+ \w+) waits the remainder by (\d+ \w+) of "([^"]+)" less as much$/,
  function (this: World, a: string, less: string, by: string, b: string) {
    const repairs = this.scene(Repairs)
    const [from, span] = [milliseconds(less), milliseconds(by)]
    const wanted = mapped(repairs.waits(b).value, (wait) => ((wait - from) % span) + from)
    this.expect(`the waits ${a}`, repairs.waits(a)).equals(wanted)
  },
)

Then(
  /^all (\d+) waits of "([^"]+)" lie from (\d+ \w+) to (\d+ \w+), a tenth or more in each quarter$/,
  function (this: World, count: string, as: string, from: string, to: string) {
    const [low, high] = [milliseconds(from), milliseconds(to)]
    const found = this.scene(Repairs)
      .waits(as)
      .map((waits) => {
        const all = Object.values(waits)
        const inside = all.filter((wait) => wait >= low && wait < high)
        const quarter = (i: number) =>
          inside.filter((wait) => Math.floor(((wait - low) / (high - low)) * 4) === i).length
        return { all: all.length, inside: inside.length, quarters: [0, 1, 2, 3].map(quarter) }
      })
    // Of 200 in each quarter 50 are expected; fewer than 20 come by chance once in a million times.
    this.expect(`the waits ${as}`, found).meets(
      `${count}, all from ${from} to ${to}, in each quarter ${Number(count) / 10} or more`,
      ({ all, inside, quarters }) =>
        all === Number(count) &&
        inside === all &&
        quarters.every((each) => each >= Number(count) / 10),
    )
  },
)

Then(
  /^"([^"]+)" waits for all (\d+) messages from (\d+ \w+) to (\d+ \w+)$/,
  function (this: World, as: string, count: string, from: string, to: string) {
    const [low, high] = [milliseconds(from), milliseconds(to)]
    this.expect(`the waits ${as}`, this.scene(Repairs).waits(as)).meets(
      `${count}, each from ${from} to ${to}`,
      (waits) =>
        Object.keys(waits).length === Number(count) &&
        Object.values(waits).every((wait) => wait >= low && wait <= high),
    )
  },
)

Then(/^"([^"]+)" is to answer with all of them$/, function (this: World, as: string) {
  const repairs = this.scene(Repairs)
  const got = repairs.waits(as).map((waits) => Object.keys(waits).length)
  this.expect(`the messages to answer with ${as}`, got).equals(repairs.asked(as))
})

Then(/^"([^"]+)" is to answer with some of them$/, function (this: World, as: string) {
  const repairs = this.scene(Repairs)
  const got = repairs.waits(as).map((waits) => Object.keys(waits).length)
  this.expect(`the messages to answer with ${as}`, got, String).meets(
    `some, not all ${repairs.asked(as)}`,
    (count) => count > 0 && count < repairs.asked(as),
  )
})

Then(
  /^"([^"]+)" is to answer with the messages of "([^"]+)"$/,
  function (this: World, a: string, b: string) {
    const repairs = this.scene(Repairs)
    const labels = (as: string) => repairs.waits(as).map((waits) => Object.keys(waits).toSorted())
    this.expect(`the messages to answer with ${a}`, labels(a)).equals(labels(b).value)
  },
)

Then(
  /^"([^"]+)" is to answer with other messages than "([^"]+)"$/,
  function (this: World, a: string, b: string) {
    const repairs = this.scene(Repairs)
    const labels = (as: string) => repairs.waits(as).map((waits) => Object.keys(waits).toSorted())
    const other = String(labels(b).value)
    this.expect(`the messages to answer with ${a}`, labels(a)).meets(
      `some, and not the same as ${b}`,
      (all) => all.length > 0 && String(all) !== other,
    )
  },
)

Then(
  /^what "([^"]+)" is to answer with, "([^"]+)" is as well$/,
  function (this: World, a: string, b: string) {
    const repairs = this.scene(Repairs)
    const fewer = Object.keys(repairs.waits(a).value)
    const more = repairs.waits(b).map((waits) => Object.keys(waits))
    this.expect(`the messages to answer with ${b}`, more).meets(
      `more than ${a}, and all of them`,
      (labels) => labels.length > fewer.length && fewer.every((each) => labels.includes(each)),
    )
  },
)

function setting(world: World, key: keyof SdsConfig, value: number): SdsConfig {
  world.need(`sds.config.${key}`)
  return { [key]: value }
}

function mapped(waits: Waits, change: (wait: number) => number): Waits {
  return Object.fromEntries(Object.entries(waits).map(([label, wait]) => [label, change(wait)]))
}
