/** One line of a plot: a name and its points. */
export interface Series {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  /** A claim to compare with, drawn dashed. */
  readonly claim?: true
}

const size = { width: 860, height: 480, left: 64, right: 250, top: 28, bottom: 48 }
const colours = ['#1b6ca8', '#c8553d', '#3c7a3b', '#7a4fa3', '#8a6d1a', '#555555']

/** A plot as SVG, both axes logarithmic to the base 10; every point has to be above zero. */
export function plot(
  title: string,
  axes: { x: string; y: string },
  all: readonly Series[],
): string {
  const points = all.flatMap((series) => series.points)
  const [minX, maxX] = decades(points.map(([x]) => x))
  const [minY, maxY] = decades(points.map(([, y]) => y))
  const x = scale(minX, maxX, size.left, size.width - size.right)
  const y = scale(minY, maxY, size.height - size.bottom, size.top)
  const ticks = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at))
  const right = size.width - size.right
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="white"/>`,
    `<text x="${size.left}" y="16" font-weight="bold">${title}</text>`,
    ...ticks(minX, maxX).map((tick) =>
      line(
        x(tick),
        size.top,
        x(tick),
        size.height - size.bottom,
        text(x(tick), size.height - 28, tick, 'middle'),
      ),
    ),
    ...ticks(minY, maxY).map((tick) =>
      line(size.left, y(tick), right, y(tick), text(size.left - 8, y(tick) + 4, tick, 'end')),
    ),
    text((size.left + right) / 2, size.height - 8, axes.x, 'middle'),
    `<text transform="translate(16 ${size.height / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`,
    ...all.map(({ name, points, claim }, at) => {
      const colour = colours[at % colours.length]
      const path = points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')
      const dash = claim ? ' stroke-dasharray="5 4"' : ''
      const label = size.top + 14 + 20 * at
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
        `<line x1="${right + 16}" y1="${label - 4}" x2="${right + 44}" y2="${label - 4}" stroke="${colour}" stroke-width="2"${dash}/>`,
        text(right + 50, label, name, 'start'),
      ].join('')
    }),
    '</svg>\n',
  ].join('\n')
}

/** The powers of ten around some values. */
function decades(values: readonly number[]): [number, number] {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => start + ((Math.log10(value) - from) / (to - from)) * (end - start)
}

const line = (x1: number, y1: number, x2: number, y2: number, label: string): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#dddddd"/>${label}`

const text = (x: number, y: number, words: string | number, anchor: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`
