import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Mutant, mutants, type Variant, variants } from '../adapters/mutants/mutant.ts'
import { type KillMatrix, killTable } from '../reports/kill-matrix.ts'
import { catalogue } from '../spec/catalogue.ts'
import { PINNED } from '../spec/pinned.ts'
import { frozenRequirements } from '../spec/requirements.ts'
import { revisions } from '../spec/revisions.ts'
import { packageRoot } from '../spec/root.ts'
import { runJobs } from './mutant-pool.ts'
import type { Job } from './mutant-run.ts'
import { nearest } from './nearest.ts'
import { knownRevision, REVISION_FLAG } from './revision.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance killmatrix [--quick] [--area AREA]… [--mutant NAME]… [--revision DATE]
                                  [--out DIR] [--workers N]

Runs the suite against every mutant of the reference, which each break one requirement, and against
every variant, which break none. Writes killmatrix.json (default reports/out) and prints the table.
--quick gives a mutant only the scenarios of the requirement that it breaks, a variant still all.
Workers: half the processors unless told otherwise. Exit 1 where a mutant is missed or breaks more
than a rule, where a variant fails, or where a MUST requirement with scenarios has no mutant.

  ${REVISION_FLAG}:
                     the reference follows it, with the mutants that break what it has
`

/** `killmatrix`: shows for every requirement that its test can fail. */
export async function killmatrix(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      area: { type: 'string', multiple: true, default: [] },
      mutant: { type: 'string', multiple: true, default: [] },
      revision: { type: 'string', default: PINNED },
      out: { type: 'string', default: 'reports/out' },
      workers: { type: 'string', default: String(Math.ceil(availableParallelism() / 2)) },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const all = { mutants: mutants(), variants: variants() }
  const names = [...all.mutants, ...all.variants].map(({ name }) => name)
  for (const name of values.mutant)
    if (!names.includes(name)) throw new UsageError(`no mutant "${name}": ${nearest(name, names)}`)
  const revision = knownRevision(values.revision)
  const register = frozenRequirements(revision)
  // A mutant that breaks what no revision has is run, and missed.
  const ofOthers = new Set(
    revisions().flatMap((name) => (name === revision ? [] : [...frozenRequirements(name).keys()])),
  )
  const inRevision = new Set([...register.values()].map(({ area }) => area))
  const chosen = ({ name, area }: Mutant | Variant) =>
    inRevision.has(area as never) &&
    (values.mutant.length === 0 || values.mutant.includes(name)) &&
    (values.area.length === 0 || values.area.includes(area))
  const jobs: Job[] = [
    ...all.mutants
      .filter(({ breaks }) => register.has(breaks) || !ofOthers.has(breaks))
      .filter(chosen)
      .map((mutant) => jobOf(mutant, values.quick, revision)),
    ...all.variants.filter(chosen).map(({ name, area, what }) => ({
      kind: 'variant' as const,
      name,
      area,
      what,
      revision,
      ids: [],
    })),
  ]
  if (jobs.length === 0)
    throw new UsageError(`no mutant among those asked for breaks what ${revision} has`)
  const rows = await runJobs(jobs, Math.max(1, Number(values.workers) || 1), (row) => {
    // One sign a mutant, so that a long run is seen to go on; the table follows.
    process.stderr.write(row.right ? '.' : `\n${row.name} is not as it has to be\n`)
  })
  process.stderr.write('\n')
  const whole = values.mutant.length === 0
  const areas = new Set(jobs.map(({ area }) => area))
  const broken = new Set(rows.flatMap(({ breaks, killed }) => (killed && breaks ? [breaks] : [])))
  const matrix: KillMatrix = {
    schema: 1,
    rows,
    unkilled: whole ? killable(areas, revision).filter((id) => !broken.has(id)) : [],
  }
  const out = resolve(values.out)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'killmatrix.json'), `${JSON.stringify(matrix, null, 2)}\n`)
  process.stdout.write(killTable(matrix))
  return rows.every(({ right }) => right) && matrix.unkilled.length === 0 ? 0 : 1
}

/** Ids of the MUST requirements of some areas that scenarios claim to test: each needs a mutant. */
export function killable(areas: ReadonlySet<string>, revision: string): string[] {
  const tested = new Set(catalogue(packageRoot()).map(({ id }) => id))
  return [...frozenRequirements(revision).values()]
    .filter(({ id, area, weight }) => areas.has(area) && weight === 'must' && tested.has(id))
    .map(({ id }) => id)
}

/** `quick`: only the scenarios of the requirement that it breaks. `revision`: the first that has it. */
export function jobOf(
  { name, area, what, breaks, shownBy, alone }: Mutant,
  quick: boolean,
  revision = revisions().find((each) => frozenRequirements(each).has(breaks)) ?? PINNED,
): Job {
  const ids = quick || alone ? [breaks] : []
  const told = { kind: 'mutant' as const, name, area, what, breaks, revision, ids }
  return shownBy === undefined ? told : { ...told, shownBy }
}
