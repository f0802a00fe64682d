import { closeAll } from '../adapters/open.ts'
import { referenceLike } from '../adapters/reference/readings.ts'
import { isRevision } from '../adapters/reference/revision.ts'
import { blameFrom, type Group, groups, passes, type Trial } from '../reports/blame.ts'
import type { Seat } from '../reports/case.ts'
import type { CaseResult } from '../reports/case-result.ts'
import { place, type Ran } from '../reports/collector.ts'
import type { RequirementResult, Results } from '../reports/results.ts'
import { judgeCase } from '../reports/verdict.ts'
import { PINNED } from '../spec/pinned.ts'
import { readings } from '../spec/readings/readings.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import { type Bindings, roles } from '../steps/roles.ts'
import { runScenarios } from './cucumber.ts'

/** The flag, as every command explains it. */
export const BLAME_FLAG = `--[no-]blame       repeat each failed scenario of several participants with the reference in single
                     places, to tell whose fault it is (default: where there are bindings)`

/** Failed scenarios that are repeated; each takes a handful of runs. */
const MOST = 60

interface Failed {
  readonly requirement: RequirementResult
  readonly one: CaseResult
  readonly seats: readonly Seat[]
  readonly steps: readonly Group[][]
  readonly tried: Trial[]
  alone?: Trial
}

/**
 * Blame by substitution: repeats the failed scenarios of several participants with the same seed, the
 * reference in place of one participant, of one client, of all, until they pass; writes what it finds into
 * the results.
 */
export async function blame(results: Results, given: WorldParameters): Promise<void> {
  const { name } = results.revision
  const declared = results.adapter.hello?.readings ?? {}
  const reference = referenceLike(isRevision(name) && name !== PINNED ? name : undefined, declared)
  const failed = results.requirements
    .flatMap((requirement) => failedOf(requirement, reference))
    .slice(0, MOST)
  const { adapter, bind = {} } = given
  const parameters = { ...given, seed: results.seed, shrink: false }
  const as = (changes: Bindings) => ({ ...parameters, bind: { ...bind, ...changes } })
  const shared = failed.filter(({ seats }) => seats.length > 1)
  await attempt(shared, [], adapter, parameters)
  const isOpen = ({ tried, steps }: Failed) =>
    ![[], ...steps.flat()].some((group) => passes(tried, group))
  for (let step = 0; step < 3; step++) {
    const open = shared.filter(isOpen)
    const asked = open.flatMap((each) => (each.steps[step] ?? []).map((group) => ({ each, group })))
    for (const some of Map.groupBy(asked, ({ group }) => String(group)).values()) {
      const group = some[0]?.group ?? []
      const changes = Object.fromEntries(group.map((participant) => [participant, reference]))
      const them = some.map(({ each }) => each)
      await attempt(them, group, reference, as(changes))
    }
  }
  await attemptAlone(shared, parameters)
  for (const each of failed) {
    const { one, tried, steps, seats, alone, requirement } = each
    one.blame = blameFrom({ tried, steps, seats, open: openReadings(requirement), alone })
    if (one.blame.disputed && !requirement.flags.includes('disputed'))
      requirement.flags.push('disputed')
  }
}

function failedOf(requirement: RequirementResult, reference: string): Failed[] {
  return requirement.cases.flatMap((one) => {
    const { verdict, seats = [] } = one
    if (verdict !== 'fail' || seats.length === 0) return []
    return [{ requirement, one, seats, steps: groups(seats, reference), tried: [] }]
  })
}

/** Where the text leaves a choice, the client that is blamed is tried with itself. */
async function attemptAlone(failed: readonly Failed[], parameters: WorldParameters): Promise<void> {
  const candidates = failed.flatMap((each) => {
    if (openReadings(each.requirement).length === 0) return []
    const { blamed } = blameFrom({ ...each, open: [] })
    const clients = new Set(
      each.seats.filter(({ participant }) => blamed.includes(participant)).map((it) => it.client),
    )
    const [client] = clients
    const mixed = each.seats.some((seat) => seat.client !== client)
    return client !== undefined && clients.size === 1 && mixed ? [{ each, client }] : []
  })
  for (const [client, some] of Map.groupBy(candidates, ({ client }) => client)) {
    const bind = Object.fromEntries(roles.map((role) => [role, client]))
    const ran = await again(
      some.map(({ each }) => each),
      { ...parameters, adapter: client, bind },
    )
    for (const { each } of some) {
      const replaced = each.seats.flatMap((it) => (it.client === client ? [] : [it.participant]))
      each.alone = { replaced, by: client, verdict: ran(each) }
    }
  }
}

async function attempt(
  failed: readonly Failed[],
  group: Group,
  by: string,
  parameters: WorldParameters,
): Promise<void> {
  const verdict = await again(failed, parameters)
  for (const each of failed) each.tried.push({ replaced: [...group], by, verdict: verdict(each) })
}

/** Runs some scenarios once more; answers what came of each. */
async function again(failed: readonly Failed[], parameters: WorldParameters) {
  const ran = new Map<string, Ran>()
  const cases = failed.map(({ one }) => one)
  if (cases.length > 0)
    await runScenarios({
      cases,
      parameters,
      onRan: (each) => ran.set(place(each), each),
    }).finally(closeAll)
  return ({ one }: Failed): string => {
    const found = ran.get(place(one))
    return found ? judgeCase(found.status, found.record).verdict : 'not-measured'
  }
}

/** The requirement's readings for which the text lets two right clients be incompatible. */
function openReadings({ area, readings: ids }: RequirementResult): string[] {
  const all = readings().get(area as never) ?? []
  return all.filter(({ id, severity }) => severity === 'A' && ids.includes(id)).map(({ id }) => id)
}
