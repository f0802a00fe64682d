/** Characters kept of one text, members kept of one value: a report must end, whatever a client says. */
const TEXT = 20_000
const MEMBERS = 5_000
const DEPTH = 12

/** A text cut to `most` characters; the cut is told at its end. */
export function boundText(text: string, most = TEXT): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`
}

/** A JSON value with its texts, members and depth bounded. */
export function bound(value: unknown): unknown {
  let left = MEMBERS
  const walk = (each: unknown, depth: number): unknown => {
    if (typeof each === 'string') return boundText(each)
    if (typeof each !== 'object' || each === null) return each
    if (depth === 0) return '… (nested too deep)'
    if (Array.isArray(each)) {
      const kept: unknown[] = []
      for (const item of each) {
        if (left-- <= 0) return [...kept, `… (${each.length} items)`]
        kept.push(walk(item, depth - 1))
      }
      return kept
    }
    const kept: [string, unknown][] = []
    const entries = Object.entries(each)
    for (const [key, member] of entries) {
      if (left-- <= 0) {
        kept.push(['…', `(${entries.length} members)`])
        break
      }
      kept.push([boundText(key, 200), walk(member, depth - 1)])
    }
    // Object.fromEntries defines, so that a member called __proto__ stays one.
    return Object.fromEntries(kept)
  }
  return walk(value, DEPTH)
}

/** Hex kept of each of two byte strings. */
const HEX = 16_384

/** Two byte strings as hex, cut to a window that begins shortly before their first difference. */
export function boundBytes({ wanted, got }: { wanted?: string | undefined; got: string }): {
  wanted?: string
  got: string
  from?: number
} {
  const differs = wanted === undefined ? 0 : firstDifference(wanted, got)
  const from = Math.max(wanted?.length ?? 0, got.length) <= HEX ? 0 : Math.max(0, differs - 64)
  const window = (hex: string) => hex.slice(from * 2, from * 2 + HEX)
  return {
    ...(wanted !== undefined && { wanted: window(wanted) }),
    got: window(got),
    ...(from > 0 && { from }),
  }
}

/** Index of the first byte in which two hex strings differ; where one begins the other, the length of the shorter. */
export function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let i = 0
  while (i < shorter && a[i] === b[i]) i++
  return i >> 1
}
