import { PINNED } from './pinned.ts'
import { type Area, type Entry, registers } from './registers.ts'
import { revision as frozenRevision, revisions } from './revisions.ts'

/** What a failure means: must violates, should and may deviate, report-only informs. */
export type Weight = 'must' | 'should' | 'may' | 'report-only'

/** One statement a client can keep or break, in the suite's own words. */
export type Requirement = {
  /** Stable name; the tag of the Rule that covers it. */
  id: string
  /** Register it stands in: the file name without .json. */
  document: string
  area: Area
  /** Document its sentences stand in, mostly the same. */
  text: string
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

const cache = new Map<string, ReadonlyMap<string, Requirement>>()

/**
 * The requirements of a revision by id, in the order of the registers. Without a revision, those of
 * {@link PINNED}.
 */
export function requirements(revision: string = PINNED): ReadonlyMap<string, Requirement> {
  const known = cache.get(revision)
  if (known) return known
  const found = new Map(
    registers().flatMap(({ document, area, requirements: entries }) =>
      entries.flatMap((entry) => {
        const { informs: _, revisions, ...rest } = entry
        if (revisions && !revisions.includes(revision)) return []
        return [
          [entry.id, { text: document, ...rest, document, area, weight: weight(entry) }] as const,
        ]
      }),
    ),
  )
  cache.set(revision, found)
  return found
}

/** What a frozen revision requires: a later one has only the documents that it was frozen from. */
export function frozenRequirements(revision: string = PINNED): ReadonlyMap<string, Requirement> {
  const { requirements: frozen } = frozenRevision(revision)
  return new Map([...requirements(revision)].filter(([id]) => Object.hasOwn(frozen, id)))
}

/** What any of the frozen revisions requires. */
export function everyRequirement(): ReadonlyMap<string, Requirement> {
  return new Map(revisions().flatMap((name) => [...frozenRequirements(name)]))
}

/** The weight of a level: RFC 2119 words in either case, IMPLIED as MUST; silence and contradiction only inform. */
export function weight({ level, informs }: Pick<Entry, 'level' | 'informs'>): Weight {
  if (informs !== undefined || level === 'INFORMATIVE') return 'report-only'
  if (/^(?:MUST|SHALL|REQUIRED|IMPLIED)/i.test(level)) return 'must'
  if (/^(?:SHOULD|RECOMMENDED)/i.test(level)) return 'should'
  return 'may'
}
