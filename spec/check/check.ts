import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { type Evidence, evidence, NO_EVIDENCE } from '../coverage/evidence.ts'
import { PINNED } from '../pinned.ts'
import { type Requirement, requirements } from '../requirements.ts'
import { type FrozenDeclaration, revision } from '../revisions.ts'
import { packageRoot } from '../root.ts'
import { locate, NotLocated } from '../text/documents.ts'
import { extract } from '../text/sentences.ts'
import { type Change, changes } from './changes.ts'
import { type DescriptorChange, descriptorChanges } from './descriptors.ts'
import { type SchemaDifference, schemaDifferences } from './schemas.ts'
import { type ClientVerdict, verdicts } from './verdicts.ts'

/** A requirement whose sentence changed, with what else now needs a look. */
export type Touched = Pick<Requirement, 'id' | 'weight' | 'statement'> &
  Evidence & { verdicts: ClientVerdict[] }

/** A change with the requirements read from its sentence. */
export type CheckedChange = Change & { touches: Touched[] }

export type CheckedDocument = {
  document: string
  /** Path below the folder, with "/". */
  path: string
  changes: CheckedChange[]
  descriptors: DescriptorChange[]
  /** Where proto/ no longer says what the text prints; the corrections it makes to the frozen text left out. */
  schemas: SchemaDifference[]
}

/** What a checkout says differently from a frozen revision. */
export type Check = {
  revision: string
  digest: string
  documents: CheckedDocument[]
  /** Documents of the revision that the folder does not have. */
  absent: string[]
}

/**
 * Compares a checkout of the RFCs with a frozen revision.
 * @param results results.json files, or folders of them, whose verdicts are to be named.
 * @throws NotLocated where the folder holds none of the documents, or one of them twice.
 */
export function check(
  folder: string,
  { against = PINNED, results = [] }: { against?: string; results?: readonly string[] } = {},
): Check {
  const frozen = revision(against)
  const paths = locate(folder)
  const required = [...requirements(against).values()]
  const touched = touching(required, evidence(packageRoot()), verdicts(results))
  const documents: CheckedDocument[] = []
  const absent: string[] = []
  for (const [document, was] of Object.entries(frozen.documents)) {
    const path = paths.get(document)
    if (path === undefined) {
      absent.push(document)
      continue
    }
    const now = extract(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))
    documents.push({
      document,
      path: relative(resolve(folder), resolve(path)).split(sep).join('/'),
      changes: changes(was, now.sentences).map((change) => ({
        ...change,
        touches: 'was' in change ? touched(document, change.was.hash, change.was.section) : [],
      })),
      descriptors: descriptorChanges(was.declarations, now.declarations),
      schemas: newDifferences(document, was.declarations, now.declarations),
    })
  }
  if (documents.length === 0) {
    throw new NotLocated(
      `${folder} holds none of the documents of ${against} (${absent.join(', ')}): ` +
        'name a checkout of the RFCs, or a folder with their files.',
    )
  }
  return { revision: against, digest: frozen.digest, documents, absent }
}

function newDifferences(
  document: string,
  was: readonly FrozenDeclaration[],
  now: readonly FrozenDeclaration[],
): SchemaDifference[] {
  const key = ({ kind, path, was, now }: SchemaDifference): string =>
    JSON.stringify([kind, path, was, now])
  const known = new Set(schemaDifferences(document, was).map(key))
  return schemaDifferences(document, now).filter((difference) => !known.has(key(difference)))
}

/** Whether somebody has to act: a requirement or a message changed, or a new sentence demands something. */
export function demands({ changes, descriptors }: CheckedDocument): boolean {
  return descriptors.length > 0 || changes.some(concerns)
}

/** Whether a change alters what is required; a new place for the same words alters nothing. */
export function concerns(change: CheckedChange): boolean {
  if (change.kind === 'moved') return false
  if (change.kind === 'new') return change.now.keywords.length > 0
  return change.touches.length > 0 || ('now' in change && change.now.keywords.length > 0)
}

function touching(
  required: readonly Requirement[],
  found: ReadonlyMap<string, Evidence>,
  runs: ReadonlyMap<string, ClientVerdict[]>,
): (document: string, hash: string, section: string) => Touched[] {
  const bySentence = new Map<string, Requirement[]>()
  for (const requirement of required) {
    for (const hash of requirement.sentences) {
      const key = `${requirement.text} ${hash}`
      const readers = bySentence.get(key)
      if (readers) readers.push(requirement)
      else bySentence.set(key, [requirement])
    }
  }
  return (document, hash, section) => {
    const readers = bySentence.get(`${document} ${hash}`) ?? []
    // The same words can stand in several sections: those of this section are meant.
    const here = readers.filter((requirement) => requirement.section === section)
    return (here.length > 0 ? here : readers).map(({ id, weight, statement }) => ({
      id,
      weight,
      statement,
      ...(found.get(id) ?? NO_EVIDENCE),
      verdicts: runs.get(id) ?? [],
    }))
  }
}
