import fc from 'fast-check'

/** How a voter who is not honest behaves. */
export type Behaviour = 'honest' | 'silent' | 'forge' | 'replay' | 'equivocate'

/**
 * What happens next. `deliver`, `lose`, `repeat`: to one of the messages that are on their way and can arrive; `which`
 * is taken modulo their number. `part`: the first peers, so many as `which` says, and the others do not reach each
 * other, and messages between them wait; `heal`: until they do again.
 */
export interface Event {
  readonly does: 'deliver' | 'lose' | 'repeat' | 'part' | 'heal'
  readonly which: number
}

/** One course of a vote: what everybody answers, and what the network does. */
export interface Schedule {
  readonly answers: readonly boolean[]
  readonly silenceMeansYes: boolean
  readonly events: readonly Event[]
}

/**
 * Schedules for `n` peers; with `loss: false` everything arrives in the end; repeats and disorder remain. `partitions`
 * takes its share of the events, so where votes both ways have to cross it is left out.
 */
export function schedules(n: number, loss: boolean, partitions: boolean): fc.Arbitrary<Schedule> {
  const parts = partitions ? 1 : 0
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
        { weight: parts, arbitrary: does('part') },
        { weight: parts, arbitrary: does('heal') },
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
