import { createHash } from 'node:crypto'
import { clientName } from './console.ts'
import { plain } from './plain.ts'
import type { RequirementResult, Results } from './results.ts'

/** Terms of W3C EARL 1.0; nothing is fetched to read it. */
const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dcterms: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  result: 'earl:result',
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  info: 'earl:info',
  title: 'dcterms:title',
  date: { '@id': 'dcterms:date', '@type': 'xsd:dateTime' },
  isPartOf: { '@id': 'dcterms:isPartOf', '@type': '@id' },
} as const

const OUTCOMES: Record<RequirementResult['verdict'], string> = {
  pass: 'earl:passed',
  fail: 'earl:failed',
  inconclusive: 'earl:cantTell',
  'not-applicable': 'earl:inapplicable',
  'not-measured': 'earl:untested',
}

/** The run as W3C EARL in JSON-LD: an assertion per requirement, with the text of the reason. */
export function earl(results: Results): string {
  const { suite, startedAt, requirements, revision } = results
  const assertor = 'urn:vac-conformance:suite'
  const subject = `urn:vac-conformance:client:${encodeURIComponent(plain(clientName(results)))}`
  const specification = `urn:vac-conformance:specifications:${encodeURIComponent(revision.name)}`
  const run = createHash('sha256')
    .update(JSON.stringify([results.seed, startedAt, results.adapter.address]))
    .digest('hex')
    .slice(0, 16)
  const graph = [
    {
      '@id': assertor,
      '@type': ['earl:Assertor', 'earl:Software'],
      title: `vac-conformance ${suite.version}`,
    },
    {
      '@id': subject,
      '@type': ['earl:TestSubject', 'earl:Software', 'doap:Project'],
      title: clientName(results),
    },
    ...requirements.map(({ id, statement }) => ({
      '@id': `urn:vac-conformance:requirement:${id}`,
      '@type': 'earl:TestRequirement',
      title: plain(statement),
      isPartOf: specification,
    })),
    ...requirements.map(({ id, verdict, reason }) => ({
      '@id': `urn:vac-conformance:run:${run}:${id}`,
      '@type': 'earl:Assertion',
      'earl:assertedBy': { '@id': assertor },
      subject,
      test: `urn:vac-conformance:requirement:${id}`,
      mode: 'earl:automatic',
      result: {
        '@type': 'earl:TestResult',
        outcome: OUTCOMES[verdict],
        date: startedAt,
        ...(reason !== '' && { info: plain(reason.slice(0, 1_000)) }),
      },
    })),
  ]
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`
}
