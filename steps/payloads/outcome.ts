import { type DataTable, Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'

/* What came of the last thing that a client was asked: whether it did it, and what it made or found. */

/** Something seen, and what it has to be. */
export interface Seen {
  readonly subject: string
  readonly got: Observed<unknown>
  readonly wanted: unknown
}

/** Whose something is; `whole` is there where a client also says how it knows. */
export interface Author {
  readonly name: Observed<string | undefined>
  readonly whole?: () => Observed<object>
}

export interface Outcome {
  /** Whether it was done or refused, each time it was asked. */
  readonly answers?: readonly Observed<{ readonly kind: string }>[]
  /** Parts of what was made, by the names and in the words of a table. */
  readonly part?: (name: string, words: string) => Seen | undefined
  /** What was under a signature. */
  readonly signed?: () => readonly Seen[]
  readonly author?: () => Author
}

class Last {
  outcome: Outcome = {}
}

/** Keeps what came of a When; what came of an earlier one is forgotten. */
export function became(world: World, outcome: Outcome): void {
  world.scene(Last).outcome = outcome
}

function last<K extends keyof Outcome>(world: World, key: K): NonNullable<Outcome[K]> {
  const found = world.scene(Last).outcome[key]
  if (!found) throw new Error(`the last step gave no ${key}: add a When that does`)
  return found
}

Then('Bob {verdict} it', function (this: World, verdict: string) {
  const [done, not] = /keeps|refuses/.test(verdict) ? ['keeps', 'refuses'] : ['takes', 'discards']
  for (const answer of last(this, 'answers')) {
    const got = answer.map(({ kind }) => (kind === 'ok' ? done : not))
    this.expect("Bob's answer", got).equals(verdict)
  }
})

Then('it has', function (this: World, table: DataTable) {
  const part = last(this, 'part')
  for (const [name, words] of Object.entries(table.rowsHash())) {
    const seen = part(name, words)
    if (!seen) throw new Error(`what was made last has no part "${name}"`)
    this.expect(seen.subject, seen.got).equals(seen.wanted)
  }
})

Then('what was signed is unchanged', function (this: World) {
  for (const { subject, got, wanted } of last(this, 'signed')())
    this.expect(subject, got).equals(wanted)
})

Then(
  /^the author is (\w+) by (her signature|delivery)$/,
  function (this: World, name: string, by: string) {
    const { whole, name: said } = last(this, 'author')()
    const signed = by !== 'delivery'
    if (!whole) return this.expect('the author', said).equals(name)
    this.expect('whose it is', whole()).equals({
      author: name,
      source: signed ? 'signature' : 'transport',
      deniable: !signed,
      relayable: signed,
    })
  },
)

Then('the author is not {person}', function (this: World, name: string) {
  const { name: said } = last(this, 'author')()
  this.expect('the author', said).avoids(`not ${name}`, (one) => one !== name)
})

Then('there is no author', function (this: World) {
  this.expect('the author', last(this, 'author')().name).equals(undefined)
})
