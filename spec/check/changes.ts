import { diffArrays } from 'diff'
import { type FrozenDocument, type FrozenSentence, sentencesOf } from '../revisions.ts'
import { fingerprint, pair, wordHash, wordHashes } from '../text/likeness.ts'
import { words } from '../text/normal.ts'
import type { Sentence } from '../text/sentences.ts'

/** A sentence as it stood in the frozen text. */
export type Was = FrozenSentence & { section: string }

/** What happened to one sentence. Re-wrapping, links and emphasis are no change. */
export type Change =
  | { kind: 'new'; now: Sentence }
  | { kind: 'gone'; was: Was }
  /** Under another heading, or elsewhere under the same one. */
  | { kind: 'moved' | 'reordered'; was: Was; now: Sentence }
  | {
      kind: 'changed'
      was: Was
      now: Sentence
      /** Words the old sentence did not have; of those it lost only the number is known. */
      added: string[]
      lost: number
      /** Where the RFC 2119 keywords differ. */
      level?: { was: string; now: string }
    }

/** Compares a document with its frozen state, sentence by sentence, in the order of the new text. */
export function changes(frozen: FrozenDocument, sentences: readonly Sentence[]): Change[] {
  const olds = sentencesOf(frozen)
  const { kept, gone, fresh } = align(olds, sentences)
  const moved = matchEqual(gone, fresh)
  const there = {
    was: new Set(moved.map(({ was }) => was)),
    now: new Set(moved.map(({ now }) => now)),
  }
  const goneOnly = gone.filter((was) => !there.was.has(was))
  const freshOnly = fresh.filter((now) => !there.now.has(now))
  const changed = pairs(goneOnly, freshOnly)
  const paired = {
    was: new Set(changed.map((c) => c.old)),
    now: new Set(changed.map((c) => c.new)),
  }
  const elsewhere = kept.filter(({ was, now }) => heading(was.section) !== heading(now.section))
  const found: Change[] = [
    ...goneOnly
      .filter((was) => !paired.was.has(was))
      .map((was) => ({ kind: 'gone' as const, was })),
    ...freshOnly
      .filter((now) => !paired.now.has(now))
      .map((now) => ({ kind: 'new' as const, now })),
    ...[...moved, ...elsewhere].map(place),
    // The words stayed, but the sentence that leads into their list demands more or less.
    ...kept
      .filter(({ was, now }) => levels(was) !== levels(now))
      .map(({ was, now }) => difference(was, now)),
    ...changed.map(({ old, new: now }) => difference(old, now)),
  ]
  return found.toSorted((a, b) => lineOf(a) - lineOf(b))
}

/** Old and new versions: very like each other anywhere, or fairly like under the same heading. */
function pairs(gone: readonly Was[], fresh: readonly Sentence[]) {
  const print = {
    old: ({ words }: Was) => words,
    new: ({ text }: Sentence) => fingerprint(text),
  }
  const alike = (was: Was, now: Sentence): boolean => was.kind === now.kind
  const strong = pair(gone, fresh, { ...print, same: alike }, 0.5)
  const used = { was: new Set(strong.map((c) => c.old)), now: new Set(strong.map((c) => c.new)) }
  const weak = pair(
    gone.filter((was) => !used.was.has(was)),
    fresh.filter((now) => !used.now.has(now)),
    {
      ...print,
      same: (was, now) => alike(was, now) && heading(was.section) === heading(now.section),
    },
    0.3,
  )
  return [...strong, ...weak]
}

function place({ was, now }: Pair): Change {
  const same = heading(was.section) === heading(now.section)
  return { kind: same ? 'reordered' : 'moved', was, now }
}

type Pair = { was: Was; now: Sentence }

/** Sentences that stand in both texts in the same order, and the rest of each. */
function align(olds: readonly Was[], news: readonly Sentence[]) {
  const kept: Pair[] = []
  const gone: Was[] = []
  const fresh: Sentence[] = []
  let o = 0
  let n = 0
  for (const part of diffArrays(
    olds.map(({ hash }) => hash),
    news.map(({ hash }) => hash),
  )) {
    for (let i = 0; i < part.value.length; i++) {
      const was = part.added ? undefined : olds[o++]
      const now = part.removed ? undefined : news[n++]
      if (was && now) kept.push({ was, now })
      else if (was) gone.push(was)
      else if (now) fresh.push(now)
    }
  }
  return { kept, gone, fresh }
}

function matchEqual(gone: readonly Was[], fresh: readonly Sentence[]): Pair[] {
  const waiting = Map.groupBy(gone, ({ hash }) => hash)
  return fresh.flatMap((now) => {
    const was = waiting.get(now.hash)?.shift()
    return was ? [{ was, now }] : []
  })
}

function difference(was: Was, now: Sentence): Change {
  const before = new Set(wordHashes(was.words))
  const after = new Set(wordHashes(fingerprint(now.text)))
  const level = { was: levels(was), now: levels(now) }
  return {
    kind: 'changed',
    was,
    now,
    added: [...new Set(words(now.text))].filter((word) => !before.has(wordHash(word))),
    lost: [...before].filter((hash) => !after.has(hash)).length,
    ...(level.was !== level.now && { level }),
  }
}

function levels({ keywords }: Pick<Sentence, 'keywords'>): string {
  return keywords.join(', ')
}

function heading(section: string): string {
  return section.split(' / ').at(-1) ?? ''
}

function lineOf(change: Change): number {
  return 'now' in change ? change.now.line : change.was.line
}
