import { isDeepStrictEqual } from 'node:util'
import { judgeBaseline } from './baseline.ts'
import type { CaseResult } from './case-result.ts'
import { conclude } from './conclude.ts'
import type { RequirementResult, Results } from './results.ts'
import { requirementSignature } from './signature.ts'
import { judgeRequirement } from './verdict.ts'

/** The results given are not the shards of one run; the message says which differs in what. */
export class NotShards extends Error {
  override name = 'NotShards'
}

/**
 * The results of a whole run from those of its shards. Equal to what the run without shards gives,
 * but for wall times. Fails with NotShards.
 */
export function merge(shards: readonly Results[], known: (id: string) => boolean): Results {
  const sorted = shards.toSorted((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0))
  const [first] = sorted
  if (!first) throw new NotShards('expected the results of every shard, got none')
  checkComplete(sorted)
  for (const other of sorted) checkSame(first, other)
  const byId = sorted.map(
    ({ requirements }) => new Map(requirements.map((each) => [each.id, each])),
  )
  const requirements = first.requirements.map((requirement) =>
    mergeRequirement(byId.map((each) => each.get(requirement.id) ?? requirement)),
  )
  const startedAt = sorted.map((each) => each.startedAt).toSorted()[0] ?? first.startedAt
  const baseline = first.baseline
    ? judgeBaseline(requirements, first.baseline, startedAt.slice(0, 10), known)
    : null
  const suiteFaults = sorted.flatMap((each) => each.suiteFaults)
  const interrupted = sorted.some((each) => each.interrupted)
  return {
    ...first,
    ...conclude({ requirements, suiteFaults, interrupted, baseline, shard: null }),
    shard: null,
    baseline,
    startedAt,
    wallMs: Math.max(...sorted.map(({ wallMs }) => wallMs)),
    requirements,
  }
}

function checkComplete(sorted: readonly Results[]): void {
  const total = sorted[0]?.shard?.total
  const wanted = Array.from({ length: total ?? 0 }, (_, i) => i + 1)
  const got = sorted.map(({ shard }) => shard?.index)
  if (total === undefined || !isDeepStrictEqual(got, wanted))
    throw new NotShards(
      `expected shards 1 to ${total ?? 'n'} of one run, each once, got ${got.map((each) => each ?? 'a whole run').join(', ')}`,
    )
}

function checkSame(first: Results, other: Results): void {
  const same: Record<string, (each: Results) => unknown> = {
    client: ({ adapter }) => adapter,
    suite: ({ suite }) => suite.version,
    seed: ({ seed }) => seed,
    scope: ({ scope }) => scope,
    revision: ({ revision }) => revision,
    digests: ({ digests }) => digests,
    'number of shards': ({ shard }) => shard?.total,
    baseline: ({ baseline }) => baseline?.digest,
    requirements: ({ requirements }) => requirements.map(({ id }) => id),
  }
  for (const [what, of] of Object.entries(same))
    if (!isDeepStrictEqual(of(first), of(other)))
      throw new NotShards(
        `the ${what} of shard ${other.shard?.index} is not that of shard ${first.shard?.index}: give all shards the same flags, --seed too`,
      )
}

function mergeRequirement(parts: readonly RequirementResult[]): RequirementResult {
  const [first] = parts as readonly [RequirementResult]
  if (first.cases.length === 0) return { ...first, flags: [] }
  const cases = first.cases.map((_, i) => mergeCase(parts.flatMap(({ cases }) => cases[i] ?? [])))
  const { verdict, reason } = judgeRequirement(cases)
  const signature = requirementSignature(cases.flatMap((each) => each.signature ?? []))
  const { signature: _, ...rest } = first
  return {
    ...rest,
    verdict,
    reason,
    flags: [],
    ...(verdict === 'fail' && signature !== undefined && { signature }),
    cases,
  }
}

/** The shard in which it ran tells; else the shard whose it was, which says why it did not. */
function mergeCase(parts: readonly CaseResult[]): CaseResult {
  const own = parts.filter(({ elsewhere }) => !elsewhere)
  return own.find(({ wallMs }) => wallMs > 0) ?? own[0] ?? (parts[0] as CaseResult)
}
