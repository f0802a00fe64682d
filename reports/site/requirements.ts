import type { CaseResult } from '../case-result.ts'
import type { RequirementResult, Results } from '../results.ts'
import { type Html, html } from './html.ts'
import { badge, caseState, LEGEND, stateOf } from './state.ts'

const WEIGHTS = [
  ['must', 'MUST'],
  ['should', 'SHOULD'],
  ['may', 'MAY'],
  ['report-only', 'report-only'],
] as const

/** Every requirement of a run in one table. The filters are style alone, so they work without a script. */
export function requirementTable(
  { requirements }: Results,
  more: (each: RequirementResult) => Html,
): Html {
  const states = requirements.map(stateOf)
  const verdicts = LEGEND.map((state) => ({
    ...state,
    count: states.filter(({ key }) => key === state.key).length,
  })).filter(({ count }) => count > 0)
  const levels = WEIGHTS.map(([key, word]) => ({
    key,
    word,
    count: requirements.filter(({ weight }) => weight === key).length,
  })).filter(({ count }) => count > 0)
  return html`<div class="filtered">
<div class="filters">
<fieldset><legend>Verdict</legend>
${choice('verdict', 'all', `all ${requirements.length}`, true)}
${verdicts.map(({ key, sign, word, count }) => choice('verdict', key, `${sign} ${word} ${count}`))}
</fieldset>
<fieldset><legend>Level</legend>
${choice('level', 'all', 'all', true)}
${levels.map(({ key, word, count }) => choice('level', key, `${word} ${count}`))}
</fieldset>
<label class="scripted">Text <input type="search" data-filter="requirements" autocomplete="off"></label>
</div>
<table class="requirements" id="requirements"><caption>Requirements in scope</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Verdict</th><th scope="col">What it says</th></tr></thead>
<tbody>${requirements.map((each, i) => row(each, states[i] ?? stateOf(each), more))}</tbody>
</table></div>`
}

function choice(name: string, key: string, text: string, checked = false): Html {
  const id = `${name}-${key}`
  return html`<span class="choice"><input type="radio" name="${name}" id="${id}" value="${key}"${checked ? html` checked` : ''}><label for="${id}">${text}</label></span>`
}

function row(
  each: RequirementResult,
  state: ReturnType<typeof stateOf>,
  more: (each: RequirementResult) => Html,
): Html {
  const { id, level, weight, statement, section, document } = each
  return html`<tr class="v-${state.key} l-${weight}"><th scope="row">${id}</th><td>${level}</td><td>${badge(state)}</td><td><details><summary>${statement}</summary><div id="${id}" class="more"><p>${document}, section “${section}”</p>${reasonOf(each)}${more(each)}</div></details></td></tr>
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
