import type { Interop, Pair } from '../interop.ts'
import { letter } from '../interop-table.ts'
import { again } from './failure.ts'
import { type Html, html } from './html.ts'
import { badge, caseState } from './state.ts'

/** Clients in pairs: senders as rows, receivers as columns; below, why each pair that fails does. */
export function pairsPage({ clients, pairs, revision, suite, seed }: Interop): Html {
  const names = clients.map(({ name }, i) => html`<strong>${letter(i)}</strong> ${name}`)
  const ordinary = pairs.filter(({ failures, passed }) => failures.length > 0 || passed === 0)
  return html`<h1>Who understands whom</h1>
<p>The scenarios that two clients share, each client once as sender and once as receiver. A cell has the requirements that the pair passed, failed and did not measure, and the first that failed. <em>alone</em> is the control: all scenarios of these requirements with one client in every place; a client that passes none of them passes none with others.</p>
<ul>${clients.map(({ address }, i) => html`<li>${names[i]} <code>${address}</code></li>`)}</ul>
<div class="scroll" tabindex="0" role="region" aria-label="Pairs">
<table class="pairs"><caption>Senders as rows, receivers as columns</caption>
<thead><tr><th scope="col">sender</th>${names.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">alone</th></tr></thead>
<tbody>${clients.map(
    ({ address, alone }, i) => html`<tr><th scope="row">${names[i]}</th>${pairs
      .filter(({ sender }) => sender === address)
      .map((pair) => html`<td>${cell(pair, clients)}</td>`)}<td>${countText(alone)}</td></tr>
`,
  )}</tbody></table></div>
${ordinary.map((pair) => details(pair, clients))}
<p>Specifications ${revision}, suite ${suite}, seed <code>${seed}</code>.</p>`
}

type Clients = Interop['clients']

function cell(pair: Pair, clients: Clients): Html {
  const { passed, failed, failures } = pair
  const [first] = failures
  if (passed + failed === 0)
    return html`<a class="cell" href="#${anchor(pair, clients)}">${badge(caseState('not-measured'))}</a>`
  const counts = countText(pair)
  if (!first) return html`${badge(caseState('pass'))} ${counts}`
  return html`<a class="cell" href="#${anchor(pair, clients)}">${badge(caseState('fail'))}</a> ${counts}<br>${first.id}${whom(first)}`
}

function countText({ passed, failed, unmeasured }: Clients[number]['alone']): string {
  return `${passed} passed, ${failed} failed${unmeasured > 0 ? `, ${unmeasured} not measured` : ''}`
}

function whom({ blamed, disputed }: Pair['failures'][number]): string {
  const who = blamed.length > 0 ? `, replace ${blamed.join(', ')}` : ''
  return `${disputed ? ', disputed' : ''}${who}`
}

function details(pair: Pair, clients: Clients): Html {
  const { failures, reason, readings, passed, failed } = pair
  return html`<section id="${anchor(pair, clients)}"><h2>${title(pair, clients)}</h2>
${passed + failed === 0 && html`<p>Not measured: ${reason}</p>`}
${
  readings.length > 0 &&
  html`<p>They declare different readings: ${readings.map(
    ({ key, sender, receiver }) => html`<code>${key}</code> ${sender} and ${receiver}; `,
  )}what fails there is disputed.</p>`
}
<ul class="todo">${failures.map(
    ({
      id,
      level,
      statement,
      wanted,
      got,
      blame,
      again: command,
    }) => html`<li>${badge(caseState('fail'))} ${id} ${level}: ${statement}<br><span class="told">wanted <code>${wanted}</code>, got <code>${got}</code>${blame !== '' && html`<br>blame: ${blame}`}</span>
<details><summary>See it again</summary>${again(command, '')}</details></li>
`,
  )}</ul></section>
`
}

function title({ sender, receiver }: Pair, clients: Clients): string {
  const name = (address: string) =>
    clients.find((each) => each.address === address)?.name ?? address
  return `${name(sender)} to ${name(receiver)}`
}

/** Positions, because addresses are nobody's anchors. */
function anchor({ sender, receiver }: Pair, clients: Clients): string {
  const at = (address: string) => clients.findIndex((each) => each.address === address) + 1
  return `pair-${at(sender)}-${at(receiver)}`
}
