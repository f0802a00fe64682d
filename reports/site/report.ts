import { clientName } from '../console.ts'
import { reproduce } from '../reproduce.ts'
import type { RequirementResult, Results } from '../results.ts'
import { banner, provenance } from './banner.ts'
import { again, failure } from './failure.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'
import { caseList, requirementTable } from './requirements.ts'
import { badgeOf } from './state.ts'

/** One run in one file: verdict, reason, denominators; the failures; every requirement. */
export function reportPage(results: Results): string {
  const failed = results.requirements.filter(({ verdict }) => verdict === 'fail')
  const decides = ({ weight, flags }: RequirementResult) =>
    weight === 'must' && !flags.includes('baselined')
  const must = failed.filter(decides)
  const others = failed.filter((each) => !decides(each))
  return page({
    title: `${results.verdict}: ${clientName(results)}`,
    body: html`${banner(results)}
${list('Failures', must, results)}
${list('Deviations that do not decide', others, results)}
<section aria-labelledby="all"><h2 id="all">Requirements</h2>
${requirementTable(results, (each) => details(each, results))}</section>
<section aria-labelledby="run"><h2 id="run">The run</h2>${provenance(results)}</section>`,
  })
}

function list(title: string, failed: readonly RequirementResult[], results: Results): Html {
  if (failed.length === 0) return html``
  const name = title.toLowerCase().replaceAll(' ', '-')
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${title} (${failed.length})</h2>
${failed.map((each, i) => article(each, results, i < 3))}</section>`
}

function article(requirement: RequirementResult, results: Results, open: boolean): Html {
  const { id, level, statement, cases } = requirement
  const failed = cases.filter(({ verdict }) => verdict === 'fail')
  return html`<details class="article"${open ? html` open` : ''}><summary>${badgeOf(requirement)} <strong>${id}</strong> ${level} ${statement}</summary>
<div id="f-${id}">${failed.slice(0, 10).map((each) => failure(requirement, each, results))}${
    failed.length > 10
      ? html`<p>and ${failed.length - 10} more failed cases: see results.json</p>`
      : ''
  }</div></details>
`
}

function details(requirement: RequirementResult, results: Results): Html {
  const { id, verdict, cases } = requirement
  return html`${caseList(cases)}${verdict === 'fail' ? html`<p><a href="#f-${id}">The failure in full</a></p>` : ''}${cases.length > 0 ? again(reproduce(results, id)) : ''}`
}
