import { PINNED } from '../pinned.ts'
import { registers } from '../registers.ts'
import { type Requirement, requirements } from '../requirements.ts'
import { type FrozenSentence, revision, sentencesOf } from '../revisions.ts'
import { packageRoot } from '../root.ts'
import { evidence, NO_EVIDENCE } from './evidence.ts'

/** A sentence that no requirement and no exclusion accounts for. */
export type Unaccounted = FrozenSentence & { section: string }

export type DocumentCoverage = {
  document: string
  title: string
  /** Sentences, table rows, protobuf declarations and their comments. */
  sentences: number
  mapped: number
  excluded: number
  unaccounted: Unaccounted[]
}

/** Untested: testable, but no scenario tests it yet. */
export type State = 'untested' | 'untestable' | 'tested'

export type RequirementCoverage = Pick<
  Requirement,
  'id' | 'document' | 'area' | 'level' | 'weight' | 'statement'
> & {
  state: State
  /** Why it is untestable. */
  reason?: string
  scenarios: string[]
  vectors: string[]
  mutants: string[]
}

/** How the text of a revision is accounted for and how its requirements are tested. */
export type Coverage = {
  revision: string
  digest: string
  documents: DocumentCoverage[]
  /** Untested ones first. */
  requirements: RequirementCoverage[]
}

const ORDER: readonly State[] = ['untested', 'untestable', 'tested']

/** Accounts for every sentence and every requirement of a revision. */
export function coverage(name: string = PINNED, root: string = packageRoot()): Coverage {
  const frozen = revision(name)
  const required = requirements(name)
  const readers = Map.groupBy(required.values(), ({ text }) => text)
  const documents = registers().flatMap(({ document, title, excluded }) => {
    const text = frozen.documents[document]
    if (text === undefined) return []
    const mapped = new Set(readers.get(document)?.flatMap(({ sentences }) => sentences))
    const reasons = new Set(excluded.map(({ sentence }) => sentence))
    return [{ document, title, ...account(sentencesOf(text), mapped, reasons) }]
  })
  const found = evidence(root)
  const rows = Object.keys(frozen.requirements).flatMap((id) => {
    const requirement = required.get(id)
    return requirement ? [row(requirement, found.get(id) ?? NO_EVIDENCE)] : []
  })
  return {
    revision: name,
    digest: frozen.digest,
    documents,
    requirements: rows.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
  }
}

/** Sorts sentences into those a requirement is read from, those excluded with a reason, and the rest. */
export function account(
  sentences: readonly Unaccounted[],
  mapped: ReadonlySet<string>,
  reasons: ReadonlySet<string>,
): Pick<DocumentCoverage, 'sentences' | 'mapped' | 'excluded' | 'unaccounted'> {
  const count = sentences.filter(({ hash }) => mapped.has(hash)).length
  const unaccounted = sentences.filter(({ hash }) => !mapped.has(hash) && !reasons.has(hash))
  return {
    sentences: sentences.length,
    mapped: count,
    excluded: sentences.length - count - unaccounted.length,
    unaccounted,
  }
}

function row(requirement: Requirement, found: typeof NO_EVIDENCE): RequirementCoverage {
  const { id, document, area, level, weight, statement, status } = requirement
  const tested = found.scenarios.length > 0
  return {
    id,
    document,
    area,
    level,
    weight,
    statement,
    state: tested ? 'tested' : status === 'testable' ? 'untested' : 'untestable',
    ...(status !== 'testable' && { reason: status.untestable }),
    ...found,
  }
}
