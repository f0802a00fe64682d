/*
Damaged records against the decoder of the reference: every vector, changed at random in up to three
places. Each input has to be read or refused, and nothing else; told are the counts, the slowest input
(the quickest of five tries, so that what else the machine does does not count) and the memory that the
process had at most.

node bench/payloads-hostile.ts [INPUTS] [SEED] [--full]: 50,000, or with --full a million, and 1 if not given.
*/
import { DecodeError } from '../proto/errors.ts'
import { record } from '../proto/payloads/records.ts'
import { recordVectors, type Subject } from '../vectors/payloads/load.ts'
import { full, short, tell, words } from './harness/figure.ts'

const inputs = Number(words[0] ?? (full ? 1_000_000 : 50_000))
let state = Number(words[1] ?? 1) || 1

/** Xorshift: quick, and the same inputs for the same seed. */
function random(below: number): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % below
}

const subjects: Subject[] = ['records', 'fields', 'malformed', 'traps']
const seeds = subjects
  .flatMap((subject) => recordVectors(subject))
  .map(({ record: name, bytes }) => ({ name, bytes: new Uint8Array(Buffer.from(bytes, 'hex')) }))

function damaged(bytes: Uint8Array): Uint8Array {
  const out = [...bytes.subarray(0, 4096)]
  for (let n = random(3) + 1; n > 0; n--) {
    const at = out.length === 0 ? 0 : random(out.length)
    switch (random(5)) {
      case 0:
        out[at] = random(256)
        break
      case 1:
        out.splice(at)
        break
      case 2:
        out.splice(at, 0, random(256))
        break
      case 3:
        out.splice(at, 1)
        break
      default:
        out.splice(at, 0, ...out.slice(0, random(64)))
    }
  }
  return new Uint8Array(out)
}

/** Milliseconds for one input; whether it was read. */
function attempt(name: string, input: Uint8Array): { ms: number; read: boolean } {
  const started = performance.now()
  let read = true
  try {
    record(name).codec.decode(input)
  } catch (cause) {
    if (!(cause instanceof DecodeError)) {
      console.log(`${name} ${Buffer.from(input).toString('hex')}`)
      throw cause
    }
    read = false
  }
  return { ms: performance.now() - started, read }
}

let [read, refused] = [0, 0]
let slowest: { ms: number; name: string; bytes: Uint8Array } = {
  ms: 0,
  name: '',
  bytes: new Uint8Array(),
}
for (let i = 0; i < inputs; i++) {
  const { name, bytes } = seeds[random(seeds.length)] as (typeof seeds)[number]
  const input = damaged(bytes)
  const first = attempt(name, input)
  if (first.read) read++
  else refused++
  if (first.ms <= slowest.ms) continue
  const ms = Math.min(first.ms, ...[1, 2, 3, 4].map(() => attempt(name, input).ms))
  if (ms > slowest.ms) slowest = { ms, name, bytes: input }
}
tell({
  what: `slowest of ${short(inputs)} damaged records (${short(read)} read, ${short(refused)} refused, none else)`,
  unit: 'ms',
  value: slowest.ms,
})
console.log(
  `the slowest is a ${slowest.name} of ${slowest.bytes.length} bytes: ${Buffer.from(slowest.bytes.subarray(0, 40)).toString('hex')}…`,
)
