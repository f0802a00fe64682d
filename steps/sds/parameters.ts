import { defineParameterType } from '@cucumber/cucumber'
import type { Dice } from '../dice.ts'
import { EPOCH } from '../world.ts'
import type { Part } from './repairs.ts'

/* The vocabulary of the SDS features: words in a sentence that become values in a step. */

const NAME = '(?:Alice|Bob|Carol)'
/** A label, or the first and the last of a row of them: `"m1" to "m300"`. */
const LABELS = '"[^"]+"(?: to "[^"]+")?'

defineParameterType({
  name: 'participant',
  regexp: new RegExp(`${NAME}(?: on the second channel)?`),
  transformer: (name: string) => name,
})

defineParameterType({
  name: 'participants',
  regexp: new RegExp(`${NAME}(?:, ${NAME})*(?: and ${NAME})?`),
  transformer: (names: string) => names.split(/, | and /),
})

defineParameterType({
  name: 'message',
  regexp: /"[^"]+"/,
  transformer: (quoted: string) => quoted.slice(1, -1),
})

defineParameterType({
  name: 'messages',
  regexp: new RegExp(`${LABELS}(?:(?:, | and )${LABELS})*|nothing`),
  transformer: (words: string) =>
    [...words.matchAll(/"([^"]+)"(?: to "([^"]+)")?/g)].flatMap(([, first = '', last]) =>
      last === undefined ? [first] : row(`${first} to ${last}`),
    ),
})

/** `+500`: 500 above the epoch of the scenario, where every clock starts; `500`: exactly that. */
defineParameterType({
  name: 'lamport',
  regexp: /\+?\d+/,
  transformer: lamport,
})

/** Hex, or `of 500 bytes`: so many drawn ones. */
defineParameterType({
  name: 'content',
  regexp: /(?:[0-9a-f]{2})+|of \d+ bytes/,
  transformer: (words: string): Content => {
    const [, size] = /^of (\d+) bytes$/.exec(words) ?? []
    return size === undefined ? () => words : (dice) => dice.hex(Number(size))
  },
})

defineParameterType({
  name: 'duration',
  regexp: /\d+ s/,
  transformer: milliseconds,
})

/** When somebody may ask for a message, or answer with it. */
defineParameterType({
  name: 'turn',
  regexp: /T_req|T_resp/,
  transformer: (time: string): Part => (time === 'T_req' ? 'toRequest' : 'toAnswer'),
})

/* Words of a closed list that mean themselves. */
for (const [name, regexp] of Object.entries({
  kind: /sync|ephemeral/,
  buffer: /incoming|outgoing/,
  status: /unacknowledged|possibly acknowledged|acknowledged/,
}))
  defineParameterType({ name, regexp, transformer: (words: string) => words })

/** Content of a message, hex. */
export type Content = (dice: Dice) => string

/** State of an own message as the features name it; acknowledged ones have left the outgoing buffer. */
export type Status = 'unacknowledged' | 'possibly acknowledged' | 'acknowledged'

/** The labels of `w1 to w600`, or down, and of `m1` alone. */
export function row(words: string): string[] {
  const [, name = '', from, to] = /^(\D+)(\d+) to \1(\d+)$/.exec(words) ?? []
  if (from === undefined || to === undefined) return [words]
  const step = Number(from) <= Number(to) ? 1 : -1
  const length = Math.abs(Number(to) - Number(from)) + 1
  return Array.from({ length }, (_, i) => `${name}${Number(from) + i * step}`)
}

/** `m1, m2` as labels; `empty` and nothing as none. */
export function names(words: string): string[] {
  return words === 'empty'
    ? []
    : words
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
}

export function lamport(words: string): bigint {
  return words.startsWith('+') ? BigInt(EPOCH) + BigInt(words.slice(1)) : BigInt(words)
}

export function milliseconds(words: string): number {
  const [, seconds] = /^(\d+) s$/.exec(words) ?? []
  if (seconds === undefined) throw new Error(`expected a duration such as "10 s", got "${words}"`)
  return Number(seconds) * 1_000
}
