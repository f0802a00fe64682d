import type { RequirementResult } from '../results.ts'
import { filterForm } from './choice.ts'
import { type Html, html } from './html.ts'
import type { Links } from './links.ts'
import type { Client, Row, Site } from './model.ts'
import { LEGEND, stateOf } from './state.ts'

/** Requirements as rows, implementations as columns, and beside them what shows that a row can fail at all. */
export function matrix(site: Site, links: Links): Html {
  const { clients, rows, controls, kills } = site
  return html`<h1>Requirements and implementations</h1>
<p>${rows.length} requirements, ${clients.length} ${clients.length === 1 ? 'implementation' : 'implementations'}.
<em>null</em>: how many of ${controls.length} clients that implement nothing passed; it has to be 0 everywhere${controls.length === 0 ? ' (not measured: nothing of impostors was given)' : ''}.
<em>mutants</em>: how many faulty clients the row's scenarios found${kills ? '; a hatched row passes everywhere and was failed by none, so nothing shows that it can fail' : ' (not measured: no kill matrix was given)'}.</p>
<div class="filtered matrix">
${filters(site)}
<div class="unscripted scroll tall" tabindex="0" role="region" aria-label="Matrix">
<table><caption>Verdicts</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th>${clients.map(
    (each) => html`<th scope="col"><a href="${links.to(`c/${each.slug}`)}">${each.label}</a></th>`,
  )}<th scope="col">null</th><th scope="col">mutants</th></tr></thead>
${sections(site, links)}
</table></div></div>`
}

/** Row groups in the order of the specification, a heading row for each section. */
function sections(site: Site, links: Links): Html[] {
  const width = site.clients.length + 4
  const groups = Map.groupBy(site.rows, ({ any }) => `${any.document}, ${any.section}`)
  let order = 0
  return [...groups].map(
    ([
      name,
      rows,
    ]) => html`<tbody><tr class="section"><th colspan="${width}" scope="colgroup">${name}</th></tr>
${mustFirst(rows).map((each) => rowOf(each, site, links, order++))}</tbody>
`,
  )
}

const WEIGHTS = ['must', 'should', 'may', 'report-only']

function mustFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => WEIGHTS.indexOf(a.any.weight) - WEIGHTS.indexOf(b.any.weight))
}

function rowOf(row: Row, { clients, kills }: Site, links: Links, order: number): Html {
  const { id, slug, any, cells, mutants, impostors } = row
  const states = [...new Set(cells.flatMap((cell) => (cell ? [stateOf(cell).key] : [])))]
  const idle = tried(kills, any.area) && cannotFail(row)
  const classes = [
    ...states.map((key) => `v-${key}`),
    `l-${any.weight}`,
    `a-${any.area}`,
    ...(states.length > 1 ? ['disagree'] : []),
    ...(idle ? ['hatched'] : []),
  ]
  const tested = cells.filter((cell) => cell?.verdict === 'pass' || cell?.verdict === 'fail').length
  return html`<tr class="${classes.join(' ')}" data-order="${order}" data-disagree="${states.length > 1 ? 0 : 1}" data-tested="${tested}"><th scope="row"><a href="${links.to(`r/${slug}`)}">${id}</a> <span class="statement">${any.statement}</span></th><td>${any.level}</td>${cells.map(
    (cell, i) => cellOf(cell, clients[i], slug, links),
  )}<td>${nullOf(impostors)}</td><td>${
    !tried(kills, any.area)
      ? html`<span class="state not-measured"><span aria-hidden="true">—</span> not measured</span>`
      : mutantText(mutants, idle)
  }</td></tr>
`
}

/** Whether the kill matrix is of this area: it may be of some alone. */
export function tried(kills: Site['kills'], area: string): boolean {
  return kills?.rows.some((row) => row.area === area) ?? false
}

/** No implementation and no mutant was ever failed by it, though it passed. */
export function cannotFail({ cells, mutants }: Row): boolean {
  const measured = cells.filter((cell) => cell?.verdict === 'pass' || cell?.verdict === 'fail')
  return (
    mutants.killed.length === 0 &&
    measured.length > 0 &&
    measured.every((cell) => cell?.verdict === 'pass')
  )
}

function mutantText({ aimed, killed }: Row['mutants'], idle: boolean): string {
  if (idle) return 'cannot fail: no mutant found'
  return `${killed.length} found${aimed > 0 ? `, ${aimed} aimed at it` : ''}`
}

function nullOf({ asked, fooled }: Row['impostors']): Html {
  if (asked === 0)
    return html`<span class="state not-measured"><span aria-hidden="true">—</span> not measured</span>`
  return fooled.length === 0
    ? html`<span class="state pass"><span aria-hidden="true">✗</span> 0 of ${asked}</span>`
    : html`<span class="state fail"><span aria-hidden="true">!</span> passed ${fooled.length} of ${asked}</span>`
}

function cellOf(
  cell: RequirementResult | undefined,
  client: Client | undefined,
  row: string,
  links: Links,
): Html {
  if (!cell || !client) return html`<td class="not-applicable">· out of scope</td>`
  const page = cell.verdict === 'fail' ? `f/${client.slug}/${row}` : `r/${row}`
  const { sign, word, key } = stateOf(cell)
  // Two elements and no more: a large matrix has tens of thousands of cells.
  return html`<td><a class="${key}" href="${links.to(page)}">${sign} ${word}</a>${cell.flags.includes('disputed') && html` <span class="kind">disputed</span>`}</td>`
}

function filters({ rows }: Site): Html {
  const shown = LEGEND.filter(({ key }) =>
    rows.some(({ cells }) => cells.some((cell) => cell && stateOf(cell).key === key)),
  )
  const distinct = (values: string[]) => [...new Set(values)]
  const order = html`<label class="scripted">Order <select name="order"><option value="order">of the specification</option><option value="disagree">disagreement first</option><option value="tested">fewest measured first</option></select></label>`
  return filterForm(
    {
      verdict: [
        { key: 'disagree', text: '⇄ they disagree' },
        ...shown.map(({ key, sign, word }) => ({ key, text: `${sign} ${word}` })),
      ],
      level: distinct(rows.map(({ any }) => any.weight)).map((key) => ({
        key,
        text: key === 'report-only' ? key : key.toUpperCase(),
      })),
      area: distinct(rows.map(({ any }) => any.area)).map((key) => ({ key, text: key })),
    },
    order,
  )
}
