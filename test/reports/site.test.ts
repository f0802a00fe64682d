import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Interop } from '../../reports/interop.ts'
import type { RequirementResult, Results } from '../../reports/results.ts'
import { reportPage } from '../../reports/site/report.ts'
import { siteFile, writeSite } from '../../reports/site/site.ts'
import {
  caseResult,
  failedCase,
  failing,
  HOSTILE,
  requirement,
  results,
  unmeasured,
} from './example.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(CHROMIUM) ? false : `not measured: no Chromium at ${CHROMIUM}`

function client(name: string, requirements: RequirementResult[]): Results {
  const run = results(requirements)
  const { hello } = run.adapter
  assert.ok(hello)
  const implementation = { name, version: '1' }
  return { ...run, adapter: { ...run.adapter, hello: { ...hello, implementation } } }
}

/** A client that is hostile in every text, in pairs with one that is not. */
function pairs(): Interop {
  const addresses = [HOSTILE, 'reference']
  const none = { passed: 0, failed: 0, unmeasured: 1 }
  const failed = {
    id: 'SDS-SEND-01',
    level: 'MUST',
    statement: HOSTILE,
    wanted: HOSTILE,
    got: HOSTILE,
    scenario: HOSTILE,
    blamed: [HOSTILE],
    disputed: true,
    blame: HOSTILE,
    again: HOSTILE,
  }
  return {
    schema: 1,
    suite: '0',
    revision: HOSTILE,
    seed: '0f',
    startedAt: '2026-01-01T00:00:00.000Z',
    clients: addresses.map((address) => ({ address, name: address, alone: none })),
    pairs: addresses.flatMap((sender) =>
      addresses.map((receiver) => ({
        sender,
        receiver,
        exit: sender === receiver ? 4 : 1,
        reason: HOSTILE,
        passed: 0,
        failed: sender === receiver ? 0 : 1,
        unmeasured: 1,
        readings: [{ key: HOSTILE, sender: HOSTILE, receiver: HOSTILE }],
        failures: sender === receiver ? [] : [failed],
      })),
    ),
  }
}

/** Two clients that disagree, one of them hostile in every text, an impostor, and what mutants found. */
function sources() {
  const hostile = failing('SDS-SEND-01', {
    cases: [
      caseResult({ name: HOSTILE, notes: [HOSTILE] }),
      failedCase({
        name: HOSTILE,
        reason: HOSTILE,
        finding: {
          kind: 'crash',
          subject: HOSTILE,
          wanted: HOSTILE,
          got: HOSTILE.repeat(9_000),
          call: 0,
        },
        calls: [
          {
            participant: HOSTILE,
            op: HOSTILE,
            now: 1_000_000,
            params: { [HOSTILE]: HOSTILE },
            outcome: { kind: 'crash', message: HOSTILE, stderr: HOSTILE.repeat(500) },
          },
        ],
        counterexample: { runs: 2, shrinks: 1, schedule: HOSTILE, path: '0' },
      }),
    ],
  })
  const one = client(HOSTILE.slice(0, 25), [
    hostile,
    requirement('SDS-SEND-02', { section: 'Send Message' }),
    failing('SDS-SEND-06', { level: 'SHOULD', weight: 'should' }),
    unmeasured('SDS-ACK-01', HOSTILE),
  ])
  const other = client('plain', [
    requirement('SDS-SEND-01', { cases: hostile.cases.map(() => caseResult()) }),
    requirement('SDS-SEND-02'),
    failing('SDS-SEND-06', { level: 'SHOULD', weight: 'should' }),
    requirement('SDS-ACK-01', { verdict: 'not-applicable', reason: 'it does not claim it' }),
  ])
  const impostor = client('nothing', [requirement('SDS-SEND-01', { verdict: 'fail' })])
  impostor.adapter.address = 'impostor:dead'
  const earlier = client('plain', [failing('SDS-SEND-01'), requirement('SDS-SEND-02')])
  earlier.startedAt = '2026-01-01T00:00:00.000Z'
  return {
    results: [one, other, impostor],
    before: earlier,
    interop: pairs(),
    kills: {
      schema: 1 as const,
      rows: [
        {
          kind: 'mutant' as const,
          name: 'send-keeps-the-clock',
          area: 'sds',
          what: HOSTILE,
          breaks: 'SDS-SEND-01',
          failed: ['SDS-SEND-01'],
          killed: true,
          right: true,
        },
      ],
      unkilled: ['SDS-SEND-02'],
    },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const at = (path: string) => pathToFileURL(join(folder, path)).href
let browser: Browser | undefined

before(async () => {
  writeSite(sources(), join(folder, 'site'))
  writeFileSync(join(folder, 'one.html'), siteFile(sources()))
  const [hostile] = sources().results
  assert.ok(hostile)
  writeFileSync(join(folder, 'report.html'), reportPage(hostile))
  if (!skip) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
})

after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page and notes everything that it must not do. */
async function visit(path: string, options: { javaScriptEnabled?: boolean } = {}) {
  assert.ok(browser)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const misdeeds: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') misdeeds.push(message.text())
  })
  page.on('pageerror', ({ message }) => misdeeds.push(message))
  page.on('dialog', (dialog) => misdeeds.push(dialog.message()))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) misdeeds.push(request.url())
  })
  await page.goto(at(path))
  return { page, misdeeds, close: () => context.close() }
}

const shown = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .map((each) => each.textContent?.trim().slice(0, 11)),
    )

function pages(): string[] {
  return readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => `site/${path}`)
}

test('every page opens from a file without an error or a request, and every link leads somewhere', {
  skip,
}, async () => {
  const all = pages()
  assert.ok(all.includes('site/index.html') && all.includes('site/r/SDS-SEND-01.html'))
  const { page, misdeeds, close } = await visit('site/index.html')
  for (const path of all) {
    await page.goto(at(path))
    const targets = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href))
    for (const target of targets.filter((each) => each.startsWith('file:'))) {
      const [file, anchor] = target.split('#')
      assert.ok(existsSync(new URL(file ?? '')), `${path} leads to ${target}`)
      if (anchor && file === at(path))
        assert.equal(await page.locator(`[id="${anchor}"]`).count(), 1, `${path}#${anchor}`)
    }
    assert.ok((await page.locator('h1').count()) === 1, path)
  }
  assert.deepEqual(misdeeds, [])
  await close()
})

test('axe finds nothing serious, in light and in dark', { skip, timeout: 120_000 }, async () => {
  const failure = pages().find((path) => path.startsWith('site/f/'))
  const client = pages().find((path) => path.startsWith('site/c/'))
  const all = [
    'report.html',
    'one.html',
    'one.html#matrix',
    client,
    failure,
    'site/r/SDS-SEND-01.html',
  ]
  const main = ['index', 'matrix', 'diff', 'coverage', 'vectors', 'limits'].map(
    (name) => `site/${name}.html`,
  )
  const { page, close } = await visit('site/index.html')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of [...all, ...main]) {
      const [file, anchor] = (path ?? '').split('#')
      await page.goto('about:blank')
      await page.goto(`${at(file ?? '')}${anchor ? `#${anchor}` : ''}`)
      // Hundreds of rows alike would tell no more than some.
      await page.evaluate(
        "for (const each of document.querySelectorAll('details')) each.open = each.querySelectorAll('tr').length < 50",
      )
      await page.evaluate(axe.source)
      const found = (await page.evaluate(
        // Nothing but the colours differs in the dark.
        `axe.run({ resultTypes: ['violations']${colorScheme === 'dark' ? ", runOnly: ['color-contrast']" : ''} }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200), nodes[0].any[0]?.message]))`,
      )) as unknown[]
      assert.deepEqual(found, [], `${path} in ${colorScheme}`)
    }
  }
  await close()
})

for (const javaScriptEnabled of [true, false])
  test(`filters work ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { skip }, async () => {
    const { page, misdeeds, close } = await visit('site/matrix.html', { javaScriptEnabled })
    const rows = () => shown(page, 'tbody tr:not(.section)')
    assert.equal((await rows()).length, 4)
    await page.getByLabel('they disagree').check()
    assert.deepEqual(
      await rows(),
      ['SDS-SEND-01', 'SDS-ACK-01 '].map((each) => each.slice(0, 11)),
    )
    await page.getByLabel('SHOULD').check()
    assert.deepEqual(await rows(), [])
    await page.getByRole('group', { name: 'verdict' }).getByLabel('all').check()
    assert.deepEqual(await rows(), ['SDS-SEND-06'])
    assert.deepEqual(misdeeds, [])
    await close()
  })

test('a view is kept in the address, and text and order are for those with a script', {
  skip,
}, async () => {
  const { page, close } = await visit('site/matrix.html')
  await page.getByLabel('they disagree').check()
  await page.keyboard.press('Escape')
  await page.locator('body').press('/')
  await page.keyboard.type('send-01')
  assert.match(page.url(), /\?verdict=disagree&text=send-01/)
  await page.reload()
  assert.deepEqual(await shown(page, 'tbody tr:not(.section)'), ['SDS-SEND-01'])
  await page.goto(`${at('site/matrix.html')}?order=disagree`)
  const ids = await shown(page, 'tbody tr:not(.section)')
  assert.deepEqual(ids.slice(0, 2), ['SDS-SEND-01', 'SDS-ACK-01 '])
  assert.equal((await shown(page, '.section')).length, 0)
  await close()
})

test('the keyboard reaches the matrix and walks it', { skip }, async () => {
  const { page, close } = await visit('site/matrix.html')
  await page.locator('tbody tr:not(.section) th a').first().focus()
  await page.keyboard.press('ArrowRight')
  const focused = () =>
    page.evaluate('document.activeElement.getAttribute("href")') as Promise<string>
  assert.match(await focused(), /^f\/.*SDS-SEND-01\.html$/)
  await page.keyboard.press('ArrowDown')
  assert.match(await focused(), /SDS-SEND-02/)
  await page.goto(at('site/index.html'))
  await page.keyboard.press('Tab')
  assert.equal(await focused(), '#main')
  await close()
})

test('the switch brings the section of a reader to the top and keeps it in the address', {
  skip,
}, async () => {
  const { page, close } = await visit('site/index.html')
  const first = () => page.locator('.reader').first().getAttribute('id')
  assert.equal(await first(), 'implementer')
  await page.getByRole('link', { name: 'release', exact: true }).click()
  assert.equal(await first(), 'release')
  await page.reload()
  assert.equal(await first(), 'release')
  await close()
  const plain = await visit('site/index.html', { javaScriptEnabled: false })
  await plain.page.getByRole('link', { name: 'spec editor' }).click()
  assert.match(plain.page.url(), /#editor$/)
  await plain.close()
})

test('what a client says is text on every page', { skip }, async () => {
  const { page, misdeeds, close } = await visit('report.html')
  for (const path of ['report.html', 'one.html', ...pages()]) {
    await page.goto(at(path))
    const text = readFileSync(new URL(at(path)), 'utf8')
    assert.doesNotMatch(text, /<script>alert|<img|(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u, path)
    assert.equal(await page.locator('img, iframe, object, main script').count(), 0, path)
  }
  await page.goto(at('report.html'))
  assert.match(
    (await page.locator('body').textContent()) ?? '',
    /<script>alert\(1\)<\/script>.*\\u\{202e\}evil/,
  )
  assert.deepEqual(misdeeds, [])
  await close()
})

test('the single file shows one page at a time, also without JavaScript', { skip }, async () => {
  const { page, misdeeds, close } = await visit('one.html', { javaScriptEnabled: false })
  const visible = () =>
    page
      .locator('.page')
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id))
  assert.deepEqual(await visible(), ['index'])
  await page.getByRole('link', { name: 'Matrix' }).click()
  assert.deepEqual(await visible(), ['matrix'])
  await page.locator('.page:target tbody tr:not(.section) th a').first().click()
  assert.deepEqual(await visible(), ['r/SDS-SEND-01'])
  await page.getByRole('link', { name: 'Summary' }).click()
  await page.getByRole('link', { name: 'release', exact: true }).click()
  assert.deepEqual(await visible(), ['index'])
  assert.deepEqual(misdeeds, [])
  await close()
})

test('a row that passes everywhere and that no mutant failed is hatched and says so; the null control is a column', {
  skip,
}, async () => {
  const { page, close } = await visit('site/matrix.html')
  assert.deepEqual(await shown(page, 'tr.hatched'), ['SDS-SEND-02'])
  assert.match((await page.locator('tr.hatched').textContent()) ?? '', /cannot fail/)
  assert.deepEqual(
    await page
      .locator('thead th')
      .allTextContents()
      .then((all) => all.slice(-2)),
    ['null', 'mutants'],
  )
  assert.match((await page.locator('tr.v-fail').first().textContent()) ?? '', /0 of 1/)
  await close()
})
