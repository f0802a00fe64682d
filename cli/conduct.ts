import { randomBytes } from 'node:crypto'
import { type Area, areas, type Hello } from '../adapters/contract/hello.ts'
import { closeAll } from '../adapters/open.ts'
import { NoCommonProtocol, NoHello } from '../adapters/session.ts'
import { assess, type Planned } from '../reports/assess.ts'
import { type BaselineFile, judgeBaseline } from '../reports/baseline.ts'
import { type OnRan, place, type Ran } from '../reports/collector.ts'
import { conclude } from '../reports/conclude.ts'
import { flagDisputed } from '../reports/dispute.ts'
import type { Results } from '../reports/results.ts'
import type { Case } from '../spec/catalogue.ts'
import { everyRequirement, frozenRequirements, type Requirement } from '../spec/requirements.ts'
import { revision } from '../spec/revisions.ts'
import type { WorldParameters } from '../steps/parameters.ts'
import type { Bindings } from '../steps/roles.ts'
import { checkBindings } from './bind.ts'
import { codexNodes } from './codex-node.ts'
import { castText, type Hear, introduce, probeAll } from './introduce.ts'
import { runParallel, usualWorkers } from './parallel.ts'
import { DECLARED, declaredRevision, knownRevision } from './revision.ts'
import { type Asked, inScope, plan } from './scope.ts'
import { runSerially } from './serial.ts'
import { allRules, digest, featuresDigest, suiteVersion } from './suite.ts'
import { UsageError } from './usage.ts'

export interface RunOptions extends Asked {
  /** Address of the client. */
  readonly adapter: string
  /** Other clients, by the role or the participant that they play. */
  readonly bind?: Bindings
  /** The frozen revision to measure against, or {@link DECLARED}; absent: the pinned one. */
  readonly revision?: string
  /** Hex; absent: drawn. */
  readonly seed?: string
  readonly deadlineMs?: number
  /** How often a client that ended is started again; absent: as a session does by default. */
  readonly restarts?: number
  readonly runs?: number
  /** Real Codex nodes for archives; see {@link codexNodes}. */
  readonly codex?: string
  /** Which share of the scenarios to run; absent: all. */
  readonly shard?: { readonly index: number; readonly total: number }
  /** How many clients run scenarios beside each other; absent: one. */
  readonly parallel?: number | 'as-usual'
  /** Failures that are known. */
  readonly baseline?: BaselineFile
  /** Keep all that passes between suite and client; `onCase` gets it. */
  readonly tape?: boolean
  /** Day on which the baseline is held against the run, in UTC; absent: that of its beginning. */
  readonly day?: string
  /** Scenarios of an earlier run: no others are run, and of these not what is known already. */
  readonly earlier?: { readonly places: ReadonlySet<string>; readonly known: readonly Ran[] }
  readonly onProbe?: Hear
  /** false: skip the probe, to see what the scenarios alone would say of an impostor. */
  readonly probe?: boolean
  readonly onPlan?: (plan: readonly Planned[], hello: Hello) => void
  readonly onCase?: OnRan
}

/** A run that can be asked for its results at any time, also before its end. */
export interface Conducted {
  readonly finished: Promise<void>
  /** What its scenarios were told; the same again repeats them. */
  readonly parameters: WorldParameters
  results(interrupted: boolean): Results
}

/** What somebody asks for, whoever the client is. Fails with UsageError for a name that matches nothing. */
export function checkScope(asked: Asked, register: ReadonlyMap<string, Requirement>) {
  const found = inScope(asked, { areas: [...areas] }, register, allRules())
  return found.map(({ requirement }) => requirement)
}

/** Conducts one run. Fails with UsageError or UnknownAdapter; all that a client does ends up in the results. */
export async function conduct(options: RunOptions): Promise<Conducted> {
  const startedAt = new Date().toISOString()
  const { day = startedAt.slice(0, 10) } = options
  const startedMs = performance.now()
  const seed = options.seed ?? randomBytes(8).toString('hex')
  const rules = allRules()
  const asked = { areas: [...options.areas], ids: [...options.ids], tags: options.tags }
  // An unknown name is told before a client is started.
  let name = options.revision === DECLARED ? undefined : knownRevision(options.revision)
  let register = name === undefined ? everyRequirement() : frozenRequirements(name)
  checkBindings(options.bind ?? {}, areasOf(checkScope(asked, register)))
  const { adapter, bind = {}, deadlineMs, restarts, runs, shard = null, parallel = 1 } = options
  const codex = await codexNodes(options.codex)
  const parameters: WorldParameters = {
    adapter,
    ...(Object.keys(bind).length > 0 && { bind }),
    seed,
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(restarts !== undefined && { restarts }),
    ...(runs !== undefined && { runs }),
    ...(codex.urls && { codex: codex.urls }),
  }
  let hello: Hello | null = null
  let fault = codex.missing
  let digests: Readonly<Record<string, string>> = {}
  let bindings: Results['bindings']
  let planned: readonly Planned[] = []
  try {
    const introduced = await introduce(parameters)
    hello = introduced.hello
    digests = {
      ...introduced.digests,
      ...(codex.version !== undefined && { codex: codex.version }),
    }
    if (parameters.bind) bindings = introduced.bindings
    if (name === undefined) {
      name = declaredRevision(hello, asked.areas)
      register = frozenRequirements(name)
    }
    const scope = inScope(asked, hello, register, rules)
    planned = plan(scope, hello)
    if (options.probe !== false)
      fault ??= await probeAll(
        introduced,
        areasOf(scope.map((each) => each.requirement)),
        options.onProbe,
      )
    options.onPlan?.(planned, hello)
  } catch (cause) {
    await closeAll()
    if (cause instanceof NoCommonProtocol) throw new UsageError(cause.message)
    if (!(cause instanceof NoHello)) throw cause
    fault = `the client did not introduce itself: ${cause.message}`
    register = frozenRequirements(name)
    planned = inScope(asked, { areas: [...areas] }, register, rules).map(
      ({ requirement, cases }) => ({
        requirement,
        cases,
        left: [],
      }),
    )
  }
  // A client that said nothing declared nothing either.
  const frozen = revision(name)
  const { places, known = [] } = options.earlier ?? {}
  const done = new Set(known.map(place))
  const all = planned.flatMap((each) => each.cases)
  const here = places ?? new Set(shareOf(all, shard).map(place))
  const cases = all.filter((each) => here.has(place(each)) && !done.has(place(each)))
  const ran: Ran[] = [...known]
  const onRan: OnRan = (each, tape) => {
    ran.push(each)
    options.onCase?.(each, tape)
  }
  const others = [...Object.values(bind), ...(codex.urls ?? [])]
  const workers =
    parallel === 'as-usual' ? usualWorkers([adapter, ...others], cases.length) : parallel
  const told = { ...parameters, ...(options.tape && { tape: true }) }
  // Hooks close the clients of the scenarios, but not the one that was asked for hello here.
  const finished = (
    fault !== undefined || cases.length === 0
      ? Promise.resolve()
      : workers > 1
        ? runParallel(cases, workers, told, onRan)
        : runSerially(cases, told, onRan)
  ).finally(closeAll)

  return {
    finished,
    parameters,
    results(interrupted) {
      const elsewhere = (place: string) => shard !== null && !here.has(place)
      const { requirements, suiteFaults } =
        fault === undefined ? assess(planned, ran, hello, elsewhere) : assess(planned, [], hello)
      if (fault !== undefined)
        for (const each of requirements) {
          each.verdict = 'not-measured'
          each.reason = fault
        }
      const baseline = options.baseline
        ? judgeBaseline(requirements, options.baseline, day, (id) => register.has(id))
        : null
      const found: Results = {
        schema: 1,
        ...conclude({ requirements, suiteFaults, fault, interrupted, baseline, shard }),
        adapter: { address: castText(parameters), hello, digests },
        ...(bindings && { bindings }),
        suite: { version: suiteVersion(), node: process.version },
        seed,
        scope: asked,
        revision: { name: frozen.revision, digest: `sha256:${frozen.digest}` },
        digests: {
          requirements: digest(
            planned.map(({ requirement: { id, level, sentences } }) => [id, level, sentences]),
          ),
          features: featuresDigest(),
        },
        shard,
        baseline,
        startedAt,
        wallMs: Math.round(performance.now() - startedMs),
        requirements,
      }
      flagDisputed(found)
      return found
    },
  }
}

/** The scenarios of this share: every n-th of all. */
function shareOf(
  all: readonly Case[],
  shard: NonNullable<RunOptions['shard']> | null,
): readonly Case[] {
  return shard ? all.filter((_, at) => at % shard.total === shard.index - 1) : all
}

const areasOf = (scope: readonly { area: string }[]) =>
  [...new Set(scope.map(({ area }) => area))] as Area[]
