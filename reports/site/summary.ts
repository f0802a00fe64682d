import { line } from '../plain.ts'
import { verdictBadge } from './banner.ts'
import { bar, countsText } from './chart.ts'
import { editor } from './editor.ts'
import { type Html, html } from './html.ts'
import { implementer } from './implementer.ts'
import type { Links } from './links.ts'
import type { Site } from './model.ts'
import { release } from './release.ts'

/** What three readers want first: three sections of one page, which the switch brings to the top. */
export function summary(site: Site, links: Links): Html {
  return html`<h1>Conformance to the Vac/Status RFCs</h1>
<p class="switch" role="group" aria-label="Reader">Read as <a href="#implementer" data-reader>implementer</a> <a href="#editor" data-reader>spec editor</a> <a href="#release" data-reader>release</a></p>
<table class="clients"><caption>Implementations</caption>
<thead><tr><th scope="col">Implementation</th><th scope="col">Verdict</th><th scope="col">MUST and IMPLIED</th><th scope="col">All</th></tr></thead>
<tbody>${site.clients.map(
    ({
      label,
      slug,
      results,
    }) => html`<tr><th scope="row"><a href="${links.to(`c/${slug}`)}">${label}</a></th><td>${verdictBadge(results.verdict)}<br>exit ${results.exit}: ${line(results.reason, 220)}</td><td>${countsText(results.must)}${bar(results.must)}</td><td>${countsText(results.summary)}${bar(results.summary)}</td></tr>
`,
  )}</tbody></table>
<div class="readers">
<section class="reader" id="implementer" tabindex="-1" aria-labelledby="h-implementer"><h2 id="h-implementer">Implementer: what is to be mended</h2>${implementer(site, links)}</section>
<section class="reader" id="editor" tabindex="-1" aria-labelledby="h-editor"><h2 id="h-editor">Spec editor: which sentences need a look</h2>${editor(site, links)}</section>
<section class="reader" id="release" tabindex="-1" aria-labelledby="h-release"><h2 id="h-release">Release: may it be shipped</h2>${release(site, links)}</section>
</div>`
}
