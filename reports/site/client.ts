import { banner, provenance } from './banner.ts'
import { type Html, html } from './html.ts'
import { type Links, slug } from './links.ts'
import type { Client } from './model.ts'
import { caseList, requirementTable } from './requirements.ts'

/** One implementation: its verdict, what it claims, every requirement. */
export function clientPage({ results, slug: own }: Client, links: Links): Html {
  const { hello } = results.adapter
  const list = (title: string, words: readonly string[] | undefined) =>
    words &&
    words.length > 0 &&
    html`<dt>${title}</dt><dd>${words.map((each) => html`<code>${each}</code> `)}</dd>`
  return html`${banner(results)}
${
  hello &&
  html`<section><h2>What it says of itself</h2><dl>
${list('Capabilities', hello.capabilities)}
${list('Supplied by the adapter, never credited', hello.emulated)}
${list('Readings', pairs(hello.readings))}
${list('Settings', pairs(hello.settings))}
${list('Revisions', pairs(hello.revisions))}
</dl></section>`
}
<section><h2>Requirements</h2>
${requirementTable(
  results,
  ({ id, verdict, cases }) =>
    html`${caseList(cases)}<p>${verdict === 'fail' && html`<a href="${links.to(`f/${own}/${slug(id)}`)}">The failure in full</a>, `}<a href="${links.to(`r/${slug(id)}`)}">${id} of all implementations</a></p>`,
  `c-${own}-`,
)}</section>
<section><h2>The run</h2>${provenance(results)}</section>`
}

function pairs(values: Readonly<Record<string, unknown>> | undefined): string[] {
  return Object.entries(values ?? {}).map(([key, value]) => `${key}: ${value}`)
}
