import Type, { type Static } from 'typebox'
import { closed } from '../adapters/contract/scalars.ts'
import type { Seat } from './case.ts'

/** One repetition of a failed scenario with other clients. */
const Trial = closed({
  /** Participants that `by` played; none: the scenario as it was. */
  replaced: Type.Array(Type.String()),
  /** Address. */
  by: Type.String(),
  verdict: Type.String(),
})
export type Trial = Static<typeof Trial>

/** Who has to be replaced for a failed scenario to pass. */
export const Blame = closed({
  /** The smallest group of participants with whom replaced it passes; empty: no single one. */
  blamed: Type.Array(Type.String()),
  /** Another group does as well, or none does, or the text lets both sides be right. */
  disputed: Type.Boolean(),
  /** Why, in a sentence. */
  because: Type.String(),
  tried: Type.Array(Trial),
})
export type Blame = Static<typeof Blame>

/** Whom to replace together: the smaller groups first. */
export type Group = readonly string[]

/** More participants than this are replaced by client, never one by one. */
const SINGLY = 8

/**
 * Steps of groups, each step larger than the one before: every participant alone, all of one client, all.
 * Whom the reference plays already is not replaced.
 */
export function groups(seats: readonly Seat[], reference: string): Group[][] {
  const foreign = seats.filter(({ client }) => client !== reference)
  const names = (some: readonly Seat[]) => some.map(({ participant }) => participant)
  const byClient = [...Map.groupBy(foreign, ({ client }) => client).values()].map(names)
  const steps = [
    foreign.length <= SINGLY ? names(foreign).map((name) => [name]) : [],
    byClient.filter(({ length }) => length > 1),
    byClient.length > 1 ? [names(foreign)] : [],
  ]
  return steps.filter(({ length }) => length > 0)
}

/** What is known of one failed scenario once it was repeated. */
export interface Tried {
  readonly tried: readonly Trial[]
  readonly steps: readonly (readonly Group[])[]
  readonly seats: readonly Seat[]
  /** Readings for which the text lets two right clients be incompatible. */
  readonly open: readonly string[]
  readonly alone?: Trial | undefined
}

/** Whether a scenario passed when a group was replaced. */
export const passes = (tried: readonly Trial[], group: Group): boolean =>
  tried.some((each) => each.verdict === 'pass' && String(each.replaced) === String(group))

/**
 * Who is to blame, from what was tried. `alone`: the same scenario with the blamed client in every seat, which
 * counts where the text leaves open what was compared.
 */
export function blameFrom({ tried, steps, seats, open, alone }: Tried): Blame {
  const all = [...tried, ...(alone ? [alone] : [])]
  const say = (blamed: Group, disputed: boolean, because: string): Blame => ({
    blamed: [...blamed],
    disputed,
    because,
    tried: all,
  })
  const passed = (group: Group) => passes(tried, group)
  if (seats.length === 1)
    return say(
      seats.map(({ participant }) => participant),
      false,
      'nobody else took part',
    )
  if (passed([])) return say([], true, 'it passed when it was run again as it was')
  for (const step of steps) {
    const [first, ...others] = step.filter(passed)
    if (!first) continue
    const together = [first, ...others].flat()
    const clients = new Set(
      seats.filter((seat) => together.includes(seat.participant)).map(({ client }) => client),
    )
    if (others.length > 0)
      return clients.size > 1
        ? say(
            [],
            true,
            `replacing ${together.join(' or ')} makes it pass: each fails with the other, not with the reference`,
          )
        : say(together, false, 'replacing either makes it pass, and one client plays them')
    if (alone?.verdict === 'pass' && open.length > 0)
      return say(
        first,
        true,
        `the text leaves it open (${open.join(', ')}), and the client passes with itself`,
      )
    return say(first, false, 'no smaller substitution makes it pass')
  }
  return say([], true, 'no substitution makes it pass')
}

/** `replacing Alice by reference → pass; replacing Bob by reference → fail`. */
export function triedText({ tried }: Blame): string {
  return tried
    .map(({ replaced, by, verdict }) => {
      const what = replaced.length === 0 ? 'again as it was' : `${listed(replaced)} by ${by}`
      return `${what} → ${verdict}`
    })
    .join('; ')
}

/** Whom a blame names, in a few words. */
export function blameText({ blamed, disputed, because }: Blame): string {
  const who = blamed.length > 0 ? listed(blamed) : 'nobody alone'
  return `${disputed ? 'disputed, ' : ''}${who}: ${because}`
}

/** The participant whose answer deviated and the client that it was, where there was more than one. */
export function judgedText({ finding, calls, callsDropped, seats = [] }: Judged): string[] {
  if (new Set(seats.map(({ client }) => client)).size < 2) return []
  const participant = calls[(finding?.call ?? -1) - callsDropped]?.participant ?? ''
  const seat = seats.find(
    (each) => participant === each.participant || participant.startsWith(`${each.participant} `),
  )
  return seat ? [`${seat.participant}, the ${seat.role}: ${seat.client}`] : []
}

interface Judged {
  readonly finding?: { readonly call?: number } | undefined
  readonly calls: readonly { readonly participant: string }[]
  readonly callsDropped: number
  readonly seats?: readonly Seat[] | undefined
}

/** `Alice, Bob and Carol`. */
function listed(names: readonly string[]): string {
  return [...names.slice(0, -2), names.slice(-2).join(' and ')].join(', ')
}
