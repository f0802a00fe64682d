import type { Check } from '../../spec/check/check.ts'
import type { Requirement } from '../../spec/requirements.ts'
import { everyRequirement } from '../../spec/requirements.ts'
import { clientName } from '../console.ts'
import type { Interop } from '../interop.ts'
import type { KillMatrix } from '../kill-matrix.ts'
import type { NullGate } from '../null-gate.ts'
import { line } from '../plain.ts'
import type { RequirementResult, Results } from '../results.ts'
import { type Dispute, disputeOf } from './disputes.ts'
import { slug } from './links.ts'

/** What a site is made from. */
export interface Sources {
  readonly results: readonly Results[]
  readonly kills?: KillMatrix | undefined
  /** What clients that implement nothing passed, beside the results of impostors. */
  readonly nullGate?: NullGate | undefined
  /** Earlier results of one of the clients. */
  readonly before?: Results | undefined
  /** What a checkout of the RFCs says differently from the frozen texts. */
  readonly drift?: Check | undefined
  /** Clients in pairs. */
  readonly interop?: Interop | undefined
}

/** One implementation as a column. */
export interface Client {
  readonly label: string
  readonly slug: string
  readonly results: Results
  readonly byId: ReadonlyMap<string, RequirementResult>
}

/** One requirement as a row. */
export interface Row {
  readonly id: string
  readonly slug: string
  /** As one of the results has it; whichever, for the register is the same. */
  readonly any: RequirementResult
  /** As the register has it; absent where the results are of another suite. */
  readonly registered: Requirement | undefined
  /** Of each client in order; undefined: out of its scope. */
  readonly cells: readonly (RequirementResult | undefined)[]
  /** Names of the mutants that break it and of those that its scenarios found. */
  readonly mutants: { readonly aimed: number; readonly killed: readonly string[] }
  /** Impostors that were asked for it, and those that passed it: each is a hole in the suite. */
  readonly impostors: { readonly asked: number; readonly fooled: readonly string[] }
  readonly dispute: Dispute | undefined
}

/** A client that implements nothing: what it was asked for, and what it passed all the same. */
export interface Control {
  readonly label: string
  readonly asked: ReadonlySet<string>
  readonly passed: ReadonlySet<string>
}

export interface Site extends Sources {
  readonly clients: readonly Client[]
  /** Clients that implement nothing. */
  readonly controls: readonly Control[]
  readonly rows: readonly Row[]
}

/** Arranges results as rows and columns. Impostors are known by their address and are no columns. */
export function arrange(sources: Sources): Site {
  const all = named(sources.results)
  const isImpostor = ({ results }: Client) => results.adapter.address.startsWith('impostor:')
  const clients = all.filter((each) => !isImpostor(each))
  const controls = [
    ...all.filter(isImpostor).map(controlOf),
    ...(sources.nullGate ? controlsOf(sources.nullGate) : []),
  ]
  const found = new Map(
    clients.flatMap(({ results }) => results.requirements.map((each) => [each.id, each])),
  )
  const mutants = mutantsOf(sources.kills)
  const registered = everyRequirement()
  const rows = [...found.values()].map((any): Row => {
    const cells = clients.map(({ byId }) => byId.get(any.id))
    return {
      id: any.id,
      slug: slug(any.id),
      any,
      registered: registered.get(any.id),
      cells,
      mutants: mutants.get(any.id) ?? { aimed: 0, killed: [] },
      impostors: {
        asked: controls.filter(({ asked }) => asked.has(any.id)).length,
        fooled: controls.filter(({ passed }) => passed.has(any.id)).map(({ label }) => label),
      },
      dispute: disputeOf(
        any,
        cells,
        clients.map(({ results }) => results),
      ),
    }
  })
  return { ...sources, clients, controls, rows }
}

function named(results: readonly Results[]): Client[] {
  const seen = new Map<string, number>()
  return results.map((each) => {
    const name = clientName(each)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const label = count === 1 ? name : `${name} (${count})`
    return {
      label,
      slug: slug(label),
      results: each,
      byId: new Map(each.requirements.map((one) => [one.id, one])),
    }
  })
}

function controlOf({ label, byId }: Client): Control {
  const passed = [...byId.values()].filter(({ verdict }) => verdict === 'pass')
  return { label, asked: new Set(byId.keys()), passed: new Set(passed.map(({ id }) => id)) }
}

/** What the control of the selftest passed could have been passed, so it was asked of each impostor. */
function controlsOf({ control, rows }: NullGate): Control[] {
  const asked = new Set(control.passed)
  return [...Map.groupBy(rows, ({ impostor }) => impostor)].map(([name, own]) => ({
    label: line(name, 80),
    asked,
    passed: new Set(own.flatMap(({ passed }) => passed)),
  }))
}

function mutantsOf(kills: KillMatrix | undefined): Map<string, Row['mutants']> {
  const found = new Map<string, { aimed: number; killed: string[] }>()
  const of = (id: string) => {
    const known = found.get(id) ?? { aimed: 0, killed: [] }
    found.set(id, known)
    return known
  }
  for (const { kind, name, breaks, failed } of kills?.rows ?? []) {
    if (kind !== 'mutant') continue
    if (breaks !== undefined) of(breaks).aimed++
    for (const id of failed) of(id).killed.push(line(name, 80))
  }
  return found
}
