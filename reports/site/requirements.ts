import type { CaseResult } from '../case-result.ts'
import type { RequirementResult, Results } from '../results.ts'
import { filterForm } from './choice.ts'
import { type Html, html } from './html.ts'
import { badge, caseState, LEGEND, stateOf } from './state.ts'

const WEIGHTS = [
  ['must', 'MUST'],
  ['should', 'SHOULD'],
  ['may', 'MAY'],
  ['report-only', 'report-only'],
] as const

/**
 * Every requirement of a run in one table. The filters are style alone, so they work without a script.
 * `prefix` keeps the anchors of several tables of one page apart.
 */
export function requirementTable(
  { requirements }: Results,
  more: (each: RequirementResult) => Html,
  prefix = '',
): Html {
  const states = requirements.map(stateOf)
  const verdicts = LEGEND.map(({ key, sign, word }) => ({
    key,
    text: `${sign} ${word} ${states.filter((state) => state.key === key).length}`,
  })).filter(({ key }) => states.some((state) => state.key === key))
  const levels = WEIGHTS.map(([key, word]) => ({
    key,
    text: `${word} ${requirements.filter(({ weight }) => weight === key).length}`,
  })).filter(({ key }) => requirements.some(({ weight }) => weight === key))
  return html`<div class="filtered">
${filterForm({ verdict: verdicts, level: levels })}
<table class="unscripted requirements"><caption>${requirements.length} requirements in scope</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Verdict</th><th scope="col">What it says</th></tr></thead>
<tbody>${requirements.map((each, i) => row(each, states[i] ?? stateOf(each), more, prefix))}</tbody>
</table></div>`
}

function row(
  each: RequirementResult,
  state: ReturnType<typeof stateOf>,
  more: (each: RequirementResult) => Html,
  prefix: string,
): Html {
  const { id, level, weight, statement, section, document } = each
  return html`<tr class="v-${state.key} l-${weight}"><th scope="row">${id}</th><td>${level}</td><td>${badge(state)}</td><td><details><summary>${statement}</summary><div id="${prefix}${id}" class="more"><p>${document}, section “${section}”</p>${reasonOf(each)}${more(each)}</div></details></td></tr>
`
}

function reasonOf({ verdict, reason }: RequirementResult): Html {
  return verdict === 'pass' || verdict === 'fail' || reason === ''
    ? html``
    : html`<p>${caseState(verdict).word}: ${reason}</p>`
}

/** The cases of a requirement, one line each. */
export function caseList(cases: readonly CaseResult[]): Html {
  if (cases.length === 0) return html`<p>No scenario.</p>`
  return html`<ul class="cases">${cases.map(
    ({ verdict, name, uri, line, presences, absences, reason, notes }) =>
      html`<li>${badge(caseState(verdict))} ${name} <code>${uri}:${line}</code> ${verdict === 'pass' ? `${presences} compared${absences > 0 ? `, ${absences} found absent` : ''}` : reason}${notes.length > 0 ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : ''}</li>
`,
  )}</ul>`
}
