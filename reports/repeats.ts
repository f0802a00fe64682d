/** A stretch of a list: `length` items from `start`, said `times` times one after the other. */
export interface Stretch {
  readonly start: number
  readonly length: number
  readonly times: number
}

/** Longest pattern looked for: polling takes two calls or three. */
const LONGEST = 3
/** Fewer repetitions are shorter said than counted. */
const FEWEST = 3

/** Cuts a list, given as a key for each item, into stretches; what repeats itself is one of them. Linear. */
export function repeats(keys: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  for (let at = 0; at < keys.length; ) {
    let found: Stretch = { start: at, length: 1, times: 1 }
    for (let length = 1; length <= LONGEST && found.times === 1; length++) {
      let end = at + length
      while (end < keys.length && keys[end] === keys[end - length]) end++
      const times = Math.floor((end - at) / length)
      if (times >= FEWEST) found = { start: at, length, times }
    }
    stretches.push(found)
    at += found.length * found.times
  }
  return stretches
}
