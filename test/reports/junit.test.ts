import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { junit } from '../../reports/junit.ts'
import {
  caseResult,
  failedCase,
  failing,
  HOSTILE,
  requirement,
  results,
  unmeasured,
} from './example.ts'

interface Testcase {
  name: string
  classname: string
  failure?: { message: string; '#text': string }
  error?: { message: string }
  skipped?: { message: string }
}
interface Testsuite {
  name: string
  tests: string
  failures: string
  testcase: Testcase[]
}

function parsed(xml: string): { tests: string; testsuite: Testsuite[] } {
  assert.equal(XMLValidator.validate(xml), true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'testcase' || name === 'testsuite',
  })
  return parser.parse(xml).testsuites
}

test('JUnit has a suite per document and a case per case, in states that JUnit knows', () => {
  const { testsuite, tests } = parsed(
    junit(
      results([
        failing('SDS-X-01'),
        failing('SDS-X-02', { level: 'SHOULD', weight: 'should' }),
        failing('SDS-X-03', { flags: ['baselined'] }),
        unmeasured('SDS-X-04', 'no clock'),
        requirement('DEMLS-01', {
          document: 'de-mls',
          verdict: 'inconclusive',
          reason: 'only absences',
          cases: [caseResult({ presences: 0, absences: 1 })],
        }),
      ]),
    ),
  )
  assert.deepEqual(
    testsuite.map(({ name, tests, failures }) => [name, tests, failures]),
    [
      ['sds', '7', '1'],
      ['de-mls', '2', '0'],
    ],
  )
  assert.equal(tests, '9')
  const find = (id: string) =>
    testsuite.flatMap(({ testcase }) => testcase).filter(({ name }) => name.startsWith(id))
  assert.equal(find('SDS-X-01').filter(({ failure }) => failure).length, 1)
  assert.match(find('SDS-X-01')[1]?.failure?.['#text'] ?? '', /^wanted: .*\ngot: /)
  assert.match(find('SDS-X-02')[1]?.skipped?.message ?? '', /^deviates \(SHOULD\)/)
  assert.match(find('SDS-X-03')[1]?.skipped?.message ?? '', /^known failure/)
  assert.equal(find('SDS-X-04')[0]?.skipped?.message, 'not measured: no clock')
  assert.equal(find('DEMLS-01')[1]?.error?.message, 'only absences')
})

test('what a client says does not break the XML', () => {
  const finding = { kind: 'error', subject: HOSTILE, wanted: HOSTILE, got: HOSTILE }
  const hostile = failedCase({ name: HOSTILE, reason: HOSTILE, finding })
  const xml = junit(results([failing('SDS-X-01', { cases: [hostile] })]))
  const found = parsed(xml).testsuite[0]?.testcase[0]
  assert.match(found?.failure?.message ?? '', /^<script>alert\(1\)<\/script>.*\\u\{1b\}\[31m/)
  assert.equal(Object.keys(found ?? {}).includes('script'), false)
})
