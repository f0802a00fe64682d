import { type Html, html } from './html.ts'
import type { Site } from './model.ts'

/** What a green run does not claim, with the figures of these runs. */
export function limitsPage({ clients, rows }: Site): Html {
  const untestable = rows.filter(({ any }) => any.state === 'untestable').length
  const untested = rows.filter(({ any }) => any.state === 'untested').length
  const readings = rows.filter(({ any }) => any.readings.length > 0).length
  return html`<h1>What a green run does not claim</h1>
<ul class="todo">
<li><strong>Not that it is secure.</strong> Conformance is to sentences of the texts; an attack that no sentence speaks of is not looked for.</li>
<li><strong>Not that everything was measured.</strong> Of ${rows.length} requirements here ${untestable} cannot be tested from outside and ${untested} have no scenario yet. A requirement that does not apply or was not measured counts as no pass; the denominators say how many those are.</li>
<li><strong>Not that the text is right.</strong> ${readings} requirements depend on a reading of a sentence that is ambiguous. An implementation declares its reading and is measured by that one.</li>
<li><strong>Not that it works in a real network.</strong> The suite is the network, the clock and the dice: messages are delivered, delayed, dropped, repeated and reordered by it, in virtual time. Sockets, discovery, load and clocks that drift are not part of it.</li>
<li><strong>Not that two implementations work together.</strong> Each was measured alone; what both may do differently, both pass.</li>
<li><strong>Not that every input was tried.</strong> Properties are tried with drawn inputs; the seed repeats a run, another seed tries others.</li>
<li><strong>Not what an adapter supplies itself.</strong> What it declares as emulated is never credited; what it hides cannot be seen.</li>
<li><strong>Not another revision.</strong> The verdicts are of ${[...new Set(clients.map(({ results }) => results.revision.name))].join(', ')}, and of the very versions named; a changed sentence is a new requirement.</li>
</ul>
${clients.map(({ label, results }) => {
  const { hello } = results.adapter
  const notes = [
    ...(hello?.clock === 'real'
      ? ['reads the wall clock, so what needs virtual time was not measured']
      : []),
    ...(hello?.emulated?.length
      ? [
          `${hello.emulated.length} capabilities are its adapter's, not its own: ${hello.emulated.join(', ')}`,
        ]
      : []),
    ...(results.must.notMeasured > 0
      ? [`${results.must.notMeasured} of ${results.must.total} MUST requirements were not measured`]
      : []),
    ...(results.must.notApplicable > 0
      ? [
          `${results.must.notApplicable} of ${results.must.total} MUST requirements do not apply to what it claims`,
        ]
      : []),
  ]
  return notes.length === 0
    ? html``
    : html`<h2>${label}</h2><ul>${notes.map((each) => html`<li>${each}</li>`)}</ul>`
})}`
}
