import type { Summary } from '../results.ts'
import { type Html, html } from './html.ts'

const PARTS = [
  ['pass', 'pass', 'passed'],
  ['fail', 'fail', 'failed'],
  ['inconclusive', 'inconclusive', 'inconclusive'],
  ['notMeasured', 'not-measured', 'not measured'],
  ['notApplicable', 'not-applicable', 'not applicable'],
] as const

/** The counts as words, denominators first: `61 of 64 passed, 3 failed`. */
export function countsText(summary: Summary): string {
  if (summary.total === 0) return 'not measured: nothing is in scope'
  const rest = PARTS.slice(1)
    .filter(([key]) => summary[key] > 0)
    .map(([key, , word]) => `${summary[key]} ${word}`)
  const known = summary.baselined > 0 ? [`${summary.baselined} of the failures known`] : []
  return [`${summary.pass} of ${summary.total} passed`, ...rest, ...known].join(', ')
}

/** The counts as one bar; its words stand beside it, for the bar alone says nothing exact. */
export function bar(summary: Summary): Html {
  const { total } = summary
  if (total === 0) return html``
  let x = 0
  const rects = PARTS.filter(([key]) => summary[key] > 0).map(([key, name]) => {
    const width = (summary[key] / total) * 600
    const rect = html`<rect class="${name}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="14"></rect>`
    x += width
    return rect
  })
  return html`<svg class="bar" viewBox="0 0 600 14" preserveAspectRatio="none" role="img" aria-label="${countsText(summary)}">${rects}</svg>`
}
