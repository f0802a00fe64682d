import { defineParameterType } from '@cucumber/cucumber'
import { names, stranger } from '../people.ts'
import type { Wish } from './group.ts'
import type { Kind } from './mls-messages.ts'
import type { Catching } from './network.ts'

/* The vocabulary of the de-MLS features: words in a sentence that become values in a step. */

const NAME = `(?:${[...names, stranger].join('|')})`
const NAMES = `${NAME}(?:, ${NAME})*(?: and ${NAME})?`

/** `Alice, Bob and Carol` */
defineParameterType({ name: 'members', regexp: new RegExp(NAMES), transformer: people })

/** `add Dave`, `remove Carol`, `make Bob and Carol the stewards` */
defineParameterType({
  name: 'change',
  regexp: new RegExp(`(?:add|remove) ${NAMES}|make ${NAMES} the stewards?`),
  transformer: (words: string): Wish => {
    const kind = /^add|^remove/.exec(words)?.[0] ?? 'stewards'
    return {
      kind: kind as Wish['kind'],
      names: people(words.replace(/^\w+ | the stewards?$/g, '')),
    }
  },
})

defineParameterType({
  name: 'catching',
  regexp: /in order|backwards|twice|without the (?:MLS proposals|commit)/,
  transformer: (words: string) => words as Catching,
})

/** `no`, `one`, `two` or a number. */
defineParameterType({
  name: 'count',
  regexp: /no|one|two|three|\d+/,
  transformer: (word: string) => {
    const at = ['no', 'one', 'two', 'three'].indexOf(word)
    return at < 0 ? Number(word) : at
  },
})

defineParameterType({
  name: 'kind of message',
  regexp: /(application message|MLS proposal|commit|welcome|key package)s?/,
  transformer: (words: string) => words as Kind,
})

/** What somebody is to the group. */
defineParameterType({
  name: 'standing',
  regexp: /outside|a member|the steward|removed/,
  transformer: (words: string) => {
    if (words === 'outside') return 'node'
    return words.replace(/^(?:a|the) /, '')
  },
})

function people(words: string): string[] {
  return words.split(/, | and /)
}
