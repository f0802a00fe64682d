import { defineParameterType } from '@cucumber/cucumber'
import { EPOCH } from '../world.ts'

/* The vocabulary of the SDS features: words in a sentence that become values in a step. */

const LABEL = '"[^"]+"'

defineParameterType({
  name: 'participant',
  regexp: /(?:Alice|Bob|Carol|Dave)(?: on the second channel)?/,
  transformer: (name: string) => name,
})

defineParameterType({
  name: 'participants',
  regexp:
    /(?:Alice|Bob|Carol|Dave)(?:, (?:Alice|Bob|Carol|Dave))*(?: and (?:Alice|Bob|Carol|Dave))?/,
  transformer: (names: string) => names.split(/, | and /),
})

defineParameterType({
  name: 'message',
  regexp: new RegExp(LABEL),
  transformer: (quoted: string) => quoted.slice(1, -1),
})

defineParameterType({
  name: 'messages',
  regexp: new RegExp(`${LABEL}(?:(?:, | and )${LABEL})*|nothing`),
  transformer: (words: string) =>
    words === 'nothing' ? [] : [...words.matchAll(/"([^"]+)"/g)].map(([, label]) => label ?? ''),
})

/** `+500`: 500 above the epoch of the scenario, where every clock starts; `500`: exactly that. */
defineParameterType({
  name: 'lamport',
  regexp: /\+?\d+/,
  transformer: lamport,
})

defineParameterType({
  name: 'status',
  regexp: /unacknowledged|possibly acknowledged|acknowledged/,
  transformer: (words: string) => words as Status,
})

defineParameterType({
  name: 'duration',
  regexp: /\d+ (?:ms|s|min|days?)/,
  transformer: milliseconds,
})

/** State of an own message as the features name it; acknowledged ones have left the outgoing buffer. */
export type Status = 'unacknowledged' | 'possibly acknowledged' | 'acknowledged'

export function lamport(words: string): bigint {
  return words.startsWith('+') ? BigInt(EPOCH) + BigInt(words.slice(1)) : BigInt(words)
}

export function milliseconds(words: string): number {
  const [, number = '', unit = ''] = /^(\d+) (ms|s|min|days?)$/.exec(words) ?? []
  const factor = { ms: 1, s: 1_000, min: 60_000, day: 86_400_000, days: 86_400_000 }[unit]
  if (factor === undefined) throw new Error(`expected a duration such as "10 s", got "${words}"`)
  return Number(number) * factor
}
