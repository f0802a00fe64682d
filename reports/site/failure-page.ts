import { stringify } from 'yaml'
import { clientName } from '../console.ts'
import type { RequirementResult } from '../results.ts'
import { again, failure } from './failure.ts'
import { type Html, html } from './html.ts'
import type { Links } from './links.ts'
import type { Client, Row } from './model.ts'
import { badgeOf } from './state.ts'

/** Cases told in full on one page. */
const CASES = 10

/** One failed requirement of one implementation, with everything that helps to mend or to dispute it. */
export function failurePage(row: Row, client: Client, links: Links): Html {
  const requirement = client.byId.get(row.id) ?? row.any
  const failed = requirement.cases.filter(({ verdict }) => verdict === 'fail')
  return html`<h1>${badgeOf(requirement)} ${row.id}</h1>
<p>${requirement.level}: ${requirement.statement}</p>
<p><a href="${links.to(`c/${client.slug}`)}">${client.label}</a>, <a href="${links.to(`r/${row.slug}`)}">the requirement and other implementations</a></p>
${failed.slice(0, CASES).map(
  (
    each,
    i,
  ) => html`<section><h2>${i + 1}: ${each.name}</h2>${failure(requirement, each, client.results)}</section>
`,
)}
${failed.length > CASES && html`<p>and ${failed.length - CASES} more failed cases: see results.json</p>`}
<details><summary>This is known: an entry for the baseline</summary>${again(entry(requirement), 'To paste')}</details>
<details><summary>You disagree: text for a dispute</summary>${again(dispute(requirement, client), 'To paste')}</details>`
}

function entry({ id, signature = '' }: RequirementResult): string {
  const fields = { id, signature, reason: '', owner: '', expires: '' }
  return stringify([fields]).trimEnd()
}

function dispute(requirement: RequirementResult, { results }: Client): string {
  const { id, document, section, locator, statement, cases, readings } = requirement
  const finding = cases.find(({ verdict }) => verdict === 'fail')?.finding
  return `${id} of vac-conformance ${results.suite.version}, specifications ${results.revision.name}

The text: ${document}, section "${section}", at "${locator}"
The suite reads: ${statement}${readings.length > 0 ? ` (readings ${readings.join(', ')})` : ''}
${clientName(results)}: wanted ${finding?.wanted.slice(0, 300)}, got ${finding?.got.slice(0, 300)}

We read it otherwise, because `
}
