import { defineParameterType } from '@cucumber/cucumber'
import { names, stranger } from '../people.ts'
import type { Wish } from './group.ts'
import type { Kind } from './mls-messages.ts'
import type { Catching } from './network.ts'

/* The vocabulary of the de-MLS features: words in a sentence that become values in a step. */

const NAME = `(?:${[...names, stranger].join('|')})`
const NAMES = `${NAME}(?:, ${NAME})*(?: and ${NAME})?`

/** `Alice, Bob and Carol`; `nobody` in a table. */
defineParameterType({
  name: 'members',
  regexp: new RegExp(`nobody|${NAMES}`),
  transformer: people,
})

/** `add Dave`, `remove Bob and Carol`; `appoint Bob and Carol`: as the stewards, in this order. */
defineParameterType({
  name: 'change',
  regexp: new RegExp(`(?:add|remove|appoint) ${NAMES}`),
  transformer: (words: string): Wish => {
    const [verb = '', ...whom] = words.split(' ')
    const kind = verb === 'appoint' ? 'stewards' : (verb as 'add' | 'remove')
    return { kind, names: people(whom.join(' ')) }
  },
})

/** `without` something: that stays missing, as does what cannot be used yet, and comes with the rest. */
defineParameterType({
  name: 'catching',
  regexp: /in order|backwards|twice|without the (?:MLS proposals|commit)/,
  transformer: (words: string) => words as Catching,
})

defineParameterType({
  name: 'kind of message',
  regexp: /application message|commit|welcome/,
  transformer: (words: string) => words as Kind,
})

/** `NO or YES`: YES where silence completes a quorum (AMB-26). `NONE`: there is no such vote. */
defineParameterType({
  name: 'result',
  regexp: /YES|NO or YES|NO|UNDECIDED|NONE/,
  transformer: (words: string) => words,
})

function people(words: string): string[] {
  return words === 'nobody' ? [] : words.split(/, | and /)
}
