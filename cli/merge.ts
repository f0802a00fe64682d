import { resolve } from 'node:path'
import { judgeBaseline, readBaseline } from '../reports/baseline.ts'
import { conclude } from '../reports/conclude.ts'
import { headline } from '../reports/console.ts'
import { merge, NotShards } from '../reports/merge.ts'
import { readResults } from '../reports/read.ts'
import type { Results } from '../reports/results.ts'
import { writeReports } from '../reports/write.ts'
import { requirements } from '../spec/requirements.ts'
import { UsageError } from './usage.ts'

/** Joins the shards of a run, judges the whole by a baseline, and writes its reports; answers the exit code of the run. */
export function mergeShards(
  files: readonly string[],
  out: string,
  baseline: string | undefined,
): number {
  const shards = files.map(readResults)
  const known = requirements(shards[0]?.revision.name)
  const isKnown = (id: string) => known.has(id)
  let merged: Results
  try {
    merged = merge(shards, isKnown)
  } catch (cause) {
    throw cause instanceof NotShards ? new UsageError(cause.message) : cause
  }
  if (baseline !== undefined) {
    const today = merged.startedAt.slice(0, 10)
    const judged = judgeBaseline(merged.requirements, readBaseline(baseline), today, isKnown)
    merged = { ...merged, baseline: judged, ...conclude({ ...merged, baseline: judged }) }
  }
  const written = writeReports(merged, resolve(out))
  process.stdout.write(`${headline(merged)}\nresults: ${written.json}\n`)
  return merged.exit
}
