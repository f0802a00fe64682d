import type { RequirementResult } from '../results.ts'
import { type Html, html } from './html.ts'

/** What a reader sees of a verdict: never a colour alone. */
export interface State {
  readonly sign: string
  readonly word: string
  /** Name of the colour in style.css, and of the filter. */
  readonly key: string
}

const STATES = {
  pass: { sign: '✓', word: 'pass', key: 'pass' },
  fail: { sign: '✗', word: 'fail', key: 'fail' },
  crash: { sign: '!', word: 'crash', key: 'fail' },
  timeout: { sign: '⧖', word: 'timeout', key: 'fail' },
  'false-claim': { sign: '✗', word: 'false claim', key: 'fail' },
  deviates: { sign: '≠', word: 'deviates', key: 'deviates' },
  known: { sign: '≈', word: 'known', key: 'known' },
  inconclusive: { sign: '?', word: 'inconclusive', key: 'inconclusive' },
  'not-applicable': { sign: '○', word: 'not applicable', key: 'not-applicable' },
  'not-measured': { sign: '—', word: 'not measured', key: 'not-measured' },
} as const satisfies Record<string, State>

/** Each state that a filter or legend names, once. */
export const LEGEND: readonly State[] = [
  STATES.fail,
  STATES.known,
  STATES.deviates,
  STATES.inconclusive,
  STATES['not-measured'],
  STATES['not-applicable'],
  STATES.pass,
]

/** The state of a requirement: how it failed and what that means come before that it failed. */
export function stateOf({ verdict, flags, weight, cases }: RequirementResult): State {
  if (verdict !== 'fail') return STATES[verdict]
  if (flags.includes('baselined')) return STATES.known
  if (weight !== 'must') return STATES.deviates
  const kind = cases.find((each) => each.verdict === 'fail')?.finding?.kind
  return kind === 'crash' || kind === 'timeout' || kind === 'false-claim'
    ? STATES[kind]
    : STATES.fail
}

/** The state of a single case. */
export const caseState = (verdict: RequirementResult['verdict']): State => STATES[verdict]

export function badge({ sign, word, key }: State): Html {
  return html`<span class="state ${key}"><span aria-hidden="true">${sign}</span> ${word}</span>`
}

/** The same of a requirement, and whether it is disputed. */
export function badgeOf(requirement: RequirementResult): Html {
  return html`${badge(stateOf(requirement))}${requirement.flags.includes('disputed') && html` <span class="kind">disputed</span>`}`
}
