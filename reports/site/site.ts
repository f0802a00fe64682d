import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Results } from '../results.ts'
import { clientPage } from './client.ts'
import { coveragePage } from './coverage.ts'
import { diffPage } from './diff.ts'
import { failurePage } from './failure-page.ts'
import { type Html, html } from './html.ts'
import { limitsPage } from './limits.ts'
import { type Links, linksFrom, linksWithin } from './links.ts'
import { matrix } from './matrix.ts'
import { arrange, type Client, type Site, type Sources } from './model.ts'
import { asset, page } from './page.ts'
import { pairsPage } from './pairs.ts'
import { sameClient } from './release.ts'
import { requirementPage } from './requirement.ts'
import { summary } from './summary.ts'
import { vectorFiles, vectorsPage } from './vectors.ts'

interface Part {
  /** Path without `.html`, or the name of the section. */
  readonly name: string
  readonly title: string
  readonly body: (links: Links) => Html
}

const MAIN = [
  ['index', 'Summary'],
  ['matrix', 'Matrix'],
  ['pairs', 'Pairs'],
  ['diff', 'Differences'],
  ['coverage', 'Coverage'],
  ['vectors', 'Vectors'],
  ['limits', 'Limits'],
] as const

/** Writes the site as a folder of pages; answers how many. The address of its first page is index.html. */
export function writeSite(sources: Sources, folder: string): number {
  const site = arrange(sources)
  const all = parts(site, true)
  const main = mainOf(all)
  const write = (path: string, text: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  for (const { name, title, body } of all) {
    const links = linksFrom(name)
    const root = links.root ?? ''
    write(
      `${name}.html`,
      page({ title, nav: navigation(main, links, name), body: body(links), root }),
    )
  }
  for (const name of ['style.css', 'site.js'] as const) write(name, asset(name))
  for (const { path, text } of vectorFiles()) write(`vectors/${path}`, text)
  return all.length
}

/** The whole site as one file. */
export function siteFile(sources: Sources): string {
  const all = parts(arrange(sources), false)
  return page({
    title: 'Conformance to the Vac/Status RFCs',
    nav: navigation(mainOf(all), linksWithin),
    body: html`<div class="pages">${all.map(
      ({ name, body }) => html`<section class="page" id="${name}">
${body(linksWithin)}
</section>
`,
    )}</div>`,
  })
}

type Main = (typeof MAIN)[number]

/** Those of the main pages that there are. */
function mainOf(all: readonly Part[]): readonly Main[] {
  const names = new Set(all.map(({ name }) => name))
  return MAIN.filter(([name]) => names.has(name))
}

function navigation(main: readonly Main[], links: Links, current?: string): Html {
  return html`${main.map(
    ([
      name,
      title,
    ]) => html`<a href="${links.to(name)}"${name === current && html` aria-current="page"`}>${title}</a>
`,
  )}`
}

function parts(site: Site, copied: boolean): Part[] {
  const { before, clients, interop, rows } = site
  const now = before && nowOf(before, clients)
  const failed = rows.flatMap((row) =>
    clients.flatMap((client, i) => (row.cells[i]?.verdict === 'fail' ? [{ row, client }] : [])),
  )
  return [
    {
      name: 'index',
      title: 'Conformance to the Vac/Status RFCs',
      body: (links) => summary(site, links),
    },
    { name: 'matrix', title: 'Matrix', body: (links) => matrix(site, links) },
    ...(interop ? [{ name: 'pairs', title: 'Pairs', body: () => pairsPage(interop) }] : []),
    ...(before && now
      ? [
          {
            name: 'diff',
            title: 'Differences',
            body: (links: Links) => diffPage(before, now.results, links),
          },
        ]
      : []),
    { name: 'coverage', title: 'Coverage', body: (links) => coveragePage(site, links) },
    { name: 'vectors', title: 'Vectors', body: () => vectorsPage(vectorFiles(), copied) },
    { name: 'limits', title: 'What a green run does not claim', body: () => limitsPage(site) },
    ...clients.map((client) => ({
      name: `c/${client.slug}`,
      title: client.label,
      body: (links: Links) => clientPage(client, links),
    })),
    ...rows.map((row) => ({
      name: `r/${row.slug}`,
      title: row.id,
      body: (links: Links) => requirementPage(row, site, links),
    })),
    ...failed.map(({ row, client }) => ({
      name: `f/${client.slug}/${row.slug}`,
      title: `${row.id}: ${client.label}`,
      body: (links: Links) => failurePage(row, client, links),
    })),
  ]
}

/** The latest given results of the same implementation, the earlier ones themselves left out. */
function nowOf(before: Results, clients: readonly Client[]): Client | undefined {
  return clients.findLast(
    ({ results }) =>
      sameClient(before, results) &&
      (results.startedAt !== before.startedAt || results.seed !== before.seed),
  )
}
