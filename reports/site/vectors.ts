import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'
import { type Html, html } from './html.ts'

/** One file of reference vectors. */
export interface VectorFile {
  /** Path below vectors/, with `/`. */
  readonly path: string
  readonly text: string
}

/** Every file of vectors and its schema. */
export function vectorFiles(): VectorFile[] {
  const folder = join(packageRoot(), 'vectors')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted()
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }))
}

/** The vectors to take away: what is in them, who made them, how to check the copy. `copied`: they lie beside the page. */
export function vectorsPage(files: readonly VectorFile[], copied: boolean): Html {
  const data = files.filter(({ path }) => !path.startsWith('schema/'))
  return html`<h1>Reference vectors</h1>
<p>What the bytes must be, as plain JSON; usable without the suite. ${copied ? 'The files lie beside this page.' : 'They lie in the folder vectors of the package.'}
Bytes are lower-case hex, 64-bit integers decimal strings, times Unix epoch milliseconds.</p>
<p>To check an implementation: give it the bytes of each case and compare what it reads with the case, or let it refuse where the case says so. A case with a single producer is <em>single-source</em>: look twice before you believe it.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Vectors"><table><caption>Files</caption>
<thead><tr><th scope="col">File</th><th scope="col">Cases</th><th scope="col">Single-source</th><th scope="col">Producers</th><th scope="col">Schema</th><th scope="col">sha-256</th></tr></thead>
<tbody>${data.map((file) => row(file, copied))}</tbody></table></div>`
}

interface Content {
  readonly $schema?: unknown
  readonly producers?: unknown
  readonly cases?: readonly { readonly producer?: unknown; readonly producers?: unknown }[]
}

function row({ path, text }: VectorFile, copied: boolean): Html {
  const content = JSON.parse(text) as Content
  const cases = content.cases ?? []
  const shared = names(content.producers)
  const own = cases.map((each) => {
    const found = [...names(each.producers), ...names(each.producer)]
    return found.length > 0 ? found : shared
  })
  const all = [...new Set([...shared, ...own.flat()])]
  const single = own.filter(({ length }) => length === 1).length
  const digest = createHash('sha256').update(text).digest('hex')
  const link = (file: string) =>
    copied ? html`<a href="vectors/${file}">${file}</a>` : html`<code>${file}</code>`
  const schema =
    typeof content.$schema === 'string' ? content.$schema.replace(/^(?:\.\.?\/)+/, '') : undefined
  return html`<tr><th scope="row">${link(path)}</th><td class="number">${cases.length}</td><td class="number">${single}</td><td>${all.join('; ')}</td><td>${schema ? link(schema) : '—'}</td><td><code class="digest">${digest}</code></td></tr>
`
}

/** Producers as a text, a list, or an object whose keys or members are their names. */
function names(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(names)
  if (typeof value !== 'object' || value === null) return []
  const { name } = value as { name?: unknown }
  return typeof name === 'string' ? [name] : Object.keys(value)
}
