import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PINNED } from './pinned.ts'
import type { Weight } from './requirements.ts'
import { packageRoot } from './root.ts'
import type { Declaration } from './text/protobuf.ts'
import type { Sentence } from './text/sentences.ts'

/** A sentence without its text: enough to notice when it changes, and to find it. */
export type FrozenSentence = Pick<Sentence, 'hash' | 'kind' | 'line' | 'keywords'> & {
  locator: string
  /** Its words as hashes (likeness.ts). */
  words: string
}

export type FrozenDeclaration = Pick<Declaration, 'kind' | 'scope' | 'name' | 'line'> &
  Partial<Pick<Declaration, 'number' | 'type' | 'label'>>

/** One document as it stood: where it came from, its sentences by section, its protobuf declarations. */
export type FrozenDocument = {
  /** Where the text was taken from: repository, commit and path. */
  source: string
  /** SHA-256 of the file with line ends as LF. */
  sha256: string
  sections: { section: string; sentences: FrozenSentence[] }[]
  declarations: FrozenDeclaration[]
}

/** What a revision of the specifications says and requires, fixed once and for all. */
export type Revision = {
  revision: string
  title: string
  /** SHA-256 over the rest of the file; stands in every report. */
  digest: string
  documents: Record<string, FrozenDocument>
  /** Every requirement of the revision with its weight. */
  requirements: Record<string, Weight>
}

const cache = new Map<string, Revision>()

/** Names of all frozen revisions, oldest first. */
export function revisions(): string[] {
  return readdirSync(folder())
    .flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
    .toSorted()
}

/**
 * A frozen revision, its digest verified.
 * @throws Error for a name that is not there, or a file that was altered after it was frozen.
 */
export function revision(name: string = PINNED): Revision {
  const known = cache.get(name)
  if (known) return known
  if (!revisions().includes(name)) {
    throw new Error(`No revision "${name}": there are ${revisions().join(', ')}.`)
  }
  const read = verified(
    JSON.parse(readFileSync(join(folder(), `${name}.json`), 'utf8')) as Revision,
  )
  cache.set(name, read)
  return read
}

/**
 * The revision itself, where its digest fits.
 * @throws Error where it was altered after it was frozen.
 */
export function verified(read: Revision): Revision {
  if (digest(read) === read.digest) return read
  throw new Error(
    `spec/revisions/${read.revision}.json has been altered since it was frozen: restore it, ` +
      'or freeze the new state under a new name.',
  )
}

/** SHA-256 over what a revision says and requires. */
export function digest({ revision, title, documents, requirements }: Omit<Revision, 'digest'>) {
  return createHash('sha256')
    .update(JSON.stringify({ revision, title, documents, requirements }), 'utf8')
    .digest('hex')
}

/** All sentences of a frozen document in order, each with its section. */
export function sentencesOf(document: FrozenDocument): (FrozenSentence & { section: string })[] {
  return document.sections.flatMap(({ section, sentences }) =>
    sentences.map((sentence) => ({ ...sentence, section })),
  )
}

function folder(): string {
  return join(packageRoot(), 'spec', 'revisions')
}
