/** A size and what it took. */
export type Point = readonly [size: number, cost: number]

/** The power of the size with which the cost grows: the slope of the line of least squares between the logarithms. */
export function exponent(points: readonly Point[]): number | undefined {
  if (points.length < 2) return undefined
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  const under = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
  return under === 0 ? undefined : over / under
}
