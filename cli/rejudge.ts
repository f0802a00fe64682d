import { gunzipSync } from 'node:zlib'
import type { Outcome } from '../adapters/contract/envelope.ts'
import { install } from '../adapters/open.ts'
import { Recorded } from '../adapters/recorded.ts'
import { place, type Ran } from '../reports/collector.ts'
import { judgements } from '../reports/evidence/bundle.ts'
import type { Opening } from '../reports/evidence/lines.ts'
import type { Bundle, Kept } from '../reports/evidence/open.ts'
import { Contradiction } from '../reports/evidence/recount.ts'
import { endOf } from '../reports/evidence/transcript.ts'
import { line } from '../reports/plain.ts'
import type { Results } from '../reports/results.ts'
import { castingOf } from './bind.ts'
import { conduct } from './conduct.ts'
import { callsOf } from './replayables.ts'

/** How a bundle was judged again. */
export interface Rejudged {
  readonly results: Results
  /** Cases whose steps ran again on the recorded answers. */
  readonly played: number
  /** Cases judged by their lines alone, because the client spoke to servers that are gone, or had not started. */
  readonly recounted: number
}

/**
 * Judges a bundle again with the scenarios of this suite: a client that gives the recorded answers
 * takes part in each of them, and all that was asked, compared and found has to come out as it was.
 * Fails with Contradiction at the first line that does not.
 */
export async function rejudge(bundle: Bundle): Promise<Rejudged> {
  const { opening, cases } = bundle
  const { adapter, bindings, seed, scope, shard, revision, baseline, day } = opening
  for (const client of bindings?.map((each) => each.adapter) ?? [adapter]) stand(client, bundle)
  const alone = cases.filter(({ servers, unasked }) => servers || unasked)
  const byPlace = new Map(cases.map((each) => [place(each.ran), each]))
  let first: Contradiction | undefined
  const conducted = await conduct({
    ...castingOf(
      bindings ? undefined : adapter.address,
      (bindings ?? []).map((each) => `${each.name}=${each.adapter.address}`),
    ),
    ...scope,
    revision: revision.name,
    seed,
    ...(shard && { shard }),
    ...(baseline && { baseline: { schema: 1, entries: baseline } }),
    day,
    tape: true,
    earlier: {
      places: new Set(byPlace.keys()),
      known: alone.map(({ ran }) => ran),
    },
    onCase: (ran, tape) => {
      const was = byPlace.get(place(ran))
      const found = was && differs(was, ran, tape)
      if (found && (!first || found.line < first.line)) first = found
    },
  })
  await conducted.finished
  if (first) throw first
  const results = conducted.results(false)
  const made = { ...results, adapter, ...(bindings && { bindings }), suite: opening.suite }
  compare(bundle, made)
  return { results: made, played: cases.length - alone.length, recounted: alone.length }
}

/** Puts in the place of a client one that answers as it did. */
function stand({ address, hello }: Opening['adapter'], { cases, probes }: Bundle): void {
  if (!hello)
    throw new Contradiction(1, `${address} did not introduce itself: there is nothing to judge`)
  // Rows of a table that say the same share a key; they run in the order of their lines.
  const ordered = cases.toSorted((a, b) => a.ran.line - b.ran.line)
  const byKey = Map.groupBy(ordered, ({ key }) => key ?? '')
  install(
    address,
    new Recorded({
      hello,
      probes: probes
        .filter(({ client }) => client === address)
        .map(({ op, outcome }) => ({ op, outcome: outcome as Outcome })),
      calls: (key) =>
        (byKey.get(key) ?? []).flatMap((kept) => callsOf(kept).map(({ call }) => call)),
    }),
  )
}

function linesIn({ lines }: Kept): string[] {
  return gunzipSync(lines).toString().trimEnd().split('\n')
}

/** The first line of a case that is otherwise when its steps run again. */
function differs(was: Kept, ran: Ran, tape: Buffer | undefined): Contradiction | undefined {
  const { status, record } = ran
  const end = JSON.stringify({ type: 'end', status, ...(record && { record: endOf(record) }) })
  const made = [...(tape ? gunzipSync(tape).toString().split('\n').slice(0, -1) : []), end]
  const recorded = linesIn(was)
  const i = made.findIndex((text, i) => text !== recorded[i])
  if (i < 0 && made.length === recorded.length) return undefined
  const at = i < 0 ? made.length : i
  // The first line of a case names it; the others follow.
  return new Contradiction(
    was.number + 1 + at,
    `in ${place(ran)} the suite has ${told(made[at])}, recorded is ${told(recorded[at])}`,
  )
}

const told = (text: string | undefined) => (text === undefined ? 'nothing more' : line(text, 300))

/** What the run came to has to follow. */
function compare(bundle: Bundle, results: Results): void {
  const made = judgements(results).map((each) => JSON.stringify(each))
  const recorded = [...bundle.requirements, bundle.conclusion]
  for (const [i, { number, text }] of recorded.entries())
    if (text !== made[i])
      throw new Contradiction(
        number,
        `judged again it is ${told(made[i])}, recorded is ${told(text)}`,
      )
  if (made.length !== recorded.length)
    throw new Contradiction(
      bundle.conclusion.number,
      `${made.length - 1} requirements were judged, recorded are ${recorded.length - 1}`,
    )
}
