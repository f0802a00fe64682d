/*
Mutated input for everything that reads what others wrote: requests, replies, wire formats, specifications
in Markdown, baselines, results, bundles. Each input has to be taken or refused, soon, and nothing else.

npm run fuzz [-- --seconds N] [--seed N] [TARGET…]

  --seconds N  for each target (default 10)
  --seed N     repeats a run (default: drawn)

What breaks a reader is kept below test/fuzz/kept, which npm test reads.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { attack, Broken } from './attack.ts'
import { targets } from './targets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' }, seed: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
const all = await targets(folder)
const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
try {
  if (chosen.length === 0) {
    console.error(`expected some of: ${all.map(({ name }) => name).join(', ')}`)
    process.exitCode = 2
  }
  for (const target of chosen) {
    const end = performance.now() + 1_000 * Number(values.seconds)
    try {
      const { inputs, taken, slowestMs } = await attack(
        target,
        seed,
        () => performance.now() >= end,
      )
      console.log(
        `${target.name}: seed ${seed}, ${inputs} inputs, ${taken} taken, the others refused, slowest ${slowestMs.toFixed(1)} ms`,
      )
    } catch (cause) {
      if (!(cause instanceof Broken)) throw cause
      console.log(cause.message)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
