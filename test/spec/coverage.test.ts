import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { account, coverage } from '../../spec/coverage/coverage.ts'
import { coveragePage } from '../../spec/coverage/page.ts'
import { coverageText } from '../../spec/coverage/terminal.ts'
import { frozen } from '../../spec/freeze.ts'
import { defectsPage } from '../../spec/readings/page.ts'
import { AREAS, readings } from '../../spec/readings/readings.ts'
import { registers } from '../../spec/registers.ts'
import { requirements } from '../../spec/requirements.ts'
import { revision, revisions, sentencesOf, verified } from '../../spec/revisions.ts'
import { packageRoot } from '../../spec/root.ts'
import { locate } from '../../spec/text/documents.ts'
import { words } from '../../spec/text/normal.ts'
import { extract } from '../../spec/text/sentences.ts'
import { LAMP } from './lamp.ts'
import { LATER_TEXTS, needsTexts, PINNED_TEXTS } from './texts.ts'

for (const name of revisions()) {
  test(`every sentence of ${name} is required or excluded with a reason`, () => {
    const open = coverage(name).documents.flatMap(({ document, unaccounted }) =>
      unaccounted.map(({ line, locator }) => `${document} ${line} ${locator}`),
    )
    assert.deepEqual(open, [])
  })

  test(`${name} froze the requirements its registers have, with their weights`, () => {
    const { documents, requirements: weights } = revision(name)
    const own = [...requirements(name).values()].filter(({ document }) => documents[document])
    assert.deepEqual(weights, Object.fromEntries(own.map(({ id, weight }) => [id, weight])))
  })
}

test('a sentence that nobody accounts for is found', () => {
  const sentences = sentencesOf(frozen(LAMP, 'here'))
  const [first, second, ...rest] = sentences
  assert.ok(first && second)
  const mapped = new Set(rest.map(({ hash }) => hash))
  const { unaccounted, excluded } = account(sentences, mapped, new Set([second.hash]))
  assert.deepEqual(
    unaccounted.map(({ line }) => line),
    [first.line],
  )
  assert.equal(excluded, 1)
})

test('no register speaks of a sentence that no revision has', () => {
  const known = new Set(
    revisions().flatMap((name) =>
      Object.values(revision(name).documents).flatMap((document) =>
        sentencesOf(document).map(({ hash }) => hash),
      ),
    ),
  )
  const stale = registers().flatMap(({ requirements, excluded }) => [
    ...requirements.flatMap(({ id, sentences }) => sentences.map((hash) => [id, hash] as const)),
    ...excluded.map(({ locator, sentence }) => [locator, sentence] as const),
  ])
  assert.deepEqual(
    stale.filter(([, hash]) => !known.has(hash)),
    [],
  )
})

test('a sentence is required or excluded, not both', () => {
  const entries = registers().flatMap(({ document, requirements }) =>
    requirements.map(({ text = document, sentences }) => ({ text, sentences })),
  )
  const both = registers().flatMap(({ document, excluded }) => {
    const own = entries.filter(({ text }) => text === document)
    const required = new Set(own.flatMap(({ sentences }) => sentences))
    return excluded.flatMap(({ locator, sentence }) =>
      required.has(sentence) ? [`${document}: ${locator}`] : [],
    )
  })
  assert.deepEqual(both, [])
})

test('every requirement is read from a sentence', () => {
  const empty = registers().flatMap(({ requirements }) =>
    requirements.flatMap(({ id, sentences }) => (sentences.length === 0 ? [id] : [])),
  )
  assert.deepEqual(empty, [])
})

test('every reading a requirement names exists in its area, and every document of a reading too', () => {
  const documents = new Set(registers().map(({ document }) => document))
  const missing = registers().flatMap(({ area, requirements }) => {
    const known = new Set(
      readings()
        .get(area)
        ?.map(({ id }) => id),
    )
    return requirements.flatMap(({ id, readings }) =>
      readings.flatMap((reading) => (known.has(reading) ? [] : [`${id}: ${reading}`])),
    )
  })
  assert.deepEqual(missing, [])
  for (const area of AREAS) {
    const own = readings().get(area) ?? []
    assert.equal(new Set(own.map(({ id }) => id)).size, own.length, `${area} uses an id twice`)
    for (const { id, document } of own) assert.ok(documents.has(document), `${id}: ${document}`)
  }
})

test('the page for editors is the one the readings give', () => {
  const path = join(packageRoot(), 'docs', 'spec-defects.md')
  assert.equal(
    readFileSync(path, 'utf8'),
    defectsPage(),
    'run: vac-conformance spec defects, and commit docs/spec-defects.md',
  )
})

test('an altered revision is refused', () => {
  const altered = structuredClone(revision())
  altered.requirements['SDS-SEND-01'] = 'may'
  assert.throws(() => verified(altered), /altered since it was frozen/)
})

test('what is untested comes first, and what is untestable tells why', () => {
  const found = coverage()
  const order = found.requirements.map(({ state }) => state)
  assert.deepEqual(order, [
    ...order.filter((state) => state === 'untested'),
    ...order.filter((state) => state === 'untestable'),
    ...order.filter((state) => state === 'tested'),
  ])
  for (const { id, state, reason } of found.requirements) {
    if (state === 'untestable') assert.ok(reason, id)
  }
  assert.match(coverageText(found), /SDS-EPH-01 +a permission/)
})

test('the page holds no markup of a sentence', () => {
  const found = coverage()
  const [first] = found.requirements
  assert.ok(first)
  const hostile = { ...first, statement: '<img src=x onerror=alert(1)>' }
  const page = coveragePage({ ...found, requirements: [hostile] })
  assert.ok(!page.includes('<img'))
  assert.ok(page.includes('&lt;img'))
})

const copies = [
  ['2025-09-16', PINNED_TEXTS],
  ['2026-04-02', LATER_TEXTS],
] as const

for (const [name, folder] of copies) {
  test(`the texts of ${name} still give the sentences that were frozen`, needsTexts, () => {
    const paths = locate(folder)
    for (const [document, { source, ...was }] of Object.entries(revision(name).documents)) {
      const { source: _, ...now } = frozen(readFileSync(paths.get(document) ?? '', 'utf8'), source)
      assert.deepEqual(now, was, document)
    }
  })
}

test('every locator stands in a sentence of its requirement', needsTexts, () => {
  const paths = copies.flatMap(([, folder]) => [...locate(folder).values()])
  const text = new Map(
    paths.flatMap((path) =>
      extract(readFileSync(path, 'utf8')).sentences.map(
        ({ hash, text }) => [hash, ` ${words(text).join(' ')} `] as const,
      ),
    ),
  )
  const lost = registers().flatMap(({ requirements }) =>
    requirements.flatMap(({ id, locator, sentences }) => {
      const wanted = ` ${words(locator).join(' ')} `
      const found = sentences.some((hash) => text.get(hash)?.includes(wanted))
      return found ? [] : [`${id}: ${locator}`]
    }),
  )
  assert.deepEqual(lost, [])
})
