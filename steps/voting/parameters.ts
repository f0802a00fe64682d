import { defineParameterType } from '@cucumber/cucumber'
import type { Ballot } from './craft.ts'
import { damage, damageWords } from './damage.ts'
import { declaredReadings } from './outcome.ts'
import { names, stranger } from './people.ts'

/* The vocabulary of the voting features: words in a sentence that become values in a step. */

const NAME = `(?:${[...names, stranger].join('|')})`
const BALLOT = `${NAME} (?:YES|NO)`
const RESULT = '(?:YES|NO|TIE|UNDECIDED|UNKNOWN)'

defineParameterType({
  name: 'voter',
  regexp: new RegExp(NAME),
  transformer: (name: string) => name,
})

/** YES or NO, as a vote. */
defineParameterType({
  name: 'choice',
  regexp: /YES|NO/,
  transformer: (word: string) => word === 'YES',
})

defineParameterType({
  name: 'tiePolicy',
  regexp: /RETRY|REJECT/,
  transformer: (word: string) => word,
})

/** `"Alice YES, Carol NO"`: votes cast one after the other. */
defineParameterType({
  name: 'votes',
  regexp: new RegExp(`"${BALLOT}(?:, ${BALLOT})*"`),
  transformer: ballots,
})

defineParameterType({
  name: 'damage',
  regexp: damageWords,
  transformer: damage,
})

/**
 * What a result may be: `NO or TIE`; `early NO` where a client may also wait for the end (AMB-25);
 * `YES, or UNDECIDED where …` by a reading that the client declares.
 */
defineParameterType({
  name: 'outcome',
  regexp: new RegExp(
    `(?:early )?${RESULT}(?: or ${RESULT})*(?:, or ${RESULT} where (?:${declaredReadings.join('|')}))?`,
  ),
  transformer: (words: string) => words,
})

function ballots(words: string): Ballot[] {
  return words
    .replaceAll('"', '')
    .split(', ')
    .map((ballot) => {
      const [name = '', answer] = ballot.split(' ')
      return { name, yes: answer === 'YES' }
    })
}
