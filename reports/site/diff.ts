import { type Change, type Comparison, compare } from '../compare.ts'
import { clientName } from '../console.ts'
import type { Results } from '../results.ts'
import { countsText } from './chart.ts'
import { type Html, html } from './html.ts'
import { type Links, slug } from './links.ts'
import { badgeOf } from './state.ts'

/** What changed between two results of one implementation: lost first. */
export function diffPage(before: Results, now: Results, links: Links): Html {
  const found: Comparison = compare(before, now)
  const { lost, gained, shrunk, newlyMeasured, otherwise, suite } = found
  const changed = [lost, gained, shrunk, newlyMeasured, otherwise].some(({ length }) => length > 0)
  return html`<h1>${clientName(now)} compared with ${clientName(before)}</h1>
<dl><dt>MUST before</dt><dd>${countsText(before.must)}</dd><dt>MUST now</dt><dd>${countsText(now.must)}</dd></dl>
${suite.length > 0 && html`<h2>Not the same suite</h2><ul>${suite.map((each) => html`<li>${each}</li>`)}</ul>`}
${table('Lost', lost, links)}
${table('Gained', gained, links)}
${table('No longer measured: the denominator shrank', shrunk, links)}
${table('Newly measured', newlyMeasured, links)}
${table('Fail otherwise than before', otherwise, links)}
${!changed && html`<p>No verdict changed.</p>`}`
}

function table(title: string, changes: readonly Change[], links: Links): Html {
  if (changes.length === 0) return html``
  return html`<h2>${title} (${changes.length})</h2>
<table><caption>${title}</caption><thead><tr><th scope="col">Requirement</th><th scope="col">Before</th><th scope="col">Now</th><th scope="col">Why</th></tr></thead>
<tbody>${changes.map(
    ({
      id,
      before,
      now,
    }) => html`<tr><th scope="row">${now ? html`<a href="${links.to(`r/${slug(id)}`)}">${id}</a>` : id}</th><td>${before ? badgeOf(before) : 'not in scope'}</td><td>${now ? badgeOf(now) : 'not in scope'}</td><td>${now?.reason.slice(0, 500)}</td></tr>
`,
  )}</tbody></table>`
}
