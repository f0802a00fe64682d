import fc from 'fast-check'

/** How a voter who is not honest behaves. */
export type Behaviour = 'honest' | 'silent' | 'forge' | 'replay' | 'equivocate'

/** What happens next to the messages that are on their way; `which` is taken modulo their number. */
export interface Event {
  readonly does: 'deliver' | 'lose' | 'repeat'
  readonly which: number
}

/** One course of a vote: what everybody answers, and what the network does. */
export interface Schedule {
  readonly answers: readonly boolean[]
  readonly silenceMeansYes: boolean
  readonly events: readonly Event[]
}

/** Schedules for `n` peers; with `loss: false` everything arrives in the end, repeats and disorder remain. */
export function schedules(n: number, loss: boolean): fc.Arbitrary<Schedule> {
  const which = fc.nat({ max: 999 })
  const does = (what: Event['does']) => fc.record({ does: fc.constant(what), which })
  return fc.record({
    answers: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    silenceMeansYes: fc.boolean(),
    events: fc.array(
      fc.oneof(
        { weight: 7, arbitrary: does('deliver') },
        { weight: loss ? 2 : 0, arbitrary: does('lose') },
        { weight: 1, arbitrary: does('repeat') },
      ),
      { minLength: 2, maxLength: 4 * n },
    ),
  })
}

export function tell({ answers, silenceMeansYes, events }: Schedule): string {
  const course = events.map(({ does, which }) => `${does} ${which}`).join(', ')
  const votes = answers.map((yes) => (yes ? 'YES' : 'NO')).join(' ')
  return `answers ${votes}; silence means ${silenceMeansYes ? 'YES' : 'NO'}; ${course}`
}
