import { delimited, tag, varint } from './wire.ts'

/*
Encodings that are legal and that a decoder which encodes again does not give back: what is signed are
the bytes, so they have to be kept.
*/

/** Adds an oddity to an encoded record whose field 1 is a number. */
export function oddly(oddity: string, bytes: string): string {
  switch (oddity) {
    case 'an unknown field':
      return `${bytes}${delimited(20003, 'ff0001')}`
    case 'a number in too many bytes':
      return `${bytes}${tag(20001, 0)}858000`
    case 'fields out of order':
      return swapFirst(bytes)
    case 'a default that is written':
      // Field 1 as 0 and then as it is: the last one counts.
      return `${tag(1, 0)}00${bytes}`
    default:
      throw new Error(`no encoding with "${oddity}"`)
  }
}

/** Moves the first field, a number, to the end. */
function swapFirst(bytes: string): string {
  const first = /^08(?:[89a-f].)*[0-7]./.exec(bytes)?.[0]
  if (first === undefined) throw new Error('expected a record that begins with field 1, a number')
  return `${bytes.slice(first.length)}${first}`
}

/** What a wrapper has beside signature and payload. */
export function besides(words: string): { front?: string; behind?: string } {
  switch (words) {
    case 'an unknown number':
      return { behind: `${tag(20001, 0)}${varint(1n)}` }
    case 'unknown bytes':
      return { behind: delimited(77, 'ff0001') }
    case 'unknown bytes in front':
      return { front: delimited(77, 'ff0001') }
    default:
      throw new Error(`no wrapper with "${words}"`)
  }
}

/** The order of the curve, hex. */
const ORDER = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
const ZERO = '00'.repeat(32)

/** A signature with a fault, of a good one; undefined is none at all. */
export function broken(fault: string, good: string): string | undefined {
  const [r, s, v] = [good.slice(0, 64), good.slice(64, 128), good.slice(128)]
  const recovery = (id: number) => id.toString(16).padStart(2, '0')
  switch (fault) {
    case 'no signature':
      return undefined
    case 'an empty signature':
      return ''
    case 'a signature of 64 bytes':
      return `${r}${s}`
    case 'a signature of 66 bytes':
      return `${good}00`
    case 'a signature in DER':
      return `30440220${r}0220${s}`
    case 'recovery id 27':
      return `${r}${s}${recovery(27 + Number.parseInt(v, 16))}`
    case 'recovery id 4':
      return `${r}${s}${recovery(4)}`
    case 'r of zero':
      return `${ZERO}${s}${v}`
    case 's of zero':
      return `${r}${ZERO}${v}`
    case "r of the curve's order":
      return `${ORDER}${s}${v}`
    case 'a signature of zeros only':
      return '00'.repeat(65)
    default:
      throw new Error(`no signature with "${fault}"`)
  }
}
