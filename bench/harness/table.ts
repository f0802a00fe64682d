import { ratioOf, short } from './figure.ts'
import { exponent } from './growth.ts'
import { nameOf, type Row } from './row.ts'

/** Rows as Markdown, each named as `named` does, beside what it was `before`. */
export function table(
  rows: readonly Row[],
  named: (row: Row) => string,
  before?: readonly Row[],
): string {
  const was = before && new Map(before.map((row) => [nameOf(row), row]))
  const heads = ['median', 'spread', 'peer', "peer's", 'ratio', 'growth', 'peak MB']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [
    line(['what', ...heads, ...(was ? ['before'] : [])]),
    line([
      '---',
      ...heads.map((head) => (head === 'peer' ? '---' : '---:')),
      ...(was ? ['---:'] : []),
    ]),
    ...rows.map((row) => {
      const { unit, value, spread, peer, atLeast, peakMb } = row
      const ratio = ratioOf(row)
      return line([
        named(row),
        `${short(value)} ${unit}`,
        spread === undefined ? '' : `${Math.round(100 * spread)} %`,
        peer?.name ?? '',
        peer ? short(peer.value) : '',
        ratio === undefined ? '' : `${atLeast ? '≥ ' : ''}${short(ratio)}`,
        grown(row, rows),
        String(Math.round(peakMb)),
        ...(was ? [told(row, was.get(nameOf(row)))] : []),
      ])
    }),
  ].join('')
}

/** With which power of the size a series grows; told in its last row. */
function grown({ bench, growth }: Row, rows: readonly Row[]): string {
  const points = rows.flatMap((each) =>
    each.bench === bench && each.growth && each.growth.series === growth?.series
      ? [[each.growth.size, each.growth.cost] as const]
      : [],
  )
  const isLast = Math.max(...points.map(([size]) => size)) === growth?.size
  const power = isLast ? exponent(points) : undefined
  return power === undefined ? '' : `n^${power.toFixed(2)}`
}

function told({ value }: Row, was: Row | undefined): string {
  return was ? `${short(was.value)} (× ${short(value / was.value)})` : 'none'
}
