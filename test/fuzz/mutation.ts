/** Numbers that look random and follow from a seed. Xorshift: a million a second and more. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0 || 1
  }

  below(limit: number): number {
    this.#state ^= this.#state << 13
    this.#state ^= this.#state >>> 17
    this.#state ^= this.#state << 5
    return (this.#state >>> 0) % limit
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T
  }
}

/** What parsers stumble over: ends of ranges, names of every object, nesting, ends of texts. */
const tokens = [
  ...['null', '-0', '1e309', '18446744073709551616', '-9223372036854775809', '""', '{}', '[]'],
  ...['"__proto__"', '"constructor"', '"toString"', '"id"', '"ok"', '\\ud800', '\\u0000', '\uFEFF'],
  ...['['.repeat(3_000), '{"a":'.repeat(3_000), '*a', '&a', '!!js', '---\n', '\n', '\r', '\t'],
  ...[
    '```',
    '`'.repeat(2_000),
    '> '.repeat(500),
    '# ',
    '| a |\n| - |\n',
    '<!--',
    '[x](',
    '&#x110000;',
  ],
].map((text) => Buffer.from(text))
const bytes = [0, 1, 0x7f, 0x80, 0xff]

/** A copy that is wrong in up to four places, or is put together from two. */
export function mutated(seeds: readonly Uint8Array[], random: Random): Buffer {
  let out = Buffer.from(random.of(seeds))
  for (let n = random.below(4) + 1; n > 0; n--) {
    const at = random.below(out.length + 1)
    const length = random.below(1 + random.of([1, 4, 64]))
    const [head, tail] = [out.subarray(0, at), out.subarray(at)]
    switch (random.below(7)) {
      case 0:
        if (at < out.length) out[at] = random.below(256)
        break
      case 1:
        if (at < out.length) out[at] = random.of(bytes)
        break
      case 2:
        out = Buffer.from(head)
        break
      case 3:
        out = Buffer.concat([head, tail.subarray(length)])
        break
      case 4:
        out = Buffer.concat([head, random.of(tokens), tail])
        break
      case 5:
        out = Buffer.concat([head, head.subarray(-length), tail])
        break
      default: {
        const other = random.of(seeds)
        out = Buffer.concat([head, other.subarray(random.below(other.length + 1))])
      }
    }
  }
  return out.subarray(0, 100_000)
}
