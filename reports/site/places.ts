import type { Requirement } from '../../spec/requirements.ts'
import { revision, revisions, sentencesOf } from '../../spec/revisions.ts'

/** Where sentences of a requirement stand at the commit that was frozen. */
export function places(
  requirement: Requirement | undefined,
  name: string | undefined,
): { readonly url: string; readonly line: number }[] {
  if (!requirement || name === undefined || !revisions().includes(name)) return []
  const source = revision(name).documents[requirement.text]?.source
  const [, repository, commit, path] =
    /^([\w.-]+\/[\w.-]+)@([0-9a-f]+):(.+)$/.exec(source ?? '') ?? []
  if (!path) return []
  const known = linesOf(name, requirement.text)
  const lines = requirement.sentences.flatMap((hash) => known.get(hash) ?? [])
  return [...new Set(lines)].map((line) => ({
    url: `https://github.com/${repository}/blob/${commit}/${path}?plain=1#L${line}`,
    line,
  }))
}

const cache = new Map<string, ReadonlyMap<string, number>>()

function linesOf(name: string, document: string): ReadonlyMap<string, number> {
  const key = `${name}/${document}`
  const frozen = revision(name).documents[document]
  const known =
    cache.get(key) ??
    new Map(frozen ? sentencesOf(frozen).map(({ hash, line }) => [hash, line]) : [])
  cache.set(key, known)
  return known
}
