import { blameText } from './blame.ts'
import { speaking } from './block.ts'
import { boundText } from './bound.ts'
import type { CaseResult } from './case-result.ts'
import { differing } from './dispute.ts'
import { EXIT } from './exit.ts'
import type { Pair } from './interop.ts'
import { reproduce } from './reproduce.ts'
import type { RequirementResult, Results } from './results.ts'

/** Failures told of one pair. */
const TOLD = 60

/** Two clients of a pair, by their addresses. */
export interface Ends {
  readonly sender: string
  readonly receiver: string
}

/**
 * What a run of two clients says of the pair. `idle`: those that pass nothing alone; what passes with one of
 * them shows what the other does, and counts for nothing (trust rule 1).
 */
export function pairOf(
  { sender, receiver }: Ends,
  results: Results,
  idle: ReadonlySet<string>,
): Pair {
  const { requirements } = results
  const nothing = [sender, receiver].find((each) => idle.has(each))
  const [exit, reason] =
    nothing === undefined || results.exit === EXIT.deviates
      ? [results.exit, results.reason]
      : [EXIT.notMeasured, `${nothing} passes nothing alone`]
  const failed = requirements.filter(({ verdict }) => verdict === 'fail')
  const must = (each: RequirementResult) => (each.weight === 'must' ? 0 : 1)
  const joint = requirements.filter((each) => each.verdict === 'pass' && isJoint(each))
  const passed = nothing === undefined ? joint.length : 0
  const open = requirements.filter(({ verdict }) => verdict !== 'pass').length - failed.length
  return {
    sender,
    receiver,
    exit,
    reason: boundText(reason, 1_000),
    passed,
    failed: failed.length,
    unmeasured: open + joint.length - passed,
    readings: differing(results).map(({ key, values: [one = '', other = ''] }) => ({
      key,
      sender: one,
      receiver: other,
    })),
    failures: failed
      .toSorted((a, b) => must(a) - must(b))
      .slice(0, TOLD)
      .map((each) => failureOf(each, reproduce(results, each.id))),
  }
}

/** A pass counts for a pair where both took part: a row of a table may have needed one of them only. */
function isJoint({ cases }: RequirementResult): boolean {
  const roles = ({ seats = [] }: CaseResult) => new Set(seats.map(({ role }) => role)).size
  return cases.some((each) => each.verdict === 'pass' && roles(each) > 1)
}

function failureOf(requirement: RequirementResult, again: string): Pair['failures'][number] {
  const { id, level, statement, flags } = requirement
  const failed = speaking(requirement)
  const { finding, reason = '', uri = '', line: at = 0, blame } = failed ?? {}
  return {
    id,
    level,
    statement,
    wanted: boundText(finding?.wanted ?? '', 300),
    got: boundText(finding?.got ?? reason, 300),
    scenario: `${uri}:${at}`,
    blamed: blame ? [...blame.blamed] : [],
    disputed: flags.includes('disputed'),
    blame: blame ? blameText(blame) : '',
    again,
  }
}
