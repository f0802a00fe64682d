import { defineParameterType } from '@cucumber/cucumber'

/* The vocabulary of the payloads features: words in a sentence that become values in a step. */

const NAME = '(?:Alice|Bob|Carol|Dave|Mallory)'
const QUOTED = '"[^"]*"'

/** Who takes part: nodes of the client under test, or people of the suite who write to them. */
defineParameterType({
  name: 'person',
  regexp: new RegExp(NAME),
  transformer: (name: string) => name,
})

defineParameterType({
  name: 'people',
  regexp: new RegExp(`${NAME}(?:, ${NAME})*(?: and ${NAME})?`),
  transformer: (names: string) => names.split(/, | and /),
})

/** Name of a record of 62: a ChatMessage, an EmojiReaction. */
defineParameterType({
  name: 'record',
  regexp: /[A-Z]\w+/,
  transformer: (name: string) => name,
})

/** Labels of messages: `"m1", "m2" and "m3"`. */
defineParameterType({
  name: 'drafts',
  regexp: new RegExp(`${QUOTED}(?:, ${QUOTED})*(?: and ${QUOTED})?`),
  transformer: (words: string) => [...words.matchAll(/"([^"]*)"/g)].map(([, label]) => label ?? ''),
})

/** What a client may do: with a message `takes` or `discards`, with anything else `keeps` or `refuses`. */
defineParameterType({
  name: 'verdict',
  regexp: /takes|discards|keeps|refuses/,
  transformer: (word: string) => word,
})

/** `now`, `now+5000`, `now-1`, or a number: milliseconds. */
defineParameterType({
  name: 'moment',
  regexp: /now(?:[+-]\d+)?|\d+/,
  transformer: (words: string) => words,
})

/** The number that a moment stands for. */
export function momentAt(now: number, words: string): bigint {
  const [, from, offset = '0'] = /^(now)?([+-]?\d+)?$/.exec(words) ?? []
  return (from ? BigInt(now) : 0n) + BigInt(offset)
}
