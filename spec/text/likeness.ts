import { createHash } from 'node:crypto'
import { words } from './normal.ts'

const WIDTH = 4

/**
 * A sentence as the set of its words, each as 16 bits of its SHA-256 in hex, sorted: enough to tell
 * whether another sentence is a version of it, without keeping its text.
 */
export function fingerprint(text: string): string {
  return [...new Set(words(text).map(wordHash))].toSorted().join('')
}

export function wordHash(word: string): string {
  return createHash('sha256').update(word, 'utf8').digest('hex').slice(0, WIDTH)
}

/** The word hashes a fingerprint consists of. */
export function wordHashes(print: string): string[] {
  return print.match(/.{4}/g) ?? []
}

/**
 * Pairs old sentences with the new ones most like them, best first, each used once.
 * Likeness is the Dice coefficient of the sets of words: 1 the same words, 0 none in common.
 * Only pairs with at least the given likeness are made.
 */
export function pair<Old, New>(
  olds: readonly Old[],
  news: readonly New[],
  print: {
    old: (item: Old) => string
    new: (item: New) => string
    same: (o: Old, n: New) => boolean
  },
  least: number,
): { old: Old; new: New; likeness: number }[] {
  const oldWords = olds.map((item) => wordHashes(print.old(item)))
  const byWord = new Map<string, number[]>()
  for (const [i, hashes] of oldWords.entries()) {
    for (const hash of hashes) {
      const holders = byWord.get(hash)
      if (holders) holders.push(i)
      else byWord.set(hash, [i])
    }
  }
  const candidates = news.flatMap((item, n) => {
    const hashes = wordHashes(print.new(item))
    const shared = new Map<number, number>()
    for (const hash of hashes) {
      for (const i of byWord.get(hash) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
    }
    return [...shared].flatMap(([o, count]) => {
      const old = olds[o]
      const size = (oldWords[o]?.length ?? 0) + hashes.length
      const likeness = size === 0 ? 0 : (2 * count) / size
      return old !== undefined && likeness >= least && print.same(old, item)
        ? [{ o, n, old, new: item, likeness }]
        : []
    })
  })
  const used = { old: new Set<number>(), new: new Set<number>() }
  return candidates
    .toSorted((a, b) => b.likeness - a.likeness || Math.abs(a.o - a.n) - Math.abs(b.o - b.n))
    .filter(({ o, n }) => {
      if (used.old.has(o) || used.new.has(n)) return false
      used.old.add(o)
      used.new.add(n)
      return true
    })
}
