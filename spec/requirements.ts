import { type Area, type Entry, registers } from './registers.ts'

/** What a failure means: must violates, should and may deviate, report-only informs. */
export type Weight = 'must' | 'should' | 'may' | 'report-only'

/** One statement a client can keep or break, in the suite's own words. */
export type Requirement = {
  /** Stable name; the tag of the Rule that covers it. */
  id: string
  /** Register it stands in: the file name without .json. */
  document: string
  area: Area
  section: string
  /** The keyword as printed, or IMPLIED, or INFORMATIVE. */
  level: string
  weight: Weight
  actor: string
  statement: string
  /** A few words that find its sentence in the text. */
  locator: string
  /** SHA-256 of each sentence it is read from, in normal form. */
  sentences: readonly string[]
  /** Ids of the readings of its area on which its verdict depends. */
  readings: readonly string[]
  status: 'testable' | { untestable: string }
}

let cache: ReadonlyMap<string, Requirement> | undefined

/** All requirements by id, in the order of the registers. */
export function requirements(): ReadonlyMap<string, Requirement> {
  cache ??= new Map(
    registers().flatMap(({ document, area, requirements: entries }) =>
      entries.map((entry) => {
        const { informs: _, ...rest } = entry
        return [entry.id, { ...rest, document, area, weight: weight(entry) }] as const
      }),
    ),
  )
  return cache
}

/** The weight of a level: RFC 2119 words in either case, IMPLIED as MUST; silence and contradiction only inform. */
export function weight({ level, informs }: Pick<Entry, 'level' | 'informs'>): Weight {
  if (informs !== undefined || level === 'INFORMATIVE') return 'report-only'
  if (/^(?:MUST|SHALL|REQUIRED|IMPLIED)/i.test(level)) return 'must'
  if (/^(?:SHOULD|RECOMMENDED)/i.test(level)) return 'should'
  return 'may'
}
