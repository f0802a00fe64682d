/** One thing that a benchmark found out. */
export interface Figure {
  /** What was done, with its size. */
  readonly what: string
  /** `messages/s`, `ms`, …: of `value` and of the peer's. */
  readonly unit: string
  /** Median of the rounds. */
  readonly value: number
  /** Largest less smallest of the rounds, against the median. */
  readonly spread?: number
  /** Who did the same in the same process run, or the limit that nobody passes. */
  readonly peer?: { readonly name: string; readonly value: number }
  /** `value` against the peer's, where it is not simply the one by the other. */
  readonly ratio?: number
  /** The peer was stopped early, and gets slower: it would have been at least so much behind. */
  readonly atLeast?: boolean
  /** Figures of one series grow with `size`; `cost` is the whole time of one, in any unit. */
  readonly growth?: { readonly series: string; readonly size: number; readonly cost: number }
  /** Megabytes, where another process than the benchmark's did the work. */
  readonly peakMb?: number
}

/** Whether the sizes are wanted for which nobody waits every day. */
export const full = process.argv.includes('--full')

/** What the command line says besides its flags. */
export const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))

/** Tells a figure: the harness, or whoever runs the benchmark by itself. */
export function tell(figure: Figure): void {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  if (process.send) process.send({ peakMb, ...figure })
  else console.log(line(figure))
}

/** Says that nothing was found out, and why. */
export function tellWhy(reason: string): void {
  if (process.send) process.send({ reason })
  else console.log(`not measured: ${reason}`)
}

export const ratioOf = ({ value, peer, ratio }: Figure): number | undefined =>
  ratio ?? (peer && value / peer.value)

export function line(figure: Figure): string {
  const { what, unit, value, spread, peer, atLeast } = figure
  const ratio = ratioOf(figure)
  return [
    `${what}: ${short(value)} ${unit}`,
    ...(spread === undefined ? [] : [`±${Math.round(50 * spread)} %`]),
    ...(peer ? [`${peer.name} ${short(peer.value)}`] : []),
    ...(ratio === undefined ? [] : [`ratio ${atLeast ? '≥ ' : ''}${short(ratio)}`]),
  ].join(', ')
}

/** Three digits that count. */
export function short(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >>> 1] ?? Number.NaN
}

export function spreadOf(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values)
}
