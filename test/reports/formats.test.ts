import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import jsonld from 'jsonld'
import { badge, badgeSchema } from '../../reports/badge.ts'
import { csv } from '../../reports/csv.ts'
import { earl } from '../../reports/earl.ts'
import { markdown, markdownDiff } from '../../reports/markdown.ts'
import { failedCase, failing, HOSTILE, requirement, results, unmeasured } from './example.ts'

const run = results([
  failing('SDS-X-01'),
  requirement('SDS-X-02'),
  unmeasured('SDS-X-03', 'no clock'),
  requirement('SDS-X-04', { verdict: 'not-applicable', reason: 'it has none' }),
  requirement('SDS-X-05', { verdict: 'inconclusive', reason: 'only absences' }),
])

const hostile = () => {
  const finding = {
    kind: 'error',
    subject: HOSTILE,
    wanted: HOSTILE,
    got: `| ${HOSTILE}\n\n# @all https://evil.example [x](y)`,
  }
  return failing('SDS-X-09', {
    statement: `=1+1${HOSTILE}`,
    reason: HOSTILE,
    cases: [failedCase({ finding })],
  })
}

test('the summary is Markdown of at most 60 lines, the denominators in it', () => {
  const many = results([
    ...Array.from({ length: 99 }, (_, i) => failing(`SDS-X-${i}`)),
    ...Array.from({ length: 99 }, (_, i) => failing(`SDS-Y-${i}`, { weight: 'should' })),
  ])
  const text = markdown(many)
  assert.ok(text.split('\n').length <= 60, text)
  assert.match(text, /^## NOT CONFORMANT: some-sds 1\.2\.3\n\nExit 1: 99 of 99 MUST/)
  assert.match(text, /\| MUST, IMPLIED \| 0 of 99 \| 99 \| 0 \|/)
  assert.match(text, /\| and 84 more \|/)
  assert.match(
    text,
    /```sh\nnpx vac-conformance run --adapter "client:some-sds" --id SDS-X-0 --seed/,
  )
})

test('what a client says stays text in Markdown', () => {
  const text = markdown(results([hostile()]))
  assert.doesNotMatch(text, /<script|<img|@all|https:|\[x\]\(|^# /m)
  const row = text.split('\n').find((each) => each.startsWith('| SDS-X-09')) ?? ''
  assert.equal(row.replaceAll('\\|', '').split('|').length, 6)
})

test('a difference names what was lost before what was gained', () => {
  const now = results([requirement('SDS-X-01'), failing('SDS-X-02'), requirement('SDS-X-03')])
  const text = markdownDiff(run, now)
  assert.match(text, /### Lost \(1\)\n\n- SDS-X-02: pass before, fail now/)
  assert.ok(text.indexOf('### Lost') < text.indexOf('### Gained (2)'))
  assert.match(text, /### Newly measured \(1\)/)
  assert.match(markdownDiff(run, run), /No verdict changed/)
})

test('the badge is what its schema says, with the denominator', () => {
  const made = JSON.parse(badge(run))
  const valid = new Ajv2020({ strict: true }).compile(badgeSchema())
  assert.equal(valid(made), true, JSON.stringify(valid.errors))
  assert.deepEqual(
    [made.label, made.message, made.color],
    ['vac sds@2025-09-16', 'not conformant, MUST 1/5', 'red'],
  )
})

test('the matrix has a row per requirement and a column per client, and no formula', () => {
  const other = results([hostile(), failing('SDS-X-02', { flags: ['baselined'] })])
  const rows = parse(csv([run, other])) as string[][]
  assert.equal(rows.length, 7)
  assert.deepEqual(rows[0]?.slice(-2), ['some-sds 1.2.3', 'some-sds 1.2.3'])
  assert.deepEqual(
    rows.slice(1).map(([id, ...rest]) => [id, ...rest.slice(-2)]),
    [
      ['SDS-X-01', 'fail', ''],
      ['SDS-X-02', 'pass', 'fail baselined'],
      ['SDS-X-03', 'not-measured', ''],
      ['SDS-X-04', 'not-applicable', ''],
      ['SDS-X-05', 'inconclusive', ''],
      ['SDS-X-09', '', 'fail'],
    ],
  )
  assert.match(rows[6]?.[6] ?? '', /^'=1\+1/)
})

test('EARL is JSON-LD that an independent reader turns into assertions', async () => {
  const quads = (await jsonld.toRDF(JSON.parse(earl(run)), {
    // Nothing may be fetched to read it.
    documentLoader: () => Promise.reject(new Error('no document is needed')),
  })) as { subject: { value: string }; predicate: { value: string }; object: { value: string } }[]
  const EARL = 'http://www.w3.org/ns/earl#'
  const of = (subject: string, predicate: string) =>
    quads.find((each) => each.subject.value === subject && each.predicate.value === predicate)
      ?.object.value
  const outcomes = quads
    .filter(({ predicate }) => predicate.value === `${EARL}test`)
    .map(({ subject, object }) => [
      object.value.split(':').at(-1),
      of(of(subject.value, `${EARL}result`) ?? '', `${EARL}outcome`)?.slice(EARL.length),
    ])
  assert.deepEqual(outcomes.toSorted(), [
    ['SDS-X-01', 'failed'],
    ['SDS-X-02', 'passed'],
    ['SDS-X-03', 'untested'],
    ['SDS-X-04', 'inapplicable'],
    ['SDS-X-05', 'cantTell'],
  ])
  const types = quads.filter(({ object }) => object.value === `${EARL}Assertion`)
  assert.equal(types.length, 5)
})
