import { readings } from '../../spec/readings/readings.ts'
import { again } from './failure.ts'
import { ruleText } from './gherkin.ts'
import { type Html, html } from './html.ts'
import type { Links } from './links.ts'
import { tried } from './matrix.ts'
import type { Row, Site } from './model.ts'
import { places } from './places.ts'
import { badge, badgeOf, caseState } from './state.ts'

/** One requirement: where it stands, what it says, how every implementation does, what can fail it. */
export function requirementPage(row: Row, site: Site, links: Links): Html {
  const { id, any, registered } = row
  const revision = site.clients[0]?.results.revision.name
  return html`<h1>${id}</h1>
<p>${any.statement}</p>
<dl>
<dt>Level</dt><dd>${any.level}${any.weight === 'report-only' ? ' (report-only: the text is silent or contradicts itself)' : ''}</dd>
${registered && html`<dt>Who</dt><dd>${registered.actor}</dd>`}
<dt>Where</dt><dd>${any.document}, section “${any.section}”, at “${any.locator}”${places(
    registered,
    revision,
  ).map(
    ({ url, line }) =>
      html` <a href="${url}" rel="noreferrer">line ${line} at the pinned commit</a>`,
  )}</dd>
<dt>State</dt><dd>${any.state}</dd>
</dl>
<h2>Implementations</h2>
${results(row, site, links)}
${row.dispute && html`<p>Disputed (${row.dispute.kind})${row.dispute.declared.map((each) => html`; <code>${each}</code>`)}.</p>`}
<h2>Cases</h2>
${cases(row, site)}
${scenario(id)}
<h2>What can fail it</h2>
${falsifiers(row, site)}
${ambiguity(row)}`
}

function results({ cells, slug }: Row, { clients }: Site, links: Links): Html {
  return html`<ul class="todo">${clients.map(({ label, slug: client }, i) => {
    const cell = cells[i]
    if (!cell) return html`<li>${label}: out of scope</li>`
    const failed = cell.verdict === 'fail'
    return html`<li>${badgeOf(cell)} <a href="${links.to(`c/${client}`)}">${label}</a> ${failed ? html`<a href="${links.to(`f/${client}/${slug}`)}">the failure</a>` : cell.reason}</li>
`
  })}</ul>`
}

/** Scenarios as rows, so that the accepted one stands beside the refused one, implementations as columns. */
function cases({ cells, any }: Row, { clients }: Site): Html {
  if (any.cases.length === 0) return html`<p>No scenario.</p>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Cases"><table><caption>Verdict of each scenario</caption>
<thead><tr><th scope="col">Scenario</th>${clients.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${any.cases.map(
    (
      { name, uri, line },
      i,
    ) => html`<tr><th scope="row" class="wrap">${name} <code>${uri}:${line}</code></th>${clients.map(
      (_, column) => {
        const found = cells[column]?.cases[i]
        return html`<td>${found ? badge(caseState(found.verdict)) : '·'}</td>`
      },
    )}</tr>
`,
  )}</tbody></table></div>`
}

function scenario(id: string): Html {
  const found = ruleText(id)
  return html`${found && html`<details><summary>In Gherkin, ${found.uri}:${found.line}</summary><pre tabindex="0">${found.text}</pre></details>`}`
}

function falsifiers({ mutants, impostors, id, any }: Row, { kills }: Site): Html {
  const { asked, fooled } = impostors
  const aimed = kills?.rows.filter(({ kind, breaks }) => kind === 'mutant' && breaks === id) ?? []
  return html`<dl>
<dt>Null control</dt><dd>${asked === 0 ? 'not measured: nothing of impostors was given' : fooled.length === 0 ? `none of ${asked} clients that implement nothing passed` : `passed by ${fooled.join(', ')}`}</dd>
<dt>Mutants found</dt><dd>${tried(kills, any.area) ? (mutants.killed.length > 0 ? mutants.killed.join(', ') : 'none') : 'not measured: no kill matrix of this area was given'}</dd>
${aimed.map(({ name, what, killed }) => html`<dt>${name}</dt><dd>${what}: ${killed ? 'found' : 'not found'}</dd>`)}
</dl>`
}

function ambiguity({ id, any }: Row): Html {
  const known = readings().get(any.area as never) ?? []
  const own = known.filter((reading) => any.readings.includes(reading.id))
  if (own.length === 0) return html``
  const body = own.map(
    ({ subject, defect, wording }) => `${subject}: ${defect}\nProposal: ${wording}`,
  )
  return html`<h2>Readings</h2>
${own.map(
  ({
    id: name,
    subject,
    defect,
    readings,
    default: taken,
    wording,
  }) => html`<h3>${name}: ${subject}</h3><p>${defect}</p>
<dl><dt>Can be read as</dt><dd>${readings.join('; ')}</dd><dt>The suite takes</dt><dd>${taken}</dd><dt>Could be printed</dt><dd>${wording}</dd></dl>`,
)}
<details><summary>Text for an issue of the specification</summary>${again(`${id} (${any.document}, ${any.section}, at "${any.locator}")\n\n${body.join('\n\n')}`, 'To paste')}</details>`
}
