import { coverage, type RequirementCoverage } from '../../spec/coverage/coverage.ts'
import { type Html, html } from './html.ts'
import { type Links, slug } from './links.ts'
import type { Site } from './model.ts'

/** Whether every sentence of the texts is accounted for, and how: what is missing first. */
export function coveragePage({ rows }: Site, links: Links): Html {
  const { revision, digest, documents, requirements } = coverage()
  const here = new Set(rows.map(({ id }) => id))
  const of = (state: RequirementCoverage['state']) =>
    requirements.filter((each) => each.state === state)
  const open = documents.flatMap(({ document, unaccounted }) =>
    unaccounted.map((each) => ({ document, ...each })),
  )
  return html`<h1>Coverage of the specifications</h1>
<p>Revision ${revision}, digest <code>${digest}</code></p>
<table><caption>Sentences, table rows and protobuf declarations of each text</caption>
<thead><tr><th scope="col">Text</th><th scope="col">Sentences</th><th scope="col">Required</th><th scope="col">Excluded with a reason</th><th scope="col">Open</th><th scope="col">Requirements tested</th></tr></thead>
<tbody>${documents.map(({ document, title, sentences, mapped, excluded, unaccounted }) => {
    const own = requirements.filter((each) => each.document === document)
    const tested = own.filter(({ state }) => state === 'tested').length
    return html`<tr><th scope="row" class="wrap">${title}</th><td class="number">${sentences}</td><td class="number">${mapped}</td><td class="number">${excluded}</td><td class="number">${unaccounted.length}</td><td>${own.length === 0 ? 'not measured: none' : `${tested} of ${own.length}`}${share(tested, own.length)}</td></tr>
`
  })}</tbody></table>
<h2>Sentences that nothing accounts for (${open.length})</h2>
${
  open.length === 0
    ? html`<p>None.</p>`
    : html`<ul>${open.map(({ document, section, line, locator }) => html`<li>${document} line ${line}, ${section}: “${locator} …”</li>`)}</ul>`
}
${list('Untested', of('untested'), here, links)}
${list('Untestable', of('untestable'), here, links)}
${list('Depends on a reading of an ambiguous text', ambiguous(requirements, rows), here, links)}
${list('Tested', of('tested'), here, links)}`
}

function ambiguous(all: readonly RequirementCoverage[], rows: Site['rows']): RequirementCoverage[] {
  const unclear = new Set(rows.filter(({ any }) => any.readings.length > 0).map(({ id }) => id))
  return all.filter(({ id }) => unclear.has(id))
}

function share(part: number, whole: number): Html {
  if (whole === 0) return html``
  const width = (part / whole) * 600
  return html`<svg class="bar" viewBox="0 0 600 14" preserveAspectRatio="none" role="img" aria-label="${part} of ${whole}"><rect class="track" x="0" y="0" width="600" height="14"></rect><rect class="pass" x="0" y="0" width="${width.toFixed(1)}" height="14"></rect></svg>`
}

function list(
  title: string,
  all: readonly RequirementCoverage[],
  here: ReadonlySet<string>,
  links: Links,
): Html {
  if (all.length === 0) return html``
  return html`<details><summary>${title} (${all.length})</summary>
<table><caption>${title}</caption><thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">What it says</th><th scope="col">Scenarios</th><th scope="col">Vectors</th><th scope="col">Mutants</th></tr></thead>
<tbody>${all.map(
    ({ id, level, statement, reason, scenarios, vectors, mutants }) =>
      html`<tr><th scope="row">${here.has(id) ? html`<a href="${links.to(`r/${slug(id)}`)}">${id}</a>` : id}</th><td>${level}</td><td>${statement}${reason && html`<br><span class="told">${reason}</span>`}</td><td class="number">${scenarios.length}</td><td class="number">${vectors.length}</td><td class="number">${mutants.length}</td></tr>
`,
  )}</tbody></table></details>`
}
