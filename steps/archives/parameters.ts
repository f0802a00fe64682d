import { defineParameterType } from '@cucumber/cucumber'

/* The vocabulary of the archives features: words in a sentence that become values in a step. */

/** A client under test: Alice's node is a control node, Bob's a member's. */
defineParameterType({
  name: 'node',
  regexp: /Alice|Bob/,
  transformer: (name: string) => name as NodeName,
})
export type NodeName = 'Alice' | 'Bob'

const unit = '(?:ns|ms|seconds?|minutes?|hours?|days?)'
const point = '(?:day \\d+|the (?:start|end) of week \\d+)'
const moment = new RegExp(`(?:\\d+ ${unit} (?:before|after) )?${point}`)

/** A moment counted from the creation of the community. */
defineParameterType({
  name: 'timepoint',
  regexp: moment,
  transformer: timepoint,
})

/** A length of time in milliseconds. */
defineParameterType({
  name: 'span',
  regexp: /\d+ (?:ms|seconds?|minutes?|hours?|days?)/,
  transformer: (words: string) => Number(nanoseconds(words) / 1_000_000n),
})

/** Weeks by their numbers, the first one is 1. */
defineParameterType({
  name: 'weeks',
  regexp: /week \d+|weeks \d+(?: to \d+|(?:, \d+)* and \d+)/,
  transformer: weeks,
})

/** An unsigned integer that a double may not hold. */
defineParameterType({
  name: 'uint64',
  regexp: /[0-9]{1,20}/,
  transformer: (digits: string) => BigInt(digits),
})

/** Texts of messages. */
defineParameterType({
  name: 'texts',
  regexp: /"[^"]*"(?: and "[^"]*")*/,
  transformer: (words: string) => [...words.matchAll(/"([^"]*)"/g)].map(([, text]) => text ?? ''),
})

const factors: Readonly<Record<string, bigint>> = {
  ns: 1n,
  ms: 1_000_000n,
  second: 1_000_000_000n,
  minute: 60_000_000_000n,
  hour: 3_600_000_000_000n,
  day: 86_400_000_000_000n,
}
const week = 7n * 86_400_000_000_000n

/** `15 seconds` in nanoseconds. */
function nanoseconds(words: string): bigint {
  const [number = '', name = ''] = words.split(' ')
  const factor = factors[name] ?? factors[name.replace(/s$/, '')]
  if (factor === undefined) throw new Error(`expected a time such as "15 seconds", got "${words}"`)
  return BigInt(number) * factor
}

/** `1 ms before the end of week 2` in nanoseconds from the creation. */
export function timepoint(words: string): bigint {
  if (moment.exec(words)?.[0] !== words)
    throw new Error(`expected a moment such as "1 ms before the end of week 2", got "${words}"`)
  const [, by, side, point = words] = /^(.*) (before|after) (.*)$/.exec(words) ?? []
  const at = pointOf(point)
  if (by === undefined) return at
  return side === 'before' ? at - nanoseconds(by) : at + nanoseconds(by)
}

function pointOf(words: string): bigint {
  const number = BigInt(/\d+/.exec(words)?.[0] ?? 0)
  if (words.startsWith('day')) return number * (factors.day as bigint)
  return (words.includes('start') ? number - 1n : number) * week
}

/** The numbers of `week 2`, `weeks 1 and 3` or `weeks 1 to 3`. */
export function weeks(words: string): number[] {
  const numbers = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const [first = 0, last = first] = numbers
  if (!words.includes(' to ')) return numbers
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
