import { blameText, judgedText, triedText } from '../blame.ts'
import { control } from '../block.ts'
import type { CaseResult } from '../case-result.ts'
import { dump, type Row } from '../hex.ts'
import { plain } from '../plain.ts'
import { reproduce } from '../reproduce.ts'
import type { RequirementResult, Results } from '../results.ts'
import { againText, lastWords, moment, participants, type Step, trace } from '../trace.ts'
import { type Html, html } from './html.ts'

/** Calls shown of one case, up to the deviation and a few after it. */
const CALLS = 60
/** Characters of one text in a page; results.json has more. */
const TEXT = 4_000

/** One failed case as its reader needs it: wanted, got, the control; then how it came to that; then how to see it again. */
export function failure(
  requirement: RequirementResult,
  failed: CaseResult,
  results: Results,
): Html {
  const { finding, name, uri, line } = failed
  return html`<div class="failure">
<dl>
<dt>Wanted</dt><dd><code>${short(finding?.wanted ?? '')}</code></dd>
<dt>Got</dt><dd><code>${short(finding?.got ?? failed.reason)}</code></dd>
<dt>About</dt><dd>${short(finding?.subject ?? '')} <span class="kind">${finding?.kind}</span></dd>
<dt>Scenario</dt><dd>${name} <code>${uri}:${line}</code></dd>
<dt>Control</dt><dd>${controlOf(requirement)}</dd>
${faultOf(failed)}</dl>
${bytes(finding?.bytes)}
${schedule(failed)}
${calls(failed)}
${stderr(failed)}
${again(reproduce(results, requirement.id))}
</div>`
}

/** A command or text to copy; the button is the script's to add. */
export function again(command: string, title = 'See it again'): Html {
  return html`<div class="again"><span>${title}</span><pre class="copy" tabindex="0">${command}</pre></div>`
}

function controlOf(requirement: RequirementResult): Html {
  const passed = control(requirement)
  return passed
    ? html`<span class="state pass"><span aria-hidden="true">✓</span> pass</span> ${passed.name} <code>${passed.uri}:${passed.line}</code>`
    : html`none: no other scenario of this requirement passed`
}

/** Who was judged and who is to blame, where that is another question than who the client is. */
function faultOf(failed: CaseResult): Html {
  const { blame } = failed
  return html`${judgedText(failed).map(
    (each) => html`<dt>Judged</dt><dd>${each}</dd>
`,
  )}${
    blame &&
    html`<dt>Blame</dt><dd>${blameText(blame)}<br><span class="told">${short(triedText(blame))}</span></dd>
`
  }`
}

function calls(failed: CaseResult): Html {
  const steps = trace(failed, 240)
  if (steps.length === 0) return html``
  const blamed = steps.findIndex(({ deviates }) => deviates)
  const end = blamed < 0 ? steps.length : Math.min(steps.length, blamed + 6)
  const start = Math.max(0, end - CALLS)
  const hidden = steps.length - (end - start) + failed.callsDropped
  const who = participants(steps)
  return html`<details open><summary>${steps.length + failed.callsDropped} calls to ${whoText(who)}, in virtual milliseconds since the scenario began${hidden > 0 ? ` (${hidden} of them not shown)` : ''}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Calls"><table class="calls"><caption>Calls</caption>
<thead><tr><th scope="col" class="number">#</th><th scope="col" class="number">virtual ms</th><th scope="col">participant</th><th scope="col">call</th><th scope="col">answer</th></tr></thead>
<tbody>${steps.slice(start, end).map(callRow)}</tbody></table></div></details>`
}

const whoText = (who: readonly string[]) =>
  who.length > 8 ? `${who.slice(0, 8).join(', ')} and ${who.length - 8} more` : who.join(', ')

function callRow(step: Step): Html {
  const { number, at, participant, op, said, answered, deviates, again } = step
  return html`<tr${deviates ? html` class="here"` : ''}><td class="number">${number}</td><td class="number">${moment(at)}</td><td>${participant}</td><td><code>${op}</code> ${said}</td><td>${answered}${deviates ? html` <strong>◀ first deviation</strong>` : ''}${again && html` <em>↻ ${againText(step)}</em>`}</td></tr>
`
}

function bytes(compared: NonNullable<CaseResult['finding']>['bytes']): Html {
  if (!compared) return html``
  const { differs, wanted, got } = dump(compared, 8)
  return html`<details open><summary>Bytes${differs === undefined ? '' : `: first difference at byte ${differs}`}${compared.field !== undefined && html`, in <code>${compared.field}</code>`}</summary>
<div class="bytes">${wanted && rows('Wanted', wanted)}${rows('Got', got)}</div></details>`
}

function rows(title: string, all: readonly Row[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title} bytes"><table><caption>${title}</caption><tbody>${all.map(
    ({ offset, bytes, ascii, mark }) =>
      html`<tr><th scope="row">${offset.toString(16).padStart(4, '0')}</th><td><code>${bytes.map(
        (byte, i) => (i === mark ? html`<mark>${byte}</mark> ` : `${byte} `),
      )}${mark === bytes.length ? html`<mark>end</mark>` : ''}</code></td><td><code>${ascii}</code></td></tr>
`,
  )}</tbody></table></div>`
}

function schedule({ counterexample }: CaseResult): Html {
  if (!counterexample) return html``
  const { runs, shrinks, schedule } = counterexample
  return html`<details open><summary>Schedule, shrunk in ${shrinks} steps from run ${runs}</summary><pre tabindex="0">${short(schedule)}</pre></details>`
}

function stderr(failed: CaseResult): Html {
  const lines = lastWords(failed, 25)
  return lines.length === 0
    ? html``
    : html`<details><summary>Last lines that the client wrote to stderr (${lines.length})</summary><pre tabindex="0">${lines.join('\n')}</pre></details>`
}

function short(text: string): string {
  return text.length <= TEXT ? text : `${plain(text.slice(0, TEXT))}… (${text.length} characters)`
}
