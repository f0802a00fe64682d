/*
The site of fifty implementations and all requirements: how long it takes to write, and how long somebody
waits in its matrix, in a headless Chromium.

The results are those of a real run of the reference (its shard 1 of 50), fifty times with verdicts drawn from
a seed. "A bare table" is the same requirements and verdicts as text in a table without style, links and script,
whose rows are hidden and moved by as little script as that takes. An act is timed until what it changed has
been painted, so that a frame, 16.7 ms, may be waiting. Both pages are opened in turns, and each kind of act ends after
four seconds. "Noticed" is 100 ms, from which a person notices waiting.

node bench/site.ts [IMPLEMENTATIONS] [--full]: 50 if not given; 3 rounds in the browser, 7 with --full.
CHROMIUM is the path of the browser, /usr/bin/chromium if not set.
*/
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { readResults } from '../reports/read.ts'
import type { Results } from '../reports/results.ts'
import { full, median, short, spreadOf, tell, tellWhy, words } from './harness/figure.ts'
import { cost } from './harness/program.ts'
import { variant } from './site/implementations.ts'

/** What bench/site/acts.js answers, in milliseconds. */
interface Measured {
  readonly paint: number
  readonly load: number
  readonly keystrokes: readonly number[]
  readonly toggles: readonly number[]
  readonly orders: readonly number[]
  readonly frames: readonly number[]
}

const count = Number(words[0] ?? 50)
const rounds = full ? 7 : 3
/** A page that takes longer is told as a failure. */
const limitMs = 120_000
const NOTICED = { name: 'noticed', value: 100 }
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const root = join(import.meta.dirname, '..')
const LAUNCH = join(root, 'cli', 'launch.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-site-'))

function made(): string[] {
  const out = join(folder, 'real')
  const flags = ['--adapter', 'reference', '--seed', '5eed', '--shard', '1/50', '--out', out]
  cost([LAUNCH, 'run', ...flags], root)
  const real = readResults(join(out, 'results.json'))
  const varied = Array.from({ length: count }, (_, at) => variant(real, at))
  writeFileSync(join(folder, 'bare.html'), bareTable(varied))
  return varied.map((each, at) => {
    const file = join(folder, `${at}.json`)
    writeFileSync(file, JSON.stringify(each))
    return file
  })
}

function bareTable(all: readonly Results[]): string {
  const signs = {
    pass: '✓',
    fail: '✗',
    inconclusive: '?',
    'not-measured': '—',
    'not-applicable': '○',
  }
  const rows = all[0]?.requirements.map(({ id, statement, level }, row) => {
    const cells = all.map(({ requirements }) => {
      const verdict = requirements[row]?.verdict ?? 'not-measured'
      return `<td>${signs[verdict]} ${verdict.replace('-', ' ')}</td>`
    })
    const text = statement.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<tr><th>${id} ${text}</th><td>${level}</td>${cells.join('')}</tr>\n`
  })
  return `<!doctype html><meta charset="utf-8"><title>Bare</title><table><tbody>\n${rows?.join('')}</tbody></table>`
}

const MB = 1024 * 1024

/** Writes the site, against reading the same results and writing the same files without making them. */
function written(files: readonly string[]): string {
  const site = join(folder, 'site')
  const runs = Array.from({ length: 3 }, () => {
    rmSync(site, { recursive: true, force: true })
    const ours = cost([LAUNCH, 'report', 'site', ...files, '--out', site], root)
    const copy = join(folder, 'copy')
    const peer = cost(['-e', COPY, site, copy, ...files], root)
    rmSync(copy, { recursive: true })
    return { ours, peer }
  })
  const seconds = runs.map(({ ours }) => ours.ms / 1000)
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const bytes = paths.reduce((sum, path) => {
    const found = statSync(join(site, path))
    return found.isFile() ? sum + found.size : sum
  }, 0)
  tell({
    what: `write the site of ${count} implementations, ${short(paths.length)} files, ${short(bytes / MB)} MB`,
    unit: 's',
    value: median(seconds),
    spread: spreadOf(seconds),
    peer: {
      name: 'parsing the results and copying the site',
      value: median(runs.map(({ peer }) => peer.ms / 1000)),
    },
    peakMb: Math.max(...runs.map(({ ours }) => ours.peakMb)),
  })
  return join(site, 'matrix.html')
}

/** What writing cannot do without, as a program. */
const COPY = `const [site, copy, ...files] = process.argv.slice(1)
for (const file of files) JSON.parse(fs.readFileSync(file, 'utf8'))
fs.cpSync(site, copy, { recursive: true })`

/** Waits for something, but not for ever. */
async function bounded<T>(what: string, act: Promise<T>, ms = limitMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done after ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([act, late])
  } finally {
    clearTimeout(timer)
  }
}

async function visit(browser: Browser, file: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } })
  try {
    const page = await context.newPage()
    page.once('crash', () => process.stderr.write(`${file}: the page crashed\n`))
    await page.goto(pathToFileURL(file).href, { timeout: limitMs })
    await bounded(file, page.evaluate(acts))
    return (await bounded(file, page.evaluate('measured()'))) as Measured
  } finally {
    await bounded('closing a page', context.close(), 10_000)
  }
}

const acts = readFileSync(join(import.meta.dirname, 'site', 'acts.js'), 'utf8')

async function watched(matrix: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
    timeout: 30_000,
  })
  try {
    const all: { ours: Measured; bare: Measured }[] = []
    for (let round = 0; round < rounds; round++)
      // In turns, so that what else the machine does meets both alike.
      all.push({
        ours: await visit(browser, matrix),
        bare: await visit(browser, join(dirname(dirname(matrix)), 'bare.html')),
      })
    report(all, matrix)
  } finally {
    await bounded('closing the browser', browser.close(), 10_000)
  }
}

function report(all: readonly { ours: Measured; bare: Measured }[], matrix: string): void {
  const megabytes = (file: string) => statSync(file).size / MB
  tell({
    what: 'the page of the matrix',
    unit: 'MB',
    value: megabytes(matrix),
    peer: { name: 'a bare table', value: megabytes(join(folder, 'bare.html')) },
  })
  const both = (what: string, of: (measured: Measured) => number) => {
    const values = all.map(({ ours }) => of(ours))
    const peer = { name: 'a bare table', value: median(all.map(({ bare }) => of(bare))) }
    tell({ what, unit: 'ms', value: median(values), spread: spreadOf(values), peer })
  }
  both('open the matrix, to the first paint', ({ paint }) => paint)
  both('open the matrix, to the end of loading', ({ load }) => load)
  for (const [what, of] of [
    ['a key in the search', ({ keystrokes }: Measured) => keystrokes],
    ['a filter set or taken back', ({ toggles }: Measured) => toggles],
    ['another order', ({ orders }: Measured) => orders],
  ] as const) {
    both(what, (measured) => median(of(measured)))
    const worst = all.map(({ ours }) => Math.max(...of(ours)))
    tell({ what: `${what}, the worst`, unit: 'ms', value: median(worst), peer: NOTICED })
  }
  both('a frame while scrolling', ({ frames }) => median(frames))
  both('a frame while scrolling, the worst', ({ frames }) => Math.max(...frames))
}

try {
  if (process.platform === 'linux') {
    const matrix = written(made())
    if (existsSync(CHROMIUM)) await watched(matrix)
    else tellWhy('the matrix in a browser: no Chromium')
  } else tellWhy('the kernel is asked for the processor time of programs, so on Linux alone')
} finally {
  rmSync(folder, { recursive: true })
}
