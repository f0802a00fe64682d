import { coverage } from '../../spec/coverage/coverage.ts'
import type { Dispute } from './disputes.ts'
import { type Html, html } from './html.ts'
import type { Links } from './links.ts'
import { cannotFail, tried } from './matrix.ts'
import type { Row, Site } from './model.ts'

/** Requirements listed of one kind; the matrix has all. */
const LISTED = 40

/** Disputed, uncovered and drifted sentences; then which readings were declared. */
export function editor(site: Site, links: Links): Html {
  const { rows, kills } = site
  const of = (kind: Dispute['kind']) => rows.filter(({ dispute }) => dispute?.kind === kind)
  const against = of('against the suite')
  const split = of('split')
  const undecided = of('undecided')
  const differently = of('read differently')
  const untested = coverage().requirements.filter(
    ({ state, weight }) => state === 'untested' && weight === 'must',
  )
  const idle = rows.filter(
    (row) => row.any.weight === 'must' && tried(kills, row.any.area) && cannotFail(row),
  )
  return html`<h3>Disputed: implementations agree against the suite (${against.length})</h3>
${against.length === 0 ? html`<p>None of the requirements measured here.</p>` : disputes(against, links)}
<h3>Split: implementations do it differently (${split.length})</h3>
${split.length === 0 ? html`<p>None of the requirements measured here.</p>` : disputes(split, links)}
${
  undecided.length > 0 &&
  html`<h3>Undecided: clients in one scenario fail, and whose fault it is depends on the reading (${undecided.length})</h3>${disputes(undecided, links)}`
}
${
  differently.length > 0 &&
  html`<details><summary><h3>Read differently: implementations pass under readings that differ (${differently.length})</h3></summary>${disputes(differently, links)}</details>`
}
<h3>Uncovered: MUST requirements without a scenario (${untested.length})</h3>
<p>${
    untested.length === 0
      ? 'None.'
      : html`${untested.slice(0, 12).map(({ id }) => html`<code>${id}</code> `)}${untested.length > 12 && html`and ${untested.length - 12} more: `}<a href="${links.to('coverage')}">coverage</a>`
  }</p>
<h3>Unfalsifiable: passed everywhere, and no mutant was found ${kills ? html`(${idle.length})` : ''}</h3>
<p>${
    kills
      ? idle.length === 0
        ? 'None.'
        : html`${idle.slice(0, LISTED).map(({ id, slug }) => html`<a href="${links.to(`r/${slug}`)}">${id}</a> `)}${idle.length > LISTED && html`and ${idle.length - LISTED} more, hatched in the <a href="${links.to('matrix')}">matrix</a>`}`
      : 'not measured: no kill matrix was given'
  }</p>
<h3>Drifted: changed since the revision that was measured</h3>
${drifted(site)}
${declared(site)}`
}

function disputes(rows: readonly Row[], links: Links): Html {
  return html`<ul class="todo">${rows.map(
    ({
      id,
      slug,
      any,
      dispute,
    }) => html`<li><a href="${links.to(`r/${slug}`)}">${id}</a> ${any.level}: ${any.statement}<br><span class="told">${told(any, dispute)}</span></li>
`,
  )}</ul>`
}

function told({ readings }: Row['any'], dispute: Row['dispute']): string {
  const { fail = [], pass = [], declared = [] } = dispute ?? {}
  return [
    ...(fail.length > 0 ? [`fails: ${fail.join(', ')}`] : []),
    ...(pass.length > 0 ? [`passes: ${pass.join(', ')}`] : []),
    ...(readings.length > 0 ? [`readings ${readings.join(', ')}`] : []),
    ...declared,
  ].join('; ')
}

function drifted({ drift }: Site): Html {
  if (!drift) return html`<p>not measured: no checkout of the RFCs was given</p>`
  const changes = drift.documents.flatMap(({ document, changes }) =>
    changes
      .filter(({ touches, kind }) => touches.length > 0 || kind === 'new')
      .map((change) => ({ document, ...change })),
  )
  if (changes.length === 0) return html`<p>Nothing that is required changed.</p>`
  return html`<ul class="todo">${changes.slice(0, 60).map((change) => {
    const place = change.kind === 'new' ? change.now : change.was
    const text = 'now' in change ? change.now.text : change.was.locator
    return html`<li>${change.kind}: ${change.document}, ${place.section}: “${text}”${change.touches.length > 0 && html`<br><span class="told">touches ${change.touches.map(({ id }) => id).join(', ')}</span>`}</li>
`
  })}</ul>${changes.length > 60 && html`<p>and ${changes.length - 60} more: spec check lists them</p>`}`
}

function declared({ clients }: Site): Html {
  const all = clients.flatMap(({ label, results }) =>
    Object.entries(results.adapter.hello?.readings ?? {}).map(([key, value]) => ({
      label,
      key,
      value,
    })),
  )
  if (all.length === 0) return html``
  return html`<h3>Readings that implementations declare (${all.length})</h3><ul>${all.map(
    ({ label, key, value }) => html`<li>${label}: <code>${key}</code> ${value}</li>`,
  )}</ul>`
}
