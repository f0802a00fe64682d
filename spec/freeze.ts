import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Requirement } from './requirements.ts'
import { digest, type FrozenDocument, type FrozenSentence, type Revision } from './revisions.ts'
import { locate } from './text/documents.ts'
import { fingerprint } from './text/likeness.ts'
import { words } from './text/normal.ts'
import { extract, type Sentence } from './text/sentences.ts'

/**
 * Fixes a revision: the sentences and declarations of the given documents as a folder holds them,
 * and the requirements that belong to it.
 */
export function freeze(
  folder: string,
  name: { revision: string; title: string; sources: Readonly<Record<string, string>> },
  requirements: Iterable<Requirement>,
): Revision {
  const paths = locate(folder)
  const documents = Object.fromEntries(
    Object.entries(name.sources).map(([document, source]) => {
      const path = paths.get(document)
      if (path === undefined) throw new Error(`No ${document} in ${folder}.`)
      return [document, frozen(readFileSync(path, 'utf8'), source)]
    }),
  )
  const weights = Object.fromEntries([...requirements].map(({ id, weight }) => [id, weight]))
  const rest = {
    revision: name.revision,
    title: name.title,
    documents,
    requirements: weights,
  }
  return {
    revision: rest.revision,
    title: rest.title,
    digest: digest(rest),
    documents,
    requirements: weights,
  }
}

/** What is kept of a document. */
export function frozen(markdown: string, source: string): FrozenDocument {
  const text = markdown.replaceAll('\r\n', '\n')
  const { sentences, declarations } = extract(text)
  const sections: FrozenDocument['sections'] = []
  for (const sentence of sentences) {
    if (sections.at(-1)?.section !== sentence.section) {
      sections.push({ section: sentence.section, sentences: [] })
    }
    sections.at(-1)?.sentences.push(kept(sentence))
  }
  return {
    source,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    sections,
    declarations: declarations.map(({ kind, scope, name, number, type, label, line }) => ({
      kind,
      scope,
      name,
      line,
      ...(number !== undefined && { number }),
      ...(type !== undefined && { type }),
      ...(label && { label }),
    })),
  }
}

function kept({ hash, kind, line, keywords, text }: Sentence): FrozenSentence {
  const locator = words(text).slice(0, 6).join(' ')
  return { hash, kind, line, keywords, locator, words: fingerprint(text) }
}
