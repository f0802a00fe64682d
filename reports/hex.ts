import { firstDifference } from './bound.ts'

/** Sixteen bytes of a dump; `mark` is the column of the first difference, where it is in this row. */
export interface Row {
  /** Offset of the first byte. */
  readonly offset: number
  readonly bytes: readonly string[]
  readonly ascii: string
  readonly mark?: number
}

export interface Dump {
  /** Offset of the first byte that differs; the length of the shorter where one begins the other. */
  readonly differs?: number
  readonly wanted?: readonly Row[]
  readonly got: readonly Row[]
}

/** Two byte strings beside each other. `around`: only as many rows before and after the first difference. */
export function dump(
  bytes: { wanted?: string; got: string; from?: number },
  around = Number.POSITIVE_INFINITY,
): Dump {
  const from = bytes.from ?? 0
  const at = bytes.wanted === undefined ? undefined : firstDifference(bytes.wanted, bytes.got)
  const row = Math.floor((at ?? 0) / 16)
  const rowsOf = (hex: string) =>
    rows(hex, from, at).slice(Math.max(0, row - around), row + around + 1)
  return {
    ...(at !== undefined && { differs: from + at }),
    ...(bytes.wanted !== undefined && { wanted: rowsOf(bytes.wanted) }),
    got: rowsOf(bytes.got),
  }
}

function rows(hex: string, from: number, at: number | undefined): Row[] {
  const bytes = hex.match(/../g) ?? []
  return Array.from(
    { length: Math.ceil((bytes.length + (at === bytes.length ? 1 : 0)) / 16) },
    (_, i) => {
      const slice = bytes.slice(i * 16, i * 16 + 16)
      const mark = at === undefined ? -1 : at - i * 16
      return {
        offset: from + i * 16,
        bytes: slice,
        ascii: slice.map(printable).join(''),
        ...(mark >= 0 && mark < 16 && { mark }),
      }
    },
  )
}

function printable(byte: string): string {
  const code = Number.parseInt(byte, 16)
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.'
}

/** A row as text, the first difference in brackets; `--` where there is no byte any more. */
export function rowText({ offset, bytes, mark }: Row): string {
  const cells = bytes.map((byte, i) => (i === mark ? `[${byte}]` : byte))
  if (mark === bytes.length) cells.push('[--]')
  return `${offset.toString(16).padStart(4, '0')}  ${cells.join(' ')}`
}
