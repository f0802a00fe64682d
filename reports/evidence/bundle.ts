import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readResults, Unreadable } from '../read.ts'
import type { Results } from '../results.ts'
import { casesOf, type Numbered, parseLine } from './cases.ts'
import { Chain } from './chain.ts'
import { type Conclusion, FORMAT, type Line, type Opening, type Requirement } from './lines.ts'
import { linesOf } from './read.ts'
import { recount } from './recount.ts'
import { TRANSCRIPT } from './transcript.ts'

/**
 * Packs a run, as its folder has it, into one file: what was asked, said and compared, what it came
 * to, and a hash chain over all of it. Answers the last hash. Fails with Unreadable where the folder
 * has no transcript or one that contradicts itself.
 */
export async function writeBundle(
  folder: string,
  file: string,
): Promise<{ lines: number; hash: string }> {
  const results = readResults(join(folder, 'results.json'))
  if (results.interrupted)
    throw new Unreadable(`${folder} is an interrupted run: bundle one that came to its end`)
  const chain = new Chain()
  let count = 0
  const write = (text: string) => {
    count++
    return `${chain.add(text)}\n`
  }
  async function* all(): AsyncGenerator<string> {
    yield write(JSON.stringify(opening(results)))
    for await (const text of checked(folder, results.seed)) yield write(text)
    for (const each of judgements(results)) yield write(JSON.stringify(each))
  }
  await mkdir(dirname(resolve(file)), { recursive: true })
  try {
    await pipeline(Readable.from(all()), createGzip(), createWriteStream(file))
  } catch (cause) {
    await rm(file, { force: true })
    throw cause
  }
  return { lines: count, hash: chain.last }
}

/** The lines of a transcript; a case that does not hold together is no evidence. */
async function* checked(folder: string, seed: string): AsyncGenerator<string> {
  let number = 0
  let pending: Numbered<Line>[] = []
  async function* numbered() {
    for await (const text of linesOf(join(folder, TRANSCRIPT))) {
      const line = parseLine(++number, text)
      pending.push(line)
      yield line
    }
  }
  for await (const each of casesOf(numbered(), () => {})) {
    recount(each, seed)
    for (const { text } of pending) yield text
    pending = []
  }
  for (const { text } of pending) yield text
}

/** The terms of a run, as a bundle begins with them. */
export function opening(results: Results): Opening {
  const { suite, adapter, bindings, seed, scope, shard, revision, digests, baseline, startedAt } =
    results
  return {
    type: 'bundle',
    format: FORMAT,
    suite,
    adapter,
    ...(bindings && { bindings }),
    seed,
    scope,
    shard,
    revision,
    digests,
    baseline:
      baseline?.entries.map(({ id, signature, reason, owner, expires }) => ({
        id,
        signature,
        reason,
        owner,
        expires,
      })) ?? null,
    day: startedAt.slice(0, 10),
  }
}

/** What a run came to, as a bundle ends with it. */
export function judgements(results: Results): (Requirement | Conclusion)[] {
  const { exit, verdict, reason, suiteFaults, summary, must } = results
  return [
    ...results.requirements.map(({ id, verdict, reason, flags, signature }) => ({
      type: 'requirement' as const,
      id,
      verdict,
      reason,
      // Blame repeats scenarios after the run: what it disputes is no part of the evidence.
      flags: flags.filter((flag) => flag !== 'disputed'),
      ...(signature !== undefined && { signature }),
    })),
    { type: 'conclusion', exit, verdict, reason, suiteFaults, summary, must },
  ]
}
