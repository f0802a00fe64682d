import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** File names a document has had, by its name in the suite: flat, `status/…` and `vac/raw/…`, `docs/…`. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  sds: ['sds.md'],
  consensus: ['consensus-hashgraphlike.md'],
  'de-mls': [
    'eth-mls-offchain.md',
    'decentralized-mls.md',
    'decentralized-mls-offchain-consensus.md',
  ],
  '61-community-history': ['61-community-history-service.md', '61/community-history-service.md'],
  '56-communities': ['56-communities.md', '56/communities.md'],
  '62-payloads': ['62-payloads.md', '62/payloads.md'],
  mvds: ['status-mvds.md'],
}

/** The folder given does not hold the texts, or holds one of them twice. */
export class NotLocated extends Error {
  override name = 'NotLocated'
}

/** Folders whose copies are not the text in force. */
const STALE = /(?:^|\/)(?:deprecated|deleted|context|previous-versions?)\//

/**
 * Finds the documents in a checkout of the RFCs, whatever its layout: name of the document to path.
 * @throws NotLocated where two files could be the same document.
 */
export function locate(folder: string): Map<string, string> {
  const paths = markdownBelow(folder).map((path) => relative(folder, path).split(sep).join('/'))
  const found = new Map<string, string>()
  for (const [document, names] of Object.entries(NAMES)) {
    const [first, second] = paths
      .filter((path) => !STALE.test(path))
      .filter((path) => names.some((name) => path === name || path.endsWith(`/${name}`)))
      .toSorted((a, b) => depth(a) - depth(b))
    if (first === undefined) continue
    if (second !== undefined && depth(second) === depth(first)) {
      throw new NotLocated(
        `Both ${first} and ${second} could be ${document}: name the folder that holds only one.`,
      )
    }
    found.set(document, join(folder, first))
  }
  return found
}

function depth(path: string): number {
  return path.split('/').length
}

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : markdownBelow(path)
    }
    return entry.name.endsWith('.md') ? [path] : []
  })
}
