import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutated, Random } from './mutation.ts'
import type { Target } from './targets.ts'

/** Milliseconds that no input of at most 100,000 bytes may take, in the quickest of three tries. */
const SLOW_MS = 2_000

export interface Attacked {
  readonly inputs: number
  readonly taken: number
  readonly slowestMs: number
}

/** An input that was neither taken nor refused, or took too long. It is kept in a file. */
export class Broken extends Error {
  override name = 'Broken'
}

/** Changed seeds, one after the other, until `enough`. The same seed gives the same inputs. */
export async function attack(
  target: Target,
  seed: number,
  enough: (inputs: number) => boolean,
  kept = KEPT,
): Promise<Attacked> {
  const random = new Random(seed)
  let [inputs, taken, slowestMs] = [0, 0, 0]
  for (; !enough(inputs); inputs++) {
    const input =
      inputs < target.seeds.length ? seedOf(target, inputs) : mutated(target.seeds, random)
    const { ms, took } = await timed(target, input).catch((cause: Error) => {
      const file = keep(kept, target.name, input)
      const at = `${target.name}, seed ${seed}, input ${inputs}, kept as ${file}`
      throw new Broken(`${at}:\n${cause.stack ?? cause}`, { cause })
    })
    if (took) taken++
    slowestMs = Math.max(slowestMs, ms)
  }
  return { inputs, taken, slowestMs }
}

const seedOf = ({ seeds }: Target, at: number) => Buffer.from(seeds[at] ?? [])

async function timed(target: Target, input: Buffer) {
  const once = async () => {
    const started = performance.now()
    const took = await target.read(input)
    return { took, ms: performance.now() - started }
  }
  let tried = await once()
  for (let more = 0; more < 2 && tried.ms > SLOW_MS; more++) {
    const next = await once()
    if (next.ms < tried.ms) tried = next
  }
  if (tried.ms > SLOW_MS) throw new Error(`it takes ${Math.round(tried.ms)} ms`)
  return tried
}

/** Where the quick version in `npm test` finds it from now on. */
export const KEPT = join(import.meta.dirname, 'kept')

function keep(kept: string, name: string, input: Buffer): string {
  const folder = join(kept, name.replaceAll(' ', '-'))
  mkdirSync(folder, { recursive: true })
  const digest = createHash('sha256').update(input).digest('hex').slice(0, 12)
  const file = join(folder, `${digest}.bin`)
  writeFileSync(file, input)
  return file
}
