import { clientName } from '../console.ts'
import type { Results } from '../results.ts'
import { bar, countsText } from './chart.ts'
import { type Html, html } from './html.ts'

const SIGNS: Record<Results['verdict'], { sign: string; key: string }> = {
  conformant: { sign: '✓', key: 'pass' },
  'known failures only': { sign: '≈', key: 'known' },
  'not conformant': { sign: '✗', key: 'fail' },
  'baseline outdated': { sign: '☆', key: 'inconclusive' },
  'not measured': { sign: '—', key: 'not-measured' },
}

/** The verdict as a word, a sign and a colour. */
export function verdictBadge(verdict: Results['verdict']): Html {
  const { sign, key } = SIGNS[verdict]
  return html`<span class="verdict ${key}"><span aria-hidden="true">${sign}</span> ${verdict}</span>`
}

/** Verdict, reason, denominators: what every page about one run begins with. */
export function banner(results: Results): Html {
  const { verdict, exit, reason, must, summary } = results
  return html`<header class="banner">
<h1>${clientName(results)}</h1>
<p class="headline">${verdictBadge(verdict)} <span>exit ${exit}: ${reason}</span></p>
<dl class="counts">
<dt>MUST and IMPLIED</dt><dd>${countsText(must)}${bar(must)}</dd>
<dt>All requirements</dt><dd>${countsText(summary)}${bar(summary)}</dd>
</dl>
</header>`
}

/** What was run, so that it can be run again. */
export function provenance(results: Results): Html {
  const {
    adapter,
    bindings = [],
    suite,
    seed,
    digests,
    startedAt,
    wallMs,
    scope,
    shard,
    revision,
  } = results
  const asked = [...scope.areas, ...scope.ids, scope.tags].filter((each) => each !== '').join(' ')
  const { hello } = adapter
  const rows: [string, string][] = [
    ['Adapter', adapter.address],
    ...bindings.map(({ name, adapter: each }): [string, string] => [
      `Client of ${name}`,
      `${each.address} (${each.hello ? `${each.hello.implementation.name} ${each.hello.implementation.version}` : 'did not say who it is'})`,
    ]),
    ...(hello
      ? [
          ['Shim', `${hello.adapter.name} ${hello.adapter.version}`] as [string, string],
          ['Clock', hello.clock] as [string, string],
          ['Areas', hello.areas.join(', ')] as [string, string],
        ]
      : []),
    ...Object.entries(adapter.digests).map(([name, digest]): [string, string] => [name, digest]),
    ['Scope asked', asked === '' ? 'all that the client claims' : asked],
    ...(shard ? [['Shard', `${shard.index} of ${shard.total}`] as [string, string]] : []),
    ['Seed', seed],
    ['Suite', `${suite.version}, Node ${suite.node}`],
    ['Specifications', `${revision.name} ${revision.digest}`],
    ['Requirements', digests.requirements],
    ['Features', digests.features],
    ['Begun', `${startedAt}, ${(wallMs / 1000).toFixed(1)} s of wall time`],
  ]
  return html`<dl class="provenance">${rows.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>`
}
