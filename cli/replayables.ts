import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Outcome } from '../adapters/contract/envelope.ts'
import type { RecordedCall } from '../adapters/recorded.ts'
import type { Event } from '../reports/case.ts'
import { place } from '../reports/collector.ts'
import { type Bundle, type Kept, readBundle } from '../reports/evidence/open.ts'
import { readChecked, Unreadable } from '../reports/read.ts'
import { packageRoot } from '../spec/root.ts'
import type { Replayable } from './replayed.ts'

/** Vectors made of the transcript of a run; see vectors/schema/transcripts.json. */
export interface TranscriptVectors {
  readonly cases: readonly {
    readonly id: string
    readonly scenario: string
    readonly steps: readonly {
      readonly instance: string
      readonly op: string
      readonly now: number
      readonly params: object
      readonly reply: object
    }[]
  }[]
}

/** The scenarios of a bundle or of vectors; `left`: those that cannot be sent. Fails with Unreadable or Contradiction. */
export async function readReplayables(
  file: string,
): Promise<{ scenarios: Replayable[]; left: number }> {
  if (!isGzip(file)) return { scenarios: ofVectors(readVectors(file)), left: 0 }
  const bundle = await readBundle(file)
  const sent = bundle.cases.filter(({ servers }) => !servers)
  return { scenarios: ofBundle(sent), left: bundle.cases.length - sent.length }
}

export function transcriptSchema(): object {
  const file = join(packageRoot(), 'vectors', 'schema', 'transcripts.json')
  return JSON.parse(readFileSync(file, 'utf8')) as object
}

function readVectors(file: string): TranscriptVectors {
  return readChecked<TranscriptVectors>(file, transcriptSchema(), JSON.parse)
}

function isGzip(file: string): boolean {
  const magic = Buffer.alloc(2)
  try {
    const handle = openSync(file, 'r')
    readSync(handle, magic)
    closeSync(handle)
  } catch (cause) {
    throw new Unreadable(`${file} cannot be read: ${(cause as Error).message}`)
  }
  return magic.equals(Buffer.from([0x1f, 0x8b]))
}

function ofBundle(cases: Bundle['cases']): Replayable[] {
  return cases.map((kept) => ({
    name: place(kept.ran),
    calls: callsOf(kept).map(({ number, call }) => ({ ...call, at: `line ${number}` })),
  }))
}

/** The calls of a case that were sent, each with the number of its line. */
export function callsOf({ lines, number }: Kept): { number: number; call: RecordedCall }[] {
  return gunzipSync(lines)
    .toString()
    .trimEnd()
    .split('\n')
    .flatMap((text, i) => {
      const event = JSON.parse(text) as Event
      if (event.type !== 'call' || event.unsent) return []
      return [{ number: number + 1 + i, call: event as unknown as RecordedCall }]
    })
}

function ofVectors({ cases }: TranscriptVectors): Replayable[] {
  return cases.map(({ id, scenario, steps }) => ({
    name: `${id}: ${scenario}`,
    calls: steps.map(({ reply, ...call }, i) => {
      const [[kind, value] = ['error', {}]] = Object.entries(reply)
      // A reply has one member that says its kind; an outcome has the kind beside it.
      const outcome = { kind, [kind]: value, ...(kind === 'ok' ? {} : (value as object)) }
      return { ...call, outcome: outcome as unknown as Outcome, at: `step ${i + 1}` }
    }),
  }))
}
