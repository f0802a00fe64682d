import { compare } from '../compare.ts'
import { verdictBadge } from './banner.ts'
import { countsText } from './chart.ts'
import { type Html, html } from './html.ts'
import type { Links } from './links.ts'
import type { Client, Site } from './model.ts'

/** Verdict, the one reason, the denominator, what it rests on, and what changed since the last release. */
export function release(site: Site, links: Links): Html {
  return html`${site.clients.map((client) => one(client, site, links))}
<h3>What the verdicts rest on</h3>
<dl>
<dt>Null gate</dt><dd>${nullGate(site)}</dd>
<dt>Mutants</dt><dd>${mutants(site)}</dd>
<dt>Limits</dt><dd><a href="${links.to('limits')}">What a green run does not claim</a></dd>
</dl>`
}

function one({ label, slug, results }: Client, { before }: Site, links: Links): Html {
  const { verdict, exit, reason, must, summary, revision, suite, seed, baseline } = results
  return html`<h3><a href="${links.to(`c/${slug}`)}">${label}</a></h3>
<p class="headline">${verdictBadge(verdict)} <span>exit ${exit}: ${reason}</span></p>
<dl>
<dt>MUST and IMPLIED</dt><dd>${countsText(must)}</dd>
<dt>All</dt><dd>${countsText(summary)}</dd>
<dt>Measured against</dt><dd>specifications ${revision.name} <code>${revision.digest}</code></dd>
<dt>By</dt><dd>suite ${suite.version}, seed <code>${seed}</code></dd>
<dt>Baseline</dt><dd>${baseline ? `${baseline.entries.length} entries, ${baseline.entries.filter(({ state }) => state === 'live').length} live` : 'none'}</dd>
<dt>Since before</dt><dd>${before && sameClient(before, results) ? changes(before, results, links) : 'not measured: no earlier results of it were given'}</dd>
</dl>`
}

/** Whether two results are of one implementation, in whatever version. */
export function sameClient(a: Client['results'], b: Client['results']): boolean {
  const name = ({ adapter }: Client['results']) =>
    adapter.hello?.implementation.name ?? adapter.address
  return name(a) === name(b)
}

function changes(before: Client['results'], now: Client['results'], links: Links): Html {
  const { lost, gained, shrunk, newlyMeasured } = compare(before, now)
  return html`${lost.length} lost, ${gained.length} gained, ${shrunk.length} no longer measured, ${newlyMeasured.length} newly measured: <a href="${links.to('diff')}">differences</a>`
}

function nullGate({ controls, rows }: Site): string {
  if (controls.length === 0) return 'not measured: nothing of impostors was given'
  const asked = rows.filter(({ impostors }) => impostors.asked > 0)
  const holes = asked.filter(({ impostors }) => impostors.fooled.length > 0).length
  return `${controls.length} clients that implement nothing passed ${holes} of ${asked.length} requirements`
}

function mutants({ kills }: Site): string {
  if (!kills) return 'not measured: no kill matrix was given'
  const count = (kind: string) => {
    const all = kills.rows.filter((row) => row.kind === kind)
    return [all.filter(({ right }) => right).length, all.length]
  }
  const [killed, of] = count('mutant')
  const [passed, variants] = count('variant')
  return `${killed} of ${of} faulty clients found, ${passed} of ${variants} allowed variants passed, ${kills.unkilled.length} MUST requirements without a mutant that fails them`
}
