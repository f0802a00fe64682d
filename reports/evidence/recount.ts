import { isDeepStrictEqual } from 'node:util'
import type { Call, CaseRecord, Event } from '../case.ts'
import type { Ran } from '../collector.ts'
import type { Numbered, RecordedCase } from './cases.ts'

/** Something in a bundle does not follow from the rest of it. */
export class Contradiction extends Error {
  override name = 'Contradiction'
  /** Number of the line, from 1. */
  readonly line: number

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}

/** Calls kept of a case, as a run does. */
const KEPT = 400

/**
 * Judges a case again by what its lines say alone: every comparison of two values is made again, all
 * are counted, and the end has to follow. Whether something `meets` a phrase only the suite can tell.
 * Answers what ran, for the judging of requirements. Fails with Contradiction.
 */
export function recount(recorded: RecordedCase, seed: string): Ran {
  try {
    return recounted(recorded, seed)
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new Contradiction(recorded.number, 'a value in the case is nested too deep')
    throw cause
  }
}

function recounted({ uri, line, events, end }: RecordedCase, seed: string): Ran {
  const { status, record } = end.value
  const last = events.slice(events.findLastIndex(({ value }) => value.type === 'again') + 1)
  if (record) {
    const wrong = (message: string) => new Contradiction(end.number, message)
    for (const key of ['presences', 'absences'] as const) {
      const counted = events.filter(
        ({ value }) => value.type === 'comparison' && value.absence === (key === 'absences'),
      ).length
      if (counted !== record[key])
        throw wrong(`it counts ${record[key]} ${key}, the lines of the case have ${counted}`)
    }
    for (const [i, event] of events.entries()) recompare(event, events[i + 1]?.value)
    if (record.fresh !== events.some((_, i) => marked(events, i)))
      throw wrong(
        `it says that ${record.fresh ? 'an answer shows' : 'no answer shows'} what was drawn for this run; the lines say otherwise`,
      )
    const unfounded = founded(last, record.finding as CaseRecord['finding'], status)
    if (unfounded !== undefined) throw wrong(unfounded)
  }
  const calls = last.flatMap(({ value }): Call[] => {
    if (value.type !== 'call' || value.op === 'destroy') return []
    const { participant, op, now, params, outcome } = value
    return [{ participant, op, now, params, outcome }]
  })
  const told: CaseRecord | undefined =
    record &&
    ({
      ...record,
      seed,
      calls: calls.slice(-KEPT),
      callsDropped: Math.max(0, calls.length - KEPT),
    } as CaseRecord)
  return { uri, line, status, record: told, wallMs: 0, message: '' }
}

/** A comparison holds as it says, and one that does not is found. */
function recompare({ number, value }: Numbered<Event>, next: Event | undefined): void {
  if (value.type !== 'comparison') return
  const { how, got, wanted, held, subject, absence } = value
  const values = how === 'equals' || how === 'is still'
  if (values && held && !isDeepStrictEqual(got, wanted))
    throw new Contradiction(number, `"${subject}" is said to hold, and the two values differ`)
  const empty = wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)
  if (absence !== (how === 'equals' ? empty : how !== 'meets'))
    throw new Contradiction(
      number,
      `"${subject}" is counted as ${absence ? 'an absence' : 'a presence'}, and is none`,
    )
  if (!held && !(next?.type === 'finding' && next.subject === subject))
    throw new Contradiction(number, `"${subject}" does not hold, and nothing was found`)
}

/** Whether an event is a mark that the answer before it shows. Fails with Contradiction where it does not. */
function marked(events: readonly Numbered<Event>[], i: number): boolean {
  const { number, value } = events[i] as Numbered<Event>
  if (value.type !== 'mark') return false
  const before = events[i - 1]?.value
  if (before?.type === 'call' && JSON.stringify(before.outcome).includes(value.text)) return true
  throw new Contradiction(number, 'the answer before it does not show the mark')
}

/** Why a finding, or that there is none, does not follow from the last run of a case; undefined: it does. */
function founded(
  last: readonly Numbered<Event>[],
  finding: CaseRecord['finding'] | undefined,
  status: Ran['status'],
): string | undefined {
  const first = last.find(({ value }) => value.type === 'finding')?.value
  if (first?.type === 'finding') {
    const { type: _, ...told } = first
    return isDeepStrictEqual(told, finding)
      ? undefined
      : 'its finding is not the first of its lines'
  }
  // A fault of the suite has no line, and what a client does when it is dismissed is found after all.
  const dismissed = last.findLast(({ value }) => value.type === 'call')?.value
  if (!finding)
    return status === 'PASSED' && broken(dismissed)
      ? 'the last call broke down, and nothing was found'
      : undefined
  if (finding.kind === 'harness' || (finding.kind === outcomeOf(dismissed) && broken(dismissed)))
    return undefined
  return 'its finding stands in none of its lines'
}

const outcomeOf = (event: Event | undefined) =>
  event?.type === 'call' ? event.outcome.kind : undefined

function broken(event: Event | undefined): boolean {
  return ['crash', 'timeout', 'protocol', 'not-measured', 'harness'].includes(
    outcomeOf(event) ?? '',
  )
}
