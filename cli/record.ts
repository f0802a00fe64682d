import { place } from '../reports/collector.ts'
import type { Bundle, Kept } from '../reports/evidence/open.ts'
import type { Results } from '../reports/results.ts'
import { callsOf, type TranscriptVectors } from './replayables.ts'

/** Vectors with where they come from. */
interface Recorded extends TranscriptVectors {
  readonly $schema: string
  readonly subject: string
  readonly revision: string
  readonly bundle: string
  readonly producers: readonly string[]
}

/** Makes vectors of what passed, in the order of the requirements; `ids`: of these alone. */
export function recordVectors(bundle: Bundle, results: Results, ids: readonly string[]): Recorded {
  const { name, version } = results.adapter.hello?.implementation ?? { name: '', version: '' }
  const byPlace = new Map(bundle.cases.map((each) => [place(each.ran), each]))
  return {
    $schema: '../schema/transcripts.json',
    subject: 'transcripts',
    revision: results.revision.name,
    bundle: `sha256:${bundle.hash}`,
    producers: ['single-source', `${name} ${version}`],
    cases: results.requirements
      .filter(({ id, verdict }) => verdict === 'pass' && (ids.length === 0 || ids.includes(id)))
      .flatMap(({ id, cases }) =>
        cases
          .filter(({ verdict }) => verdict === 'pass')
          .flatMap((one, i) => {
            const kept = byPlace.get(place(one))
            if (!kept || !isFixed(kept)) return []
            return [
              { id: `${id}/${i + 1}`, requirement: id, scenario: one.name, steps: stepsOf(kept) },
            ]
          }),
      ),
  }
}

/** Neither a property, whose instances count its runs, nor anything that needs servers of the suite. */
function isFixed(kept: Kept): boolean {
  return !kept.servers && callsOf(kept).every(({ call }) => !/\.\d+$/.test(call.instance))
}

function stepsOf(kept: Kept): TranscriptVectors['cases'][number]['steps'] {
  return callsOf(kept).map(({ call: { instance, op, now, params, outcome } }) => {
    // What an implementation says in its own words is nobody else's to repeat.
    const reply =
      outcome.kind === 'ok'
        ? { ok: outcome.ok }
        : { rejected: { code: outcome.kind === 'rejected' ? outcome.rejected.code : '' } }
    return { instance, op, now, params, reply }
  })
}
