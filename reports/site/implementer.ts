import { speaking } from '../block.ts'
import { TRUE_ENTRY } from '../conclude.ts'
import { line } from '../plain.ts'
import { reproduce } from '../reproduce.ts'
import type { RequirementResult } from '../results.ts'
import { again } from './failure.ts'
import { type Html, html } from './html.ts'
import { type Links, slug } from './links.ts'
import type { Client, Site } from './model.ts'
import { badgeOf } from './state.ts'

/** Failures told one by one; the matrix has all. */
const LISTED = 40

/** For each implementation: new failures first, false claims among them, then the baseline, then what only deviates. */
export function implementer({ clients }: Site, links: Links): Html {
  return html`${clients.map((client) => todo(client, links))}`
}

function todo(client: Client, links: Links): Html {
  const { requirements, baseline } = client.results
  const failed = requirements.filter(({ verdict }) => verdict === 'fail')
  const fresh = failed.filter(({ flags }) => !flags.includes('baselined'))
  const must = fresh.filter(({ weight }) => weight === 'must')
  const claims = must.filter((each) => speaking(each)?.finding?.kind === 'false-claim')
  const violations = must.filter((each) => !claims.includes(each))
  const deviations = fresh.filter(({ weight }) => weight !== 'must')
  const untrue = baseline?.entries.filter(({ state }) => !TRUE_ENTRY.includes(state)) ?? []
  const known = failed.length - fresh.length
  const nothing = fresh.length + untrue.length === 0
  return html`<h3>${client.label}</h3>
${nothing && html`<p>No new failure${known > 0 ? `; ${known} known` : ''}. ${client.results.must.notMeasured > 0 ? `${client.results.must.notMeasured} MUST requirements were not measured.` : ''}</p>`}
${list(baseline ? 'New failures' : 'Failures', violations, client, links)}
${list('False claims: claimed in hello, answered as unsupported', claims, client, links)}
${
  untrue.length > 0 &&
  html`<h4>Baseline entries that no longer hold (${untrue.length})</h4><ul>${untrue.map(
    ({ id, state, because }) => html`<li><strong>${id}</strong> ${state}: ${because}</li>`,
  )}</ul>`
}
${list('Deviations that do not decide', deviations, client, links)}`
}

function list(
  title: string,
  all: readonly RequirementResult[],
  client: Client,
  links: Links,
): Html {
  const [first] = all
  if (!first) return html``
  return html`<h4>${title} (${all.length})</h4>
<ul class="todo">${all.slice(0, LISTED).map((each) => item(each, client, links))}</ul>
${all.length > LISTED && html`<p>and ${all.length - LISTED} more: see the <a href="${links.to('matrix')}">matrix</a></p>`}
${again(reproduce(client.results, first.id), 'See the first again')}`
}

function item(each: RequirementResult, client: Client, links: Links): Html {
  const finding = speaking(each)?.finding
  return html`<li>${badgeOf(each)} <a href="${links.to(`f/${client.slug}/${slug(each.id)}`)}">${each.id}</a> ${each.statement}<br><span class="told">wanted <code>${line(finding?.wanted ?? '', 120)}</code>, got <code>${line(finding?.got ?? each.reason, 120)}</code></span></li>
`
}
