import type { Area } from '../../adapters/contract/hello.ts'
import { closeAll, open } from '../../adapters/open.ts'
// Loaded before any scenario, so that what runs while it loads is of none.
import '../../adapters/reference/adapter.ts'
import { probe } from '../../adapters/probes/probe.ts'
import { runScenarios } from '../../cli/cucumber.ts'
import { inScope, plan } from '../../cli/scope.ts'
import { place, type Ran } from '../../reports/collector.ts'
import { judgeCase } from '../../reports/verdict.ts'
import { type Case, catalogue } from '../../spec/catalogue.ts'
import { PINNED } from '../../spec/pinned.ts'
import { frozenRequirements } from '../../spec/requirements.ts'
import { revisions } from '../../spec/revisions.ts'
import { packageRoot } from '../../spec/root.ts'

/*
The scenarios of an area as mutation testing needs them: in one process with the reference, each known by
an id, all of them or some.
*/

/** What became of one test: a scenario, or the introduction of the client, which precedes all of them. */
export interface Told {
  /** `REVISION PLACE`, or `REVISION hello`. */
  readonly id: string
  readonly name: string
  readonly uri?: string
  readonly line?: number
  readonly ms: number
  /** Why it does not pass: a run with it is not conformant, be it a deviation or a reply that is none. */
  readonly failed?: string
  /** The suite itself stumbled over what the client said. */
  readonly fault?: string
}

/** The same in every run, as in the kill matrix. */
const FIXED = { seed: '5eed', runs: 15 }

const rules = catalogue(packageRoot())

/** The pinned revision, and those that ask for something new in an area. */
export function revisionsOf(area: Area): readonly string[] {
  const others = revisions().filter(
    (name) => name !== PINNED && [...registerOf(name).values()].some((each) => each.area === area),
  )
  return [PINNED, ...others]
}

/** The requirements to try: of revisions other than the pinned one those that are new in it, to save time. */
function registerOf(revision: string) {
  const pinned = frozenRequirements(PINNED)
  const own = [...frozenRequirements(revision)]
  return new Map(own.filter(([id]) => revision === PINNED || !pinned.has(id)))
}

export interface Trial {
  readonly area: Area
  readonly revision: string
  /** Ids of the scenarios to run; absent: all. */
  readonly only?: ReadonlySet<string> | undefined
  readonly failFast: boolean
  /** Is told what runs now. */
  readonly begin: (id: string) => void
}

/** Runs scenarios against the reference that follows a revision. */
export async function runAgainst(trial: Trial): Promise<readonly Told[]> {
  const { area, revision, only, failFast, begin } = trial
  const told: Told[] = []
  const hello = `${revision} hello`
  const adapter = `reference@${revision}`
  const startedMs = performance.now()
  begin(hello)
  let cases: readonly Case[] = []
  let failed: string | undefined
  try {
    const session = await open(adapter)
    const scope = inScope(
      { areas: [area], ids: [], tags: '' },
      session.hello,
      registerOf(revision),
      rules,
    )
    failed = await probe(session, [area])
    cases = plan(scope, session.hello)
      .flatMap((planned) => planned.cases)
      .filter((each) => only?.has(idOf(revision, each)) ?? true)
  } catch (cause) {
    failed = (cause as Error).message
  }
  told.push({
    id: hello,
    name: `hello and probe, ${revision}`,
    ms: performance.now() - startedMs,
    ...(failed !== undefined && { failed }),
  })
  if (failed !== undefined || cases.length === 0) {
    await closeAll()
    return told
  }
  const names = new Map(cases.map((each) => [place(each), each.name]))
  await runScenarios({
    cases,
    parameters: { adapter, ...FIXED },
    failFast,
    onBegin: (at) => begin(`${revision} ${at}`),
    onRan: (ran) => {
      // Left out after one that failed.
      if (ran.status !== 'SKIPPED') told.push(toldOf(revision, ran, names.get(place(ran)) ?? ''))
    },
  }).finally(closeAll)
  return told
}

const idOf = (revision: string, at: Case) => `${revision} ${place(at)}`

function toldOf(revision: string, { uri, line, status, record, wallMs }: Ran, name: string): Told {
  const { verdict, reason, harness } = judgeCase(status, record)
  return {
    id: `${revision} ${place({ uri, line })}`,
    name: `${name} (${revision})`,
    uri,
    line,
    ms: wallMs,
    ...(harness ? { fault: reason } : verdict !== 'pass' && { failed: reason }),
  }
}
