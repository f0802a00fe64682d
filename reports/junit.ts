import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { blameText, judgedText } from './blame.ts'
import type { CaseResult } from './case-result.ts'
import { clientName } from './console.ts'
import { plain } from './plain.ts'
import { reproduce } from './reproduce.ts'
import type { RequirementResult, Results } from './results.ts'

/** What a case is for JUnit, which knows four states: the text is the message of the state. */
type State = readonly ['passed' | 'failure' | 'error' | 'skipped', string]

/**
 * JUnit XML: a testsuite per document, a testcase per case. Only what decides fails: a known or
 * SHOULD deviation is skipped with its message, as is what was not measured or does not apply;
 * inconclusive is an error.
 */
export function junit(results: Results): string {
  const suites = [...Map.groupBy(results.requirements, ({ document }) => document)].map(
    ([document, requirements]) => ({
      document,
      cases: requirements.flatMap((requirement) => testcases(requirement, results)),
    }),
  )
  const all = suites.flatMap(({ cases }) => cases)
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: `vac-conformance: ${clientName(results)}`,
    ...tally(all),
  })
  for (const { document, cases } of suites) {
    const suite = root.ele('testsuite', {
      name: document,
      timestamp: results.startedAt.slice(0, 19),
      hostname: 'localhost',
      ...tally(cases),
    })
    properties(suite, results)
    for (const each of cases) testcase(suite, each)
  }
  return root.end({ prettyPrint: true })
}

interface Testcase {
  readonly requirement: RequirementResult
  readonly name: string
  readonly seconds: number
  readonly state: State
  readonly uri?: string
  readonly line?: number
  readonly detail: string
  readonly type: string
}

function testcases(requirement: RequirementResult, results: Results): Testcase[] {
  const { id, verdict, reason, cases } = requirement
  if (cases.length === 0)
    return [
      {
        requirement,
        name: id,
        seconds: 0,
        state: stateOf(requirement, verdict, reason),
        detail: reason,
        type: verdict,
      },
    ]
  const each = cases.map((one) => ({
    requirement,
    name: `${id}: ${plain(one.name)}`,
    seconds: one.wallMs / 1000,
    state: stateOf(requirement, one.verdict, one.reason),
    uri: one.uri,
    line: one.line,
    detail: detail(one, reproduce(results, id)),
    type: one.finding?.kind ?? one.verdict,
  }))
  // Every case passed, yet together they show nothing: the requirement is no pass, and must not look like one.
  const own = verdict === 'inconclusive' && cases.every((one) => one.verdict === 'pass')
  return own
    ? [
        ...each,
        {
          requirement,
          name: id,
          seconds: 0,
          state: ['error', reason],
          detail: reason,
          type: verdict,
        },
      ]
    : each
}

function stateOf(
  { weight, level, flags }: RequirementResult,
  verdict: RequirementResult['verdict'],
  reason: string,
): State {
  switch (verdict) {
    case 'pass':
      return ['passed', '']
    case 'fail':
      if (flags.includes('baselined')) return ['skipped', `known failure (baseline): ${reason}`]
      return weight === 'must' ? ['failure', reason] : ['skipped', `deviates (${level}): ${reason}`]
    case 'inconclusive':
      return ['error', `inconclusive: ${reason}`]
    default:
      return ['skipped', `${verdict.replace('-', ' ')}: ${reason}`]
  }
}

function detail(one: CaseResult, again: string): string {
  const { finding, reason, uri, line, blame } = one
  if (!finding) return reason
  return [
    `wanted: ${finding.wanted}`,
    `got: ${finding.got}`,
    `about: ${finding.subject}`,
    `scenario: ${uri}:${line}`,
    ...judgedText(one).map((each) => `judged: ${each}`),
    ...(blame ? [`blame: ${blameText(blame)}`] : []),
    `again: ${again}`,
  ].join('\n')
}

function tally(cases: readonly Testcase[]) {
  const of = (state: State[0]) => cases.filter((each) => each.state[0] === state).length
  const seconds = cases.reduce((sum, each) => sum + each.seconds, 0)
  return {
    tests: cases.length,
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
    time: seconds.toFixed(3),
  }
}

function properties(
  suite: XMLBuilder,
  { seed, exit, verdict, digests, suite: own, bindings = [] }: Results,
): void {
  const clients = bindings.map(({ name, adapter }) => [`client.${name}`, adapter.address])
  const all = {
    verdict,
    exit,
    seed,
    suite: own.version,
    ...digests,
    ...Object.fromEntries(clients),
  }
  const properties = suite.ele('properties')
  for (const [name, value] of Object.entries(all)) properties.ele('property', { name, value })
}

function testcase(
  suite: XMLBuilder,
  { requirement, state, detail, type, ...rest }: Testcase,
): void {
  const node = suite.ele('testcase', {
    classname: `${requirement.document}.${requirement.id}`,
    name: rest.name,
    time: rest.seconds.toFixed(3),
    ...(rest.uri !== undefined && { file: rest.uri, line: rest.line }),
  })
  const [kind, message] = state
  if (kind === 'passed') return
  const told = node.ele(kind, { message: plain(message), ...(kind !== 'skipped' && { type }) })
  if (kind !== 'skipped') told.txt(plain(detail))
}
